import { describe, expect, it } from "vitest";
import { readClaim } from "../../policy/claim.ts";
import { worked } from "./merchants.ts";

const usual = (): Record<string, unknown> => structuredClone(worked[0]?.claim) as unknown as Record<string, unknown>;
const changed = (change: (claim: Record<string, Record<string, unknown>>) => void): unknown => {
  const claim = usual();
  change(claim as Record<string, Record<string, unknown>>);
  return claim;
};
const errorsOf = (input: unknown): readonly { path: string; message: string }[] => {
  const read = readClaim(input);
  return "errors" in read ? read.errors : [];
};

describe("a malformed claim names the field", () => {
  it.each([
    ["a date that does not exist", "askedAt", changed((c) => { (c as Record<string, unknown>)["askedAt"] = "2025-02-29"; })],
    ["an instant without an offset", "askedAt", changed((c) => { (c as Record<string, unknown>)["askedAt"] = "2025-03-01T10:00:00"; })],
    ["a zone nobody knows", "zone", changed((c) => { (c as Record<string, unknown>)["zone"] = "Mars/Olympus"; })],
    ["a misspelt fact", "item.onClearence", changed((c) => { c["item"] = { ...c["item"], onClearence: true }; })],
    ["a delivery date deep in a list", "item.deliveredAt[1]", changed((c) => { c["item"] = { ...c["item"], deliveredAt: ["2025-03-01", "soon"] }; })],
    ["more units than are left", "money.returnedQuantity", changed((c) => { c["money"] = { ...c["money"], quantity: 2, returnedQuantity: 2, alreadyRefundedQuantity: 1 }; })],
    ["half a yen", "money.unitPrice", changed((c) => { c["money"] = { ...c["money"], currency: "JPY", unitPrice: "100.50", shipping: "0" }; })],
    ["an amount in words", "money.tax", changed((c) => { c["money"] = { ...c["money"], tax: "1e3" }; })],
    ["a discount beyond the price", "money.discount", changed((c) => { c["money"] = { ...c["money"], discount: "9999.00" }; })],
    ["no money at all", "money", changed((c) => { delete c["money"]; })],
  ])("%s", (_, path, claim) => {
    expect(errorsOf(claim).map((error) => error.path)).toContain(path);
  });

  it("all of them at once", () => {
    const claim = changed((c) => { (c as Record<string, unknown>)["zone"] = "Nowhere"; c["money"] = { ...c["money"], tax: "x" }; c["order"] = { ...c["order"], placedAt: "yesterday" }; });
    expect(errorsOf(claim).map((error) => error.path).sort()).toEqual(["money.tax", "order.placedAt", "zone"]);
  });

  it.each([null, 7, "claim", [], {}])("%j is no claim", (input) => expect(errorsOf(input).length).toBeGreaterThan(0));
});

it("null says the same as an absent field, but not in settings", () => {
  const read = readClaim(changed((c) => { c["item"] = { ...c["item"], registeredAt: null }; c["settings"] = { newWarrantyTerm: null }; }));
  if ("errors" in read) throw new Error(JSON.stringify(read.errors));
  expect(read.claim.item).not.toHaveProperty("registeredAt");
  expect(read.claim.settings).toEqual({ newWarrantyTerm: null });
});

it("money with trailing zeros beyond the currency is the same money", () => {
  expect(errorsOf(changed((c) => { c["money"] = { ...c["money"], currency: "JPY", unitPrice: "100.00", shipping: "0.0" }; }))).toEqual([]);
});
