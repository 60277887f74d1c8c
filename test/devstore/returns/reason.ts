import type { Ctx, FieldMap, NodeMap } from "../kernel/context.ts";
import { connection, type ConnectionArgs } from "../kernel/connection.ts";
import { gid, tailOf } from "../kernel/ids.ts";

export type ReasonDefinition = { __typename: "ReturnReasonDefinition"; id: string; handle: string; name: string; deleted: boolean };

/** Ids, order, names and handles are recorded (return-shipping-fee); the old enum values belong to them by their meaning. */
const REASONS: readonly [handle: string, name: string, old: string][] = [
  ["unknown", "Unknown", "UNKNOWN"],
  ["changed-my-mind", "Changed my mind", "UNWANTED"],
  ["item-not-as-described", "Item not as described", "NOT_AS_DESCRIBED"],
  ["received-the-wrong-item", "Received the wrong item", "WRONG_ITEM"],
  ["other-reason", "Other", "OTHER"],
  ["damaged-or-defective", "Damaged or defective", "DEFECTIVE"],
  ["too-small", "Too small", "SIZE_TOO_SMALL"],
  ["too-big", "Too big", "SIZE_TOO_LARGE"],
  ["style", "Style", "STYLE"],
  ["color", "Color", "COLOR"],
];

const ALL: readonly ReasonDefinition[] = REASONS.map(([handle, name], i) => ({ __typename: "ReturnReasonDefinition", id: gid("ReturnReasonDefinition", i + 1), handle, name, deleted: false }));

export const reasonDefinitions = (): readonly ReasonDefinition[] => ALL;

export const reasonById = (id: string): ReasonDefinition | undefined => ALL.find((r) => r.id === id);

/** The definition that an old reason stands for; UNKNOWN without one. */
export const reasonOfOld = (old: string | null | undefined): ReasonDefinition => definitionAt(Math.max(0, REASONS.findIndex(([, , o]) => o === old)));

/** The old reason that a definition stands for. */
export const oldReasonOf = (definition: ReasonDefinition): string => REASONS[Number(tailOf(definition.id)) - 1]?.[2] ?? "UNKNOWN";

function definitionAt(place: number): ReasonDefinition {
  const found = ALL[place];
  if (!found) throw new Error("no return reasons");
  return found;
}

type Args = ConnectionArgs & { ids?: string[] | null; handles?: string[] | null; sortKey?: string | null };

function returnReasonDefinitions(args: Args): unknown {
  const asked = ALL.filter((r) => (!args.ids || args.ids.includes(r.id)) && (!args.handles || args.handles.includes(r.handle)));
  const by = args.sortKey === "NAME" ? "name" : args.sortKey === "HANDLE" ? "handle" : null;
  return connection(by ? asked.toSorted((a, b) => a[by].localeCompare(b[by])) : asked, args);
}

export const reasonFields: FieldMap = { Query: { returnReasonDefinitions } };
export const reasonNodes: NodeMap = { ReturnReasonDefinition: (_ctx: Ctx, id) => reasonById(id) };
