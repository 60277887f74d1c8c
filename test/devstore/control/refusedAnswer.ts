import { isObjectType, parse, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode } from "graphql";
import { costReport } from "../kernel/throttle.ts";
import { namedOf } from "../kernel/types.ts";
import { errorLists } from "../kernel/mutation.ts";
import { adminSchema } from "../kernel/schema.ts";
import type { UserError } from "../kernel/refused.ts";
import type { Answer, Call } from "../kernel/world.ts";

type Row = Record<string, unknown>;

/** A refused mutation costs its ten points (recorded: returnRequest). */
const REFUSED_COST = 10;

/** The fields of a selection with fragments opened: what is asked, not on which type. */
function fieldsOf(set: SelectionSetNode, document: DocumentNode): FieldNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === "Field") return [selection];
    if (selection.kind === "InlineFragment") return fieldsOf(selection.selectionSet, document);
    const named = document.definitions.find((d): d is FragmentDefinitionNode => d.kind === "FragmentDefinition" && d.name.value === selection.name.value);
    return named ? fieldsOf(named.selectionSet, document) : [];
  });
}

/** What of `row` a selection asks for; lists of rows one by one, what the row has not is null. */
function selected(row: Row, set: SelectionSetNode, document: DocumentNode): Row {
  return Object.fromEntries(fieldsOf(set, document).map((field) => {
    const value = row[field.name.value] ?? null;
    const inner = field.selectionSet;
    const shown = Array.isArray(value) && inner ? value.map((item: Row) => selected(item, inner, document)) : value;
    return [field.alias?.value ?? field.name.value, shown];
  }));
}

function refusedRoot(root: FieldNode, document: DocumentNode, error: UserError): Row | null {
  const field = adminSchema("2026-10").schema.getMutationType()?.getFields()[root.name.value];
  const payload = field ? namedOf(field.type) : null;
  if (!isObjectType(payload) || !root.selectionSet) return null;
  return selected({ __typename: payload.name, ...errorLists(payload, [error]) }, root.selectionSet, document);
}

/** The answer of a mutation that was refused without being run: its payload with nulls and one user error. */
export function refusedAnswer(call: Call, error: UserError): Answer {
  const document = parse(call.query);
  const operations = document.definitions.filter((d) => d.kind === "OperationDefinition");
  const operation = operations.find((o) => o.name?.value === call.operation) ?? operations[0];
  if (operation?.operation !== "mutation") return { status: 400, body: { errors: "a userError fault needs a mutation" } };
  const roots = fieldsOf(operation.selectionSet, document);
  const data = Object.fromEntries(roots.map((root) => [root.alias?.value ?? root.name.value, refusedRoot(root, document, error)]));
  return { status: 200, body: { data, extensions: { cost: costReport(call.shop, REFUSED_COST, REFUSED_COST) } } };
}
