/**
 * What a policy answers, by item class, reason and age: found by deciding an ordinary claim on both sides of every
 * limit in time, never typed. The page and the command line print it.
 */
import { runnerFor, decide } from "./decide.ts";
import type { Decision } from "./decision.ts";
import type { FactName } from "./facts.ts";
import { agesOf, ordinaryClaim, type Age, type Situated } from "./matrix/ordinaryClaim.ts";
import { rowsOf, type Row } from "./matrix/rows.ts";
import type { Policy } from "./policy.ts";
import type { PolicyInForce } from "./readings.ts";
import { itemClasses } from "./claim.ts";

export type { Row } from "./matrix/rows.ts";
/** Reasons that are answered alike, with what is open at each age. `nothing` says why where nothing is. */
export type ReasonRows = Readonly<{ reasons: readonly string[]; rows: readonly Row[]; nothing?: Readonly<{ says: string; because: readonly string[] }> }>;
export type ClassRows = Readonly<{ classes: readonly string[]; reasons: readonly ReasonRows[] }>;
/** The whole answer in one further situation: an order's state before delivery, or where the item was bought. */
export type Answered = Readonly<{ of: string; decision: Decision }>;
export type Matrix = Readonly<{
  classes: readonly ClassRows[];
  cancel: readonly Answered[];
  channels: readonly Readonly<{ channel: string; byReason: readonly Answered[] }>[];
  /** Some period runs from the purchase, and the table takes purchase and delivery to be on one day. */
  mixesEvents: boolean;
}>;

const states = ["not_shipped", "produced", "shipped"] as const;
const channels = ["own_store", "authorized_reseller", "retailer", "unlisted_seller"] as const;
const usualReasons = ["unwanted", "defective", "damaged_on_arrival", "wrong_item_sent"];
const notAges = new Set(["cancel", "none_by_right"]);

/** Decides the ordinary claims of a policy, as published or with readings chosen. Throws where decide throws. */
export function matrix(policy: Policy | PolicyInForce): Matrix {
  const { compiled } = runnerFor(policy, undefined);
  const source = compiled.inForce.policy;
  const words = (name: FactName): readonly string[] => [...(compiled.slots.find((slot) => slot.name === name)?.bits.keys() ?? [])].filter((word): word is string => typeof word === "string");
  const ages = agesOf(compiled);
  const answered = (situated: Situated): Decision => decide(policy, ordinaryClaim(source, situated));
  const registers = compiled.registration !== undefined;
  const reasons = [...new Set([...usualReasons, ...words("reason")])].filter((reason) => !notAges.has(reason));
  const classes = words("class").length ? itemClasses : (["new"] as const);
  const byClass = classes.map((itemClass) => ({ classes: [itemClass], reasons: alike(reasons.map((reason) => reasonRows(answered, ages, itemClass, reason, registers)), answerKey, joinReasons) }));
  const early = ages[0];
  return {
    classes: alike<ClassRows>(byClass, (one) => JSON.stringify(one.reasons.map((r) => [r.reasons, answerKey(r)])), (a, b) => ({ ...a, classes: [...a.classes, ...b.classes] })),
    cancel: words("reason").includes("cancel") || words("status").length > 0 ? states.map((status) => ({ of: status, decision: answered({ itemClass: "new", reason: "cancel", status }) })).filter(({ decision }) => decision.remedies.length + decision.declined.length > 0) : [],
    channels: words("channel").length && early ? channels.map((channel) => ({ channel, byReason: ["unwanted", "defective"].map((reason) => ({ of: reason, decision: answered({ itemClass: "new", reason, channel, age: early }) })) })) : [],
    mixesEvents: compiled.clocks.some((clock) => clock.event === "purchase") && compiled.clocks.some((clock) => clock.event === "delivery"),
  };
}

function reasonRows(answered: (situated: Situated) => Decision, ages: readonly Age[], itemClass: Situated["itemClass"], reason: string, registers: boolean): ReasonRows {
  const plain = ages.map((age) => ({ age, decision: answered({ itemClass, reason, age }) }));
  const registered = registers ? ages.map((age) => ({ age, decision: answered({ itemClass, reason, age, registered: true }) })) : [];
  const rows = rowsOf(plain, registered);
  const refusal = plain[0]?.decision.declined[0];
  return { reasons: [reason], rows, ...(rows.length === 0 && refusal ? { nothing: { says: refusal.says, because: refusal.because } } : {}) };
}

/** What is answered, whichever clauses say so. */
const answerKey = ({ rows, nothing }: ReasonRows): string => JSON.stringify([rows.map(({ because: _, fees, ...row }) => ({ ...row, fees: fees.map((fee) => fee.kind) })), nothing?.says]);

const joinReasons = (a: ReasonRows, b: ReasonRows): ReasonRows => ({
  ...a, reasons: [...a.reasons, ...b.reasons],
  rows: a.rows.map((row, i) => ({ ...row, because: [...new Set([...row.because, ...(b.rows[i]?.because ?? [])])] })),
});

/** Joins what has the same key, in order of first appearance. */
function alike<T>(items: readonly T[], key: (item: T) => string, join: (a: T, b: T) => T): T[] {
  const joined = new Map<string, T>();
  for (const item of items) {
    const known = joined.get(key(item));
    joined.set(key(item), known === undefined ? item : join(known, item));
  }
  return [...joined.values()];
}

