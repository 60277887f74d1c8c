/**
 * What a policy asks to be supplied, and by whom: uploads, a yes of the customer's, or the merchant's own doing. What is
 * supplied is looked at here, never said by the client.
 */
import type { RemedyAnswer } from "../../policy/decision.ts";
import { capital, fill, needText, wordFor } from "../../policy/explain/inWords.ts";
import type { ApiEvidence, ApiQuestion, AskedFacts, AskedLine } from "../api.ts";
import type { AccountWords } from "../words/account.ts";

/** A file that was uploaded for a line. */
export type FileGiven = Readonly<{ name: string; mimeType: string }>;
type How = ApiEvidence["how"];
type Field = keyof AskedFacts;

const uploads: Readonly<Record<string, How>> = { photos: "photos", videos: "video", photos_or_video: "photosOrVideo" };
/** Needs that a fact of the claim answers. */
const byFact: Readonly<Record<string, Field>> = { original_packaging: "packaging", complete_items: "complete", parts_and_accessories: "complete", device_unbound_and_reset: "deviceUnboundAndReset" };
const confirmed = new Set(["perfect_condition", "original_working_condition", "unused_same_condition"]);
/** Only the merchant can say these, and has not yet when a customer asks. */
const merchants = new Set(["defect_confirmed_by_support", "confirmation_by_tech_support"]);
/** The request itself, or the order's record, is all that is asked for. */
const givenByAsking = new Set(["rma_form", "email_request", "email_request_with_reason", "proof_of_purchase", "claim_approval", "rma_number"]);

const howOf = (need: string): How => uploads[need] ?? (byFact[need] || confirmed.has(need) ? "confirm" : merchants.has(need) ? "merchant" : "later");

const isImage = (file: FileGiven): boolean => file.mimeType.startsWith("image/");
const isVideo = (file: FileGiven): boolean => file.mimeType.startsWith("video/");

/** What was said of a need: true given, false that it cannot be, undefined nothing yet. */
function saidOf(need: string, facts: AskedFacts, files: readonly FileGiven[]): boolean | undefined {
  if (need === "photos" && files.some(isImage)) return true;
  if (need === "videos" && files.some(isVideo)) return true;
  if (need === "photos_or_video" && files.length > 0) return true;
  const field = byFact[need];
  if (field === "packaging") return facts.packaging && facts.packaging === "original";
  if (field === "complete" || field === "deviceUnboundAndReset") return facts[field];
  return facts.confirmed?.[need];
}

const bare = (need: string): string => need.split(":")[0] ?? need;
const needsOf = (answers: readonly RemedyAnswer[]): RemedyAnswer["requires"] => answers.flatMap((answer) => answer.requires);

/** Needs that are known to be lacking: the claim says so to the policy. What was not said yet is asked for instead. */
export function lackingOf(answers: readonly RemedyAnswer[], { facts = {} }: Pick<AskedLine, "facts">, files: readonly FileGiven[]): string[] {
  const lacks = (need: string): boolean => merchants.has(need) || saidOf(need, facts, files) === false;
  return [...new Set(needsOf(answers).map(({ need }) => bare(need)).filter(lacks))];
}

/** Evidence that remedies ask for, each need once, with whether it is there. */
export function evidenceOf(answers: readonly RemedyAnswer[], { facts = {} }: Pick<AskedLine, "facts">, files: readonly FileGiven[], words: AccountWords): ApiEvidence[] {
  const seen = new Map<string, ApiEvidence>();
  for (const { need, because } of needsOf(answers)) {
    const name = bare(need), how = howOf(name);
    if (seen.has(name) || givenByAsking.has(name)) continue;
    const field = how === "confirm" ? (byFact[name] ?? "confirmed") : null;
    seen.set(name, { need: name, label: capital(needText(need, words.policy)), how, field, given: saidOf(name, facts, files) === true, required: !need.endsWith(":recommended") && how !== "later" && how !== "merchant", clauses: because });
  }
  return [...seen.values()];
}

/** Required and neither given nor said to be impossible. */
export const isPending = (evidence: ApiEvidence, { facts = {} }: Pick<AskedLine, "facts">, files: readonly FileGiven[]): boolean => evidence.required && saidOf(evidence.need, facts, files) === undefined;

/** Facts of a claim and the field that answers them. */
const fields: Readonly<Record<string, Field>> = {
  "request.condition": "condition", "request.state": "state", "request.packaging": "packaging", "request.complete": "complete", "request.deviceUnboundAndReset": "deviceUnboundAndReset", "request.wants": "wants",
  "customer.originalBuyer": "originalBuyer", "date of delivery": "deliveredOn", "item.deliveredAt": "deliveredOn",
};
const kinds: Readonly<Partial<Record<Field, ApiQuestion["kind"]>>> = { complete: "yesNo", deviceUnboundAndReset: "yesNo", originalBuyer: "yesNo", deliveredOn: "day", serial: "text", confirmed: "yesNo" };
const values: Readonly<Partial<Record<Field, readonly string[]>>> = { condition: ["like_new", "opened_perfect", "worn", "used", "scratched", "damaged"], state: ["sealed", "opened", "worn"], packaging: ["original", "missing"], wants: ["different_model", "upgrade"] };

function questionOf(field: Field, need: string | null, words: AccountWords): ApiQuestion {
  const label = fill(words.questions[field as keyof typeof words.questions], { need: need ? wordFor(words.policy.needs, need) : "" });
  return { field, need, label, kind: kinds[field] ?? "choice", choices: (values[field] ?? []).map((value) => ({ value, label: words.answers[value as keyof typeof words.answers] })), required: true };
}

/** What to ask the customer now: facts the decision turns on, and yeses that the remedies need. Not what was answered. */
export function questionsOf(answers: readonly RemedyAnswer[], asked: Pick<AskedLine, "facts">, evidence: readonly ApiEvidence[], words: AccountWords): ApiQuestion[] {
  const { facts = {} } = asked, found = new Map<string, ApiQuestion>();
  for (const { fact } of answers.flatMap((answer) => answer.asks ?? [])) {
    const field = fields[fact];
    if (field && facts[field] === undefined) found.set(field, questionOf(field, null, words));
  }
  for (const one of evidence) {
    if (!one.field || !isPending(one, asked, [])) continue;
    const key = one.field === "confirmed" ? one.need : one.field;
    if (!found.has(key)) found.set(key, questionOf(one.field, one.field === "confirmed" ? one.need : null, words));
  }
  return [...found.values()];
}
