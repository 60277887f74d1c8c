/** The packing slip a customer puts into the parcel: number and barcode, where to, until when, what is in it. */
import bwipjs from "bwip-js/node";
import PDFDocument from "pdfkit";
import { dayText, fill, wordFor } from "../../policy/explain/inWords.ts";
import type { App } from "../app.server.ts";
import { returnAddressFor } from "../settings.ts";
import { rmaOf, type RmaWithLines } from "../store/rmas.ts";
import { shopOf } from "../store/shops.ts";
import { wordsIn, type AccountWords, type Locale } from "../words/account.ts";
import { claimIn, decisionIn, promisedIn } from "./storedLine.ts";

const MARGIN = 54;

/** What the standard fonts of PDF can show; other characters become a question mark. */
const printable = (text: string): string => text.replace(/[^\x20-\x7E\xA0-\xFF]/g, "?");

/** The instructions of the policy for the lines, each once. */
export const instructionsOf = (rma: RmaWithLines, { instructions }: Pick<AccountWords, "instructions">): readonly string[] =>
  [...new Set(rma.lines.flatMap((line) => (promisedIn(line) ?? decisionIn(line).remedies[0])?.requires ?? []).flatMap(({ need }) => (Object.hasOwn(instructions, need) ? wordFor(instructions, need) : [])))];

/** The slip as a PDF of one page, or more for many lines. Throws where the shop has no such RMA. The fonts have no Japanese: that slip is in English. */
export async function packingSlip(app: App, { shop, rmaId, locale = "en" }: Readonly<{ shop: string; rmaId: string; locale?: Locale }>): Promise<Uint8Array> {
  const rma = await rmaOf(app.db.prisma, shop, rmaId), { settings } = await shopOf(app.db.prisma, shop);
  const first = rma.lines[0], address = returnAddressFor(settings, first ? claimIn(first).customer.country : undefined), words = wordsIn(locale === "ja" ? "en" : locale);
  const barcode = await bwipjs.toBuffer({ bcid: "code128", text: rma.number, scale: 3, height: 14, includetext: true });
  const pdf = new PDFDocument({ size: "A4", margin: MARGIN, info: { Title: printable(fill(words.slip.title, { number: rma.number })) }, compress: false });
  const chunks: Buffer[] = [], end = new Promise<void>((resolve) => pdf.on("end", resolve));
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  draw(pdf, rma, address?.lines ?? [], barcode, words);
  pdf.end();
  await end;
  return Buffer.concat(chunks);
}

function draw(pdf: PDFKit.PDFDocument, rma: RmaWithLines, address: readonly string[], barcode: Buffer, words: AccountWords): void {
  const { slip } = words;
  const line = (text: string): void => void pdf.text(printable(text));
  pdf.font("Helvetica-Bold").fontSize(22);
  line(fill(slip.title, { number: rma.number }));
  pdf.image(barcode, pdf.page.width - MARGIN - 170, MARGIN, { width: 170 });
  pdf.moveDown().font("Helvetica").fontSize(11);
  line(fill(slip.order, { name: rma.orderName }));
  if (rma.shipBackBy) line(fill(slip.sendBy, { day: dayText(rma.shipBackBy.toISOString().slice(0, 10), words.policy) }));
  part(pdf, slip.to, address.length ? address : [slip.addressFollows]);
  part(pdf, slip.contents, rma.lines.map((one) => `${one.quantity} x ${one.title}`));
  const instructions = instructionsOf(rma, words);
  if (instructions.length) part(pdf, slip.before, instructions);
}

function part(pdf: PDFKit.PDFDocument, heading: string, lines: readonly string[]): void {
  pdf.moveDown().font("Helvetica-Bold").text(heading).font("Helvetica");
  for (const text of lines) pdf.text(printable(text));
}
