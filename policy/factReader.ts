/**
 * A claim's facts as bits, one number per fact that the policy asks about; and, to find claims alike in all of them
 * quickly, packed into a few numbers: each fact has some places of one of them.
 */
import type { Claim } from "./claim.ts";
import type { Compiled } from "./compile.ts";
import { facts, partsOf, reasonOf, type Fact, type FactName, type lackable, type Parts } from "./facts.ts";
import { hashed } from "./recall.ts";
import { slotsFor } from "./relevant.ts";
import { OTHER, UNKNOWN, type Slot } from "./slots.ts";

/** How one fact is read, and what it says written in its places. Words lately read are kept at hand, by their length. */
type Reader = Readonly<{ name: FactName; read: Fact["read"]; codes: ReadonlyMap<string, number>; unknown: number; yes: number; no: number; other: number; lateWords: string[]; lateCodes: number[] }>;

const LATE_WORDS = 16;

/** Facts that share one number, and what it is where the claim lacks the part they are read from. */
type Pack = Readonly<{ within: (typeof lackable)[number] | undefined; readers: readonly Reader[]; absent: number }>;

/** Reads some facts of the claim laid out. `row`, a number that tells the reader from others and one per pack, is written over by each claim. */
export type FactReader = Readonly<{ row: number[]; packs: readonly Pack[] }>;

/** A reader for each reason that clauses name, of what matters for it, and one for all other reasons. `parts` is written over by each claim. */
export type FactReaders = Readonly<{ parts: Parts; byReason: ReadonlyMap<string, FactReader>; other: FactReader }>;

/** What is read where a claim says nothing. */
const silent: Claim = { id: "", policy: "", askedAt: "", zone: "", order: { placedAt: "" }, item: {}, customer: {}, request: { reason: "" }, money: { currency: "USD", unitPrice: "0", quantity: 1, returnedQuantity: 1, discount: "0", tax: "0", shipping: "0" } };

const MOST_PLACES = 30;
const withins = [undefined, "sendingBack", "parcel", "inspection"] as const;

/** The readers of a policy: what each reads stands in the same places. Reasons that no clause tells apart share one. */
export function factReaders(compiled: Compiled): FactReaders {
  const packs = withins.flatMap((within) => packsOf(within, compiled.slots.filter(({ name }) => facts[name].within === within)));
  const reasons = compiled.slots[compiled.reasonSlot]?.bits ?? new Map<string, number>(), readers = new Map<number, FactReader>();
  for (const bits of [OTHER, ...reasons.values()]) if (!readers.has(bits)) readers.set(bits, reading(packs, slotsFor(compiled, bits), readers.size));
  const other = readers.get(OTHER) ?? { row: [], packs: [] };
  const byReason = [...reasons].flatMap(([word, bits]) => (typeof word === "string" ? [[word, readers.get(bits) ?? other] as const] : []));
  return { parts: partsOf(silent), byReason: new Map(byReason), other };
}

/** The packs of some slots alone. */
function reading(packs: readonly Pack[], slots: readonly Slot[], number: number): FactReader {
  const names = new Set(slots.map(({ name }) => name));
  const some = packs.map(({ within, readers }) => packOf(within, readers.filter(({ name }) => names.has(name)))).filter(({ readers }) => readers.length > 0);
  return { row: [number, ...some.map(() => 0)], packs: some };
}

/** The reader of what matters for a claim, which is laid out for it. */
export function readerOf({ parts, byReason, other }: FactReaders, claim: Claim): FactReader {
  layOut(parts, claim);
  return byReason.get(reasonOf(parts)) ?? other;
}

/** As many facts to a number as have places in it. A fact of several words has a place for each, so that none hides another. */
function packsOf(within: Pack["within"], slots: readonly Slot[]): readonly Pack[] {
  const packs: Reader[][] = [];
  let used = MOST_PLACES;
  for (const slot of slots) {
    const places = 32 - Math.clz32(Math.max(OTHER, ...slot.bits.values()));
    if (used + places > MOST_PLACES) {
      packs.push([]);
      used = 0;
    }
    packs.at(-1)?.push(wordsOf(slot, used));
    used += places;
  }
  return packs.map((readers) => packOf(within, readers));
}

const packOf = (within: Pack["within"], readers: readonly Reader[]): Pack => ({ within, readers, absent: packed(readers, partsOf(silent)) });

function wordsOf({ name, bits }: Slot, shift: number): Reader {
  const code = (word: string | boolean): number => (bits.get(word) ?? OTHER) << shift;
  const codes = new Map([...bits.keys()].flatMap((word) => (typeof word === "string" ? [[word, code(word)] as const] : [])));
  return { name, read: facts[name].read, codes, unknown: UNKNOWN << shift, yes: code(true), no: code(false), other: OTHER << shift, lateWords: new Array<string>(LATE_WORDS).fill(""), lateCodes: new Array<number>(LATE_WORDS).fill(code("")) };
}

/** Reads a reader's facts of the claim laid out into its row; their hash. A part that the claim lacks is not looked into fact by fact. */
export function readFacts({ row, packs }: FactReader, parts: Parts): number {
  let hash = row[0] ?? 0;
  for (let i = 0; i < packs.length; i++) {
    const pack = packs[i];
    if (!pack) continue;
    const code = lacks(pack.within, parts) ? pack.absent : packed(pack.readers, parts);
    row[i + 1] = code;
    hash = hashed(hash, code);
  }
  return hash;
}

/** Whether a claim has no such part; each asked by its name, which the machine does faster than by a name it must look up. */
const lacks = (within: Pack["within"], parts: Parts): boolean =>
  within === undefined ? false : within === "sendingBack" ? parts.sendingBack === undefined : within === "parcel" ? parts.parcel === undefined : parts.inspection === undefined;

function layOut(parts: Parts, { order, item, customer, request, money, sendingBack, inspection }: Claim): void {
  parts.order = order;
  parts.item = item;
  parts.customer = customer;
  parts.request = request;
  parts.money = money;
  parts.sendingBack = sendingBack;
  parts.parcel = sendingBack?.parcel;
  parts.inspection = inspection ?? undefined;
}

function packed(readers: readonly Reader[], parts: Parts): number {
  let code = 0;
  for (const reader of readers) code |= codeOf(reader, parts);
  return code;
}

/** What one fact says, in its places: unknown where nobody said, other where no clause names the word. */
function codeOf(reader: Reader, parts: Parts): number {
  const value = reader.read(parts);
  if (typeof value === "string") {
    const place = value.length & (LATE_WORDS - 1);
    return reader.lateWords[place] === value ? (reader.lateCodes[place] ?? reader.other) : wordCode(reader, value, place);
  }
  return value === true ? reader.yes : value === false ? reader.no : value === undefined ? reader.unknown : severalCodes(reader, value);
}

function wordCode({ codes, other, lateWords, lateCodes }: Reader, word: string, place: number): number {
  const code = codes.get(word) ?? other;
  lateWords[place] = word;
  lateCodes[place] = code;
  return code;
}

function severalCodes({ codes, other }: Reader, words: readonly string[]): number {
  let all = 0;
  for (let i = 0; i < words.length; i++) all |= codes.get(words[i] ?? "") ?? other;
  return all;
}

/** The bits of all facts of a claim, by slot: UNKNOWN where nobody said, OTHER where no clause names the word. */
export function factBits(slots: readonly Slot[], claim: Claim): readonly number[] {
  const parts = partsOf(claim);
  return slots.map(({ name, bits }) => {
    const value = facts[name].read(parts);
    if (value === undefined) return UNKNOWN;
    return typeof value === "object" ? value.reduce((all, word) => all | (bits.get(word) ?? OTHER), 0) : (bits.get(value) ?? OTHER);
  });
}
