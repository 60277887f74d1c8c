/** The packing slip a customer puts into the parcel: number and barcode, where to, until when, what is in it. */
import bwipjs from "bwip-js/node";
import PDFDocument from "pdfkit";
import type { App } from "../app.server.ts";
import { returnAddressFor } from "../settings.ts";
import { rmaOf, type RmaWithLines } from "../store/rmas.ts";
import { shopOf } from "../store/shops.ts";
import { claimIn, decisionIn, promisedIn } from "./storedLine.ts";

const MARGIN = 54, LABELS: Readonly<Record<string, string>> = {
  rma_number_on_label_or_box: "Write the RMA number on the label or the box.", rma_number_on_exterior_box: "Write the RMA number on the outside of the box.", rma_number_in_label_attn: "Put the RMA number into the \"Attn\" line of the label.",
  original_packaging: "Use the original packaging.", complete_items: "Send all parts and papers.", parts_and_accessories: "Send all parts and accessories.", device_unbound_and_reset: "Remove the device from your account and reset it.",
  "traceable_carrier:required": "Use a carrier with tracking.", "traceable_carrier:recommended": "A carrier with tracking is recommended.", rma_documentation: "Put this slip into the parcel.", proof_of_purchase: "Add a copy of your proof of purchase.",
};

/** What the standard fonts of PDF can show; other characters become a question mark. */
const printable = (text: string): string => text.replace(/[^\x20-\x7E\xA0-\xFF]/g, "?");

/** The instructions of the policy for the lines, each once. */
export const instructionsOf = (rma: RmaWithLines): readonly string[] =>
  [...new Set(rma.lines.flatMap((line) => (promisedIn(line) ?? decisionIn(line).remedies[0])?.requires ?? []).flatMap(({ need }) => LABELS[need] ?? []))];

/** The slip as a PDF of one page, or more for many lines. Throws where the shop has no such RMA. */
export async function packingSlip(app: App, { shop, rmaId }: Readonly<{ shop: string; rmaId: string }>): Promise<Uint8Array> {
  const rma = await rmaOf(app.db.prisma, shop, rmaId), { settings } = await shopOf(app.db.prisma, shop);
  const first = rma.lines[0], address = returnAddressFor(settings, first ? claimIn(first).customer.country : undefined);
  const barcode = await bwipjs.toBuffer({ bcid: "code128", text: rma.number, scale: 3, height: 14, includetext: true });
  const pdf = new PDFDocument({ size: "A4", margin: MARGIN, info: { Title: printable(`Return ${rma.number}`) }, compress: false });
  const chunks: Buffer[] = [], end = new Promise<void>((resolve) => pdf.on("end", resolve));
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  draw(pdf, rma, address?.lines ?? [], barcode);
  pdf.end();
  await end;
  return Buffer.concat(chunks);
}

function draw(pdf: PDFKit.PDFDocument, rma: RmaWithLines, address: readonly string[], barcode: Buffer): void {
  const line = (text: string): void => void pdf.text(printable(text));
  pdf.font("Helvetica-Bold").fontSize(22);
  line(`Return ${rma.number}`);
  pdf.image(barcode, pdf.page.width - MARGIN - 170, MARGIN, { width: 170 });
  pdf.moveDown().font("Helvetica").fontSize(11);
  line(`Order ${rma.orderName}`);
  if (rma.shipBackBy) line(`Please send it by ${rma.shipBackBy.toISOString().slice(0, 10)}.`);
  part(pdf, "Send to", address.length ? address : ["The shop will tell you where to send it."]);
  part(pdf, "In this parcel", rma.lines.map((one) => `${one.quantity} x ${one.title}`));
  const instructions = instructionsOf(rma);
  if (instructions.length) part(pdf, "Before you send it", instructions);
}

function part(pdf: PDFKit.PDFDocument, heading: string, lines: readonly string[]): void {
  pdf.moveDown().font("Helvetica-Bold").text(heading).font("Helvetica");
  for (const text of lines) pdf.text(printable(text));
}
