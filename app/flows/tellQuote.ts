/** A customer's lines as decided, told in their language: remedies with the reckoning, what is asked for, refusals and what is open instead. */
import type { ReturnLine } from "../../policy/decideReturn.ts";
import type { Decision, RemedyAnswer } from "../../policy/decision.ts";
import { explain, type Section } from "../../policy/explain.ts";
import { capital, listed, wordFor } from "../../policy/explain/inWords.ts";
import type { Remedy } from "../../policy/policy.ts";
import type { ApiClause, ApiEvidence, ApiFee, ApiOpenRemedy, ApiQuote, ApiQuotedLine, ApiRefusal, ApiSentence } from "../api.ts";
import type { AccountWords } from "../words/account.ts";
import { dayOrNull, fill, moneyIn } from "../words/inWords.ts";
import { channelRule } from "../shopify/claim.ts";
import type { Considered, CustomerLine, CustomersUnit } from "./customerAsks.ts";
import { evidenceOf, isPending, questionsOf } from "./evidence.ts";
import type { OrderInHand } from "./orderInHand.ts";
import { quoteLine } from "./quoteClaim.ts";

type Telling = Readonly<{ inHand: OrderInHand; words: AccountWords; currency: string; at: string }>;

const swaps: ReadonlySet<Remedy> = new Set(["exchange", "substitution"]);

/** Fees as they come off or are charged. */
export const feesIn = (fees: RemedyAnswer["deductions"], currency: string, words: AccountWords): ApiFee[] =>
  fees.map((fee) => ({ kind: fee.kind, label: capital(wordFor(words.policy.fees, fee.kind)), amount: fee.amount === "quote" ? null : moneyIn(words, fee.amount, fee.currency ?? currency), clauses: fee.because }));

const clausesOf = ({ inHand }: Telling, ids: readonly string[]): ApiClause[] => inHand.policy.inForce.clauses.filter(({ id }) => ids.includes(id)).map(({ id, says }) => ({ id, says }));

/** The clause that opens a remedy: of those behind it the first that does. */
function openingClause(t: Telling, answer: RemedyAnswer): ApiClause | null {
  const clauses = t.inHand.policy.inForce.clauses.filter(({ id }) => answer.because.includes(id));
  const opening = clauses.find((clause) => clause.opens !== undefined || clause.term !== undefined) ?? clauses[0];
  return opening ? { id: opening.id, says: opening.says } : null;
}

function remedyIn(t: Telling, answer: RemedyAnswer, section: Section | undefined, pending: boolean): ApiOpenRemedy {
  const { words, currency } = t, voice = words.policy.sentences.voices.customer, { freight } = answer;
  const status = pending && answer.status === "open" ? "needs_evidence" : answer.status;
  const sentences = (section?.sentences ?? []).map(({ text, clauses }, i) => ({ text: i === 0 ? voice[status] : text, clauses }));
  const until = dayOrNull(words, answer.until);
  return {
    remedy: answer.remedy, label: words.policy.remedies[answer.remedy], status, statusText: voice[status], amount: answer.refund ? moneyIn(words, answer.refund.amount, answer.refund.currency) : null,
    sums: (section?.sums ?? []).map((sum) => ({ label: sum.label, amount: moneyIn(words, sum.amount, sum.currency), total: sum.total === true, clauses: sum.clauses })),
    deductions: feesIn(answer.deductions, currency, words), charges: feesIn(answer.charges, currency, words),
    freight: { return: freight.return, returnText: voice.returnBy[freight.return], outbound: freight.outbound, outboundText: voice.outboundBy[freight.outbound] },
    until, untilText: until ? (sentences.find(({ text }) => text.includes(until.text))?.text ?? fill(voice.until.request, { day: until.text })) : voice.noLastDay, text: sentences[1]?.text ?? "", sentences, clause: openingClause(t, answer),
    levels: (answer.levels ?? []).map(({ level, says, charge }) => ({ value: level, label: says, charge: charge && charge.amount !== "quote" ? moneyIn(words, charge.amount, charge.currency) : null })),
    hasExchange: swaps.has(answer.remedy),
  };
}

/** What the customer may turn to, where the line or the remedy wanted is refused. */
function insteadOf(t: Telling, unit: CustomersUnit, decision: Decision, wanted: Remedy | undefined): ApiSentence[] {
  const { words } = t, names = (answers: readonly RemedyAnswer[]): string => listed([...new Set(answers.map((answer) => words.policy.remedies[answer.remedy]))], words.policy, "disjunction");
  const others = decision.remedies.filter((answer) => answer.remedy !== wanted), said: ApiSentence[] = [];
  if (wanted && others.length) said.push({ text: fill(words.instead.open, { remedies: names(others) }), clauses: others.flatMap((answer) => answer.because.slice(0, 1)) });
  if (decision.remedies.length === 0) said.push(...forReason(t, unit, unit.claim.request.reason === "unwanted" ? "defective" : "unwanted"));
  const { channel } = unit.claim.order;
  if (channel && channel !== "own_store") said.push({ text: sellerText(t), clauses: [] });
  return said;
}

/** Whom to turn to with what was bought elsewhere, and where they are, as far as the shop's settings say. */
function sellerText({ inHand, words }: Telling): string {
  const rule = channelRule(inHand.order, inHand.facts), seller = rule?.seller?.replaceAll("_", " ");
  if (rule?.address) return fill(seller ? words.instead.sellerAt : words.instead.sellerUnnamedAt, { seller: seller ?? "", address: rule.address });
  return seller ? fill(words.instead.seller, { seller }) : words.instead.sellerUnnamed;
}

/** What the same item would get for another reason. */
function forReason(t: Telling, { line, asked }: CustomersUnit, reason: "defective" | "unwanted"): ApiSentence[] {
  const { words } = t, other = quoteLine(t.inHand, line, { ...asked, request: { reason }, quantity: 1 }, t.at);
  const answers = "decision" in other ? other.decision.remedies : [];
  if (answers.length === 0) return [];
  const remedies = listed([...new Set(answers.map((answer) => words.policy.remedies[answer.remedy]))], words.policy, "disjunction"), until = dayOrNull(words, answers.flatMap((answer) => answer.until ?? []).sort().at(-1));
  const template = reason === "unwanted" ? words.instead.unwanted : until ? words.instead.faulty : words.instead.faultyNoEnd;
  return [{ text: fill(template, { remedies, day: until?.text ?? "" }), clauses: answers.flatMap((answer) => answer.because.slice(0, 1)) }];
}

function refusalsIn(t: Telling, decision: Decision, refused: Section | undefined): ApiRefusal[] {
  const { words } = t;
  return decision.declined.map((refusal) => ({
    remedy: refusal.remedy, label: words.policy.remedies[refusal.remedy], lapsedOn: dayOrNull(words, refusal.lapsedOn), clauses: clausesOf(t, refusal.because),
    text: refused?.sentences.find(({ text, clauses }) => clauses === refusal.because && text.startsWith(words.policy.remedies[refusal.remedy]))?.text ?? refused?.sentences.find(({ clauses }) => clauses.join() === refusal.because.join())?.text ?? fill(words.policy.sentences.voices.customer.refused, { remedy: words.policy.remedies[refusal.remedy] }),
  }));
}

/** The decision with the remedy counted in this return, which may hold its share of common fees. */
const withCounted = ({ decision, counted }: ReturnLine): Decision => ({ ...decision, remedies: decision.remedies.map((answer) => (answer.remedy === counted?.remedy ? counted : answer)) });

function lineIn(t: Telling, unit: CustomersUnit, result: ReturnLine, asked: CustomerLine): ApiQuotedLine {
  const { words } = t, decision = withCounted(result), { customer } = explain(decision, t.inHand.policy.inForce, unit.claim, words.policy), counted = result.counted ?? null;
  const pendingFor = (answers: readonly RemedyAnswer[]): boolean => evidenceOf(answers, asked, asked.files, words).some((one) => isPending(one, asked, asked.files));
  const evidence = evidenceOf(counted ? [counted] : decision.remedies, asked, asked.files, words);
  const cited = [...decision.remedies.flatMap((answer) => answer.because), ...decision.declined.flatMap((refusal) => refusal.because)];
  return {
    asked: unit.index, lineId: unit.line.id, quantity: unit.quantity, reason: asked.reason, outcome: result.outcome, text: words.policy.sentences.outcomes.customer[result.outcome],
    remedies: decision.remedies.map((answer) => remedyIn(t, answer, customer.find(({ id }) => id === answer.remedy), pendingFor([answer]))), chosen: counted?.remedy ?? null,
    refused: refusalsIn(t, decision, customer.find(({ id }) => id === "refused")), questions: questionsOf(counted ? [counted] : decision.remedies, asked, evidence, words), evidence,
    instead: result.outcome === "declined" ? insteadOf(t, unit, decision, asked.remedy) : [], clauses: clausesOf(t, cited),
  };
}

/** Whether a line may be sent: something is open or a person decides, and nothing is asked for any more. */
const isReady = (line: ApiQuotedLine, asked: CustomerLine | undefined): boolean =>
  line.outcome !== "declined" && line.questions.length === 0 && asked !== undefined && !line.evidence.some((one: ApiEvidence) => isPending(one, asked, asked.files));

/** The whole quote. `lines` as they were asked, in the order of `considered`. */
export function tellQuote({ inHand, units, decision }: Considered, lines: readonly CustomerLine[], words: AccountWords, at: string): ApiQuote {
  const currency = inHand.order.presentmentCurrencyCode, t: Telling = { inHand, words, currency, at };
  const told = units.flatMap((unit, i) => {
    const result = decision.lines[i], asked = lines[unit.index];
    return result && asked ? [lineIn(t, unit, result, asked)] : [];
  });
  return {
    outcome: decision.outcome, text: words.policy.sentences.outcomes.customer[decision.outcome], lines: told,
    totals: decision.totals.map((total) => ({ refund: moneyIn(words, total.refund, total.currency), deductions: moneyIn(words, total.deductions, total.currency), charges: moneyIn(words, total.charges, total.currency) })),
    ready: told.every((line) => isReady(line, lines[line.asked])),
  };
}
