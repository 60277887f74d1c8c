import { parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { adminSchema } from "../kernel/schema.ts";
import { batchDocument, batchVariables, EXISTING_QUERIES, OUTCOME_QUERY, SHOP_QUERY, STEPS, type StepName } from "./steps.ts";

const { schema } = adminSchema("2026-10");
const problems = (document: string): string[] => validate(schema, parse(document)).map((e) => e.message);

describe("what the seed sends", () => {
  it.each(Object.keys(STEPS) as StepName[])("%s is valid against the schema, alone and ten at once", (name) => {
    expect(problems(batchDocument(name, 1))).toEqual([]);
    expect(problems(batchDocument(name, 10))).toEqual([]);
  });

  it("its queries are valid against the schema", () => {
    expect(problems(SHOP_QUERY)).toEqual([]);
    expect(problems(OUTCOME_QUERY)).toEqual([]);
    for (const query of Object.values(EXISTING_QUERIES)) expect(problems(query)).toEqual([]);
  });

  it("an unknown field would be found", () => {
    expect(problems(batchDocument("closeReturn", 1).replace("return { id }", "return { id colour }"))).toHaveLength(1);
  });

  it("each call of a batch has variables of its own", () => {
    expect(batchVariables([{ id: "a" }, { id: "b" }])).toEqual({ id0: "a", id1: "b" });
  });
});
