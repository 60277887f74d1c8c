/** What another choice of readings or settings changes: the same claims decided both ways, and the answers that differ. */
import { itemClasses, readClaim, type Claim } from "../../policy/claim.ts";
import { decide, runnerFor } from "../../policy/decide.ts";
import type { Decision, RemedyAnswer } from "../../policy/decision.ts";
import { dayText, moneyText, wordFor } from "../../policy/explain/inWords.ts";
import { agesOf, ordinaryClaim, type Age } from "../../policy/matrix/ordinaryClaim.ts";
import { ageText } from "../../policy/matrix/rowWords.ts";
import type { Policy } from "../../policy/policy.ts";
import { readingsApplied, type Choices } from "../../policy/readings.ts";
import { english as words } from "../../policy/words.en.ts";
import type { App } from "../app.server.ts";
import { claimOf } from "../shopify/claim.ts";
import { findOrders } from "../shopify/findOrders.ts";
import { readOrder } from "../shopify/order.ts";
import { shopOf } from "../store/shops.ts";
import { shopFacts } from "./refreshCoverage.ts";

type Settings = Readonly<Record<string, string | number | null>>;
export type Side = Readonly<{ choices: Choices; settings: Settings }>;
/** One situation or order line whose answer differs: what each side says that the other does not. */
export type Change = Readonly<{ of: string; when: string; before: readonly string[]; after: readonly string[] }>;
export type Compared = Readonly<{ situations: number; inSituations: readonly Change[]; lines: number; inOrders: readonly Change[] }>;
type Both = Readonly<{ before: (claim: Claim) => Decision; after: (claim: Claim) => Decision }>;

const reasons = ["unwanted", "defective", "damaged_on_arrival", "wrong_item_sent", "wrong_item_ordered"] as const;
const ORDERS_LOOKED_AT = 8;
const says = { until: "until", wayBack: "return shipping paid by", toSupply: "things to supply" } as const;

/** Decides sample situations of the policy (each class, reason and age) and the lines of the shop's latest orders both ways. */
export async function compareReadings(app: App, { shop, policy, before, after }: Readonly<{ shop: string; policy: Policy; before: Side; after: Side }>): Promise<Compared> {
  const by = ({ choices, settings }: Side) => {
    const inForce = readingsApplied(policy, choices);
    return (claim: Claim): Decision => decide(inForce, { ...claim, settings: { ...settings } });
  };
  const both: Both = { before: by(before), after: by(after) };
  const ages = agesOf(runnerFor(readingsApplied(policy, after.choices), after.settings).compiled);
  const found = itemClasses.flatMap((itemClass) => reasons.map((reason) => changesByAge(policy, both, ages, itemClass, reason)));
  const orders = await changesInOrders(app, shop, policy, after.settings, both);
  return { situations: ages.length * itemClasses.length * reasons.length, inSituations: found.flat(), ...orders };
}

/** The answers for one class and reason at every age; neighbouring ages with the same change become one. */
function changesByAge(policy: Policy, both: Both, ages: readonly Age[], itemClass: (typeof itemClasses)[number], reason: string): Change[] {
  const of = `${wordFor(words.facts.class.is ?? {}, itemClass)}, ${wordFor(words.reasons, reason)}`;
  const found: { age: Age; last: number; change: Omit<Change, "of" | "when">; key: string }[] = [];
  ages.forEach((age, i) => {
    const change = changeIn(both, ordinaryClaim(policy, { itemClass, reason, age }));
    if (!change) return;
    const key = JSON.stringify(change), open = found.at(-1);
    if (open?.key === key && open.last === i - 1) Object.assign(open, { last: i, age: { ...open.age, upTo: age.upTo } });
    else found.push({ age, last: i, change, key });
  });
  return found.map(({ age, change }) => ({ of, when: ageText({ ...age, registered: false }, words), ...change }));
}

async function changesInOrders(app: App, shop: string, policy: Policy, settings: Settings, both: Both): Promise<Pick<Compared, "lines" | "inOrders">> {
  const [row, admin, at] = [await shopOf(app.db.prisma, shop), app.adminFor(shop), app.now().toISOString()];
  const { orders: latest } = await findOrders(admin, { query: "", first: ORDERS_LOOKED_AT });
  const orders = (await Promise.all(latest.map((order) => readOrder(admin, order.id)))).filter((order) => order !== null);
  const facts = shopFacts(row, { inForce: { policy }, settings });
  const asked = orders.flatMap((order) => order.lineItems.nodes.filter((line) => line.refundableQuantity > 0).flatMap((line) => (["unwanted", "defective"] as const).flatMap((reason) => {
    const read = readClaim(claimOf(order, line, facts, { request: { reason }, quantity: 1, originalBuyer: true }, at).claim);
    return "claim" in read ? [{ of: `${order.name} ${line.title}`, when: wordFor(words.reasons, reason), claim: read.claim }] : [];
  })));
  return { lines: asked.length, inOrders: asked.flatMap(({ of, when, claim }) => { const change = changeIn(both, claim); return change ? [{ of, when, ...change }] : []; }) };
}

/** What only one side says; null where both say the same. */
function changeIn({ before, after }: Both, claim: Claim): Omit<Change, "of" | "when"> | null {
  const [was, is] = [answerLines(before(claim)), answerLines(after(claim))];
  const gone = was.filter((line) => !is.includes(line)), come = is.filter((line) => !was.includes(line));
  return gone.length || come.length ? { before: gone, after: come } : null;
}

const answerLines = (decision: Decision): string[] => [
  ...decision.remedies.map(answerLine),
  ...(decision.undetermined ?? []).map(({ remedy, setting }) => `${words.remedies[remedy]}: ${setting}?`),
];

function answerLine({ remedy, status, refund, charges, freight, until, replacement, requires }: RemedyAnswer): string {
  const parts = [
    refund && moneyText(refund.amount, refund.currency, words), replacement && `${wordFor(words.conditions, replacement.condition)} ${wordFor(words.models, replacement.model)}`,
    ...charges.map((fee) => `${wordFor(words.fees, fee.kind)} ${fee.amount === "quote" ? words.page.quote : moneyText(fee.amount, fee.currency ?? refund?.currency ?? "USD", words)}`),
    until && `${says.until} ${dayText(until, words)}`, `${says.wayBack} ${words.payers[freight.return]}`, requires.length ? `${requires.length} ${says.toSupply}` : undefined,
  ];
  const name = status === "open" ? words.remedies[remedy] : `${words.remedies[remedy]} (${words.statuses[status]})`;
  return `${name}: ${parts.filter(Boolean).join(", ")}`;
}
