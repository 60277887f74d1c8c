/** A customer's request: quoted once more, held to the policy, its files looked at, and written once however often it is sent. */
import type { Remedy } from "../../policy/policy.ts";
import type { ApiQuote, AskedLine, RequestAnswer } from "../api.ts";
import type { Actor, App } from "../app.server.ts";
import type { Refusal } from "../shopify/refusals.ts";
import { dropDraft } from "../store/drafts.ts";
import { rmaByKey, type RmaWithLines } from "../store/rmas.ts";
import { shopOf } from "../store/shops.ts";
import type { AccountWords } from "../words/account.ts";
import { fill } from "../words/inWords.ts";
import { considered, ownOrder, type CustomerLine } from "./customerAsks.ts";
import { wantedVariant } from "./customerExchange.ts";
import { isPending } from "./evidence.ts";
import { keepFiles, type KeptFile } from "./keepFiles.ts";
import type { NotFound, OrderInHand } from "./orderInHand.ts";
import { requestReturn, type LineAsked } from "./requestReturn.ts";
import { uploadedBy, type Uploaded } from "./stageUpload.ts";
import { tellQuote } from "./tellQuote.ts";
import { tellRma } from "./tellRma.ts";

export type CustomersAsk = Readonly<{ shop: string; orderId: string; customerId: string; words: AccountWords; lines: readonly AskedLine[] }>;
export type Wrong = Readonly<{ wrong: readonly Readonly<{ field: string; message: string }>[] }>;
type Refused = Readonly<{ refused: readonly Refusal[]; decision?: ApiQuote }>;

/** The lines with the files that their handles stand for; a handle of somebody else's is no file. */
function withFiles(app: App, { shop, orderId, customerId, words, lines }: CustomersAsk): Readonly<{ lines: readonly CustomerLine[]; uploads: ReadonlyMap<CustomerLine, readonly Uploaded[]> }> | Wrong {
  const wrong: { field: string; message: string }[] = [], uploads = new Map<CustomerLine, readonly Uploaded[]>();
  const read = lines.map(({ files = [], exchangeFor: _, ...line }, i): CustomerLine => {
    const found = files.flatMap((handle, k) => {
      const upload = uploadedBy(app, { shop, customerId, orderId }, handle);
      if (!upload) wrong.push({ field: `lines.${i}.files.${k}`, message: words.attention.notAFile });
      return upload ? [upload] : [];
    });
    const made = { ...line, files: found.map(({ name, mimeType, source }) => ({ name, mimeType, ref: source })) };
    uploads.set(made, found);
    return made;
  });
  lines.forEach(({ reason }, i) => {
    if (!Object.hasOwn(words.reasons, reason)) wrong.push({ field: `lines.${i}.reason`, message: words.attention.unknownReason });
  });
  return wrong.length ? { wrong } : { lines: read, uploads };
}

/** The lines as they can be decided: files by their handles, what is wanted in exchange among what may be had. */
async function readLines(app: App, inHand: OrderInHand, ask: CustomersAsk): Promise<ReturnType<typeof withFiles>> {
  const read = withFiles(app, ask);
  if ("wrong" in read) return read;
  const uploads = new Map<CustomerLine, readonly Uploaded[]>(), lines: CustomerLine[] = [], wrong: { field: string; message: string }[] = [];
  for (const [i, line] of read.lines.entries()) {
    const variant = ask.lines[i]?.exchangeFor, exchange = variant === undefined ? undefined : await wantedVariant(app, inHand, line.lineId, variant);
    if (exchange === null) wrong.push({ field: `lines.${i}.exchangeFor`, message: ask.words.attention.notInExchange });
    const made = exchange ? { ...line, exchange } : line;
    uploads.set(made, read.uploads.get(line) ?? []);
    lines.push(made);
  }
  return wrong.length ? { wrong } : { lines, uploads };
}

/** What the lines would get. Nothing is written. */
export async function quoteAsCustomer(app: App, ask: CustomersAsk): Promise<Readonly<{ quote: ApiQuote }> | Wrong | Refused | NotFound> {
  const inHand = await ownOrder(app, ask);
  if ("notFound" in inHand) return inHand;
  const read = await readLines(app, inHand, ask);
  if ("wrong" in read) return read;
  const result = await considered(app, inHand, ask.shop, read.lines);
  return "refused" in result ? result : { quote: tellQuote(result, read.lines, ask.words, app.now().toISOString()) };
}

/** What still stands against sending it: questions that were not answered and evidence that is not there. */
function faultsOf({ lines }: ApiQuote, asked: readonly CustomerLine[], words: AccountWords): Wrong["wrong"] {
  return lines.flatMap((line) => {
    const from = asked[line.asked], at = `lines.${line.asked}`;
    return [
      ...line.questions.map(({ field, need }) => ({ field: `${at}.facts.${field}${need ? `.${need}` : ""}`, message: words.attention.ask })),
      ...line.evidence.filter((one) => from && one.field === null && isPending(one, from, from.files)).map(({ label }) => ({ field: `${at}.files`, message: fill(words.attention.supply, { need: label }) })),
    ];
  });
}

export type RequestAsCustomer = CustomersAsk & Readonly<{ key: string; actor: Actor }>;

/** Opens the case. `refused` with the quote where the policy declines. */
export async function requestAsCustomer(app: App, ask: RequestAsCustomer): Promise<RequestAnswer | Wrong | Refused | NotFound> {
  const { shop, orderId, customerId, words } = ask, requestKey = `${customerId.split("/").at(-1)}/${ask.key}`;
  const inHand = await ownOrder(app, ask);
  if ("notFound" in inHand) return inHand;
  const known = await rmaByKey(app.db.prisma, shop, requestKey);
  if (known) return answerOf(app, known, words);
  const read = await readLines(app, inHand, ask);
  if ("wrong" in read) return read;
  const result = await considered(app, inHand, shop, read.lines);
  if ("refused" in result) return result;
  const quote = tellQuote(result, read.lines, words, app.now().toISOString());
  if (quote.lines.some(({ outcome }) => outcome === "declined")) return { refused: [], decision: quote };
  const wrong = faultsOf(quote, read.lines, words);
  if (wrong.length) return { wrong };
  const kept = await filesKept(app, shop, read.lines, read.uploads, words);
  if ("wrong" in kept) return kept;
  const lines = result.asked.map((line, i): LineAsked => ({ ...line, ...more(kept.files[i] ?? [], quote.lines.find(({ asked }) => asked === i)?.chosen ?? null) }));
  const made = await requestReturn(app, { shop, orderId, customerId, actor: ask.actor, lines, key: requestKey }).catch(async (error: unknown) => {
    // Sent twice at once: the unique key lets one in, and the other is shown what it made.
    if ((error as { code?: string }).code !== "P2002") throw error;
    const first = await rmaByKey(app.db.prisma, shop, requestKey);
    if (!first) throw error;
    return { rma: first };
  });
  if ("declined" in made) return { refused: [], decision: quote };
  if (!("rma" in made)) return made;
  await dropDraft(app.db.prisma, { shop, customerId, orderId });
  return answerOf(app, made.rma, words);
}

/** The remedy shown as chosen is the one that is asked for. */
const more = (photos: readonly KeptFile[], chosen: Remedy | null): Partial<LineAsked> => ({ ...(photos.length ? { photos } : {}), ...(chosen ? { remedy: chosen } : {}) });

async function filesKept(app: App, shop: string, lines: readonly CustomerLine[], uploads: ReadonlyMap<CustomerLine, readonly Uploaded[]>, words: AccountWords): Promise<Readonly<{ files: readonly (readonly KeptFile[])[] }> | Wrong> {
  const all = lines.flatMap((line, i) => (uploads.get(line) ?? []).map((upload, k) => ({ upload, i, k }))), result = await keepFiles(app, shop, all.map(({ upload }) => upload));
  if ("kept" in result) return { files: lines.map((_, i) => result.kept.filter((_file, n) => all[n]?.i === i)) };
  const which = all[result.wrong], text = result.why === "type" ? words.attention.otherFile : words.attention.fileGone;
  return { wrong: [{ field: `lines.${which?.i ?? 0}.files.${which?.k ?? 0}`, message: fill(text, { name: which?.upload.name ?? "" }) }] };
}

/** The case as the customer sees it. */
export async function answerOf(app: App, rma: RmaWithLines, words: AccountWords): Promise<RequestAnswer> {
  return { rma: await tellRma(app, await shopOf(app.db.prisma, rma.shop), rma, words) };
}
