/** Spoils a JSON value at a few places, the same way for the same random stream. */
import type { Random } from "../devstore/seed/random.ts";

type Place = Readonly<{ holder: Record<string | number, unknown>; key: string | number }>;

const LONG = 20_000;
/** As many lines as no order has. */
export const MANY = 10_000;

const texts: readonly string[] = [
  "", " ", "\u0000", "null", "<script>alert(1)</script>", "=1+1", "../../etc/passwd", "__proto__", "constructor", "toString", "${7*7}", "' OR 1=1 --", "\u202Eabc", "\uD800", "é".repeat(300), "a".repeat(LONG), "9".repeat(400), "-5.00", "0.00", "1e309", "1e2", "0.001", "99999999999999.99",
  "2026-02-30", "2024-02-29", "0000-01-01", "9999-12-31", "+275760-09-13T00:00:00Z", "2026-03-08T02:30:00-05:00", "1970-01-01T00:00:00Z", "P0D", "P999999999Y", "P1Y2M3D", "USD", "XXX", "JPY", "KWD", "usd", "Europe/Nowhere", "America/Sao_Paulo", "gid://shopify/Order/1", "defective", "unwanted", "refund",
];
const numbers: readonly number[] = [0, -1, 1, 0.5, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, 1e-320, 250];

/** Any value of JSON that a program might stumble over. */
function hostile(random: Random): unknown {
  const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);
  switch (random.whole(0, 9)) {
    case 0: return null;
    case 1: return random.pick(numbers);
    case 2: return random.chance(0.5);
    case 3: return [];
    case 4: return {};
    case 5: return deep(random.pick([1, 50, 500]));
    case 6: return JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
    default: return random.pick(texts);
  }
}

/** Another value of the same type, so that what only looks at types lets it through. */
function alike(random: Random, value: unknown): unknown {
  if (typeof value === "string") return random.pick(texts);
  if (typeof value === "number") return random.pick(numbers);
  if (typeof value === "boolean") return !value;
  return hostile(random);
}

function placesIn(value: unknown, places: Place[] = []): Place[] {
  if (typeof value !== "object" || value === null) return places;
  const holder = value as Record<string | number, unknown>;
  for (const key of Array.isArray(value) ? value.keys() : Object.keys(value)) {
    places.push({ holder, key });
    placesIn(holder[key], places);
  }
  return places;
}

function spoilAt(random: Random, { holder, key }: Place): void {
  const value = holder[key];
  switch (random.whole(0, 9)) {
    case 0: case 1: holder[key] = hostile(random); return;
    case 2: if (Array.isArray(holder)) holder.splice(Number(key), 1); else delete holder[key]; return;
    case 3: if (Array.isArray(value) && value.length > 0) holder[key] = Array.from({ length: random.pick([2, 40, random.chance(0.02) ? MANY : 3]) }, () => value[0] as unknown); else holder[key] = hostile(random); return;
    case 4: if (!Array.isArray(holder)) holder[random.pick(texts).slice(0, 40)] = hostile(random); return;
    default: holder[key] = alike(random, value);
  }
}

/** A copy with one to four places spoilt; `times` as many where given. */
export function spoil<T>(random: Random, value: T, times = random.pick([1, 1, 1, 2, 3, 4])): unknown {
  const copy = structuredClone(value), places = placesIn(copy);
  if (places.length === 0 || random.chance(0.002)) return hostile(random);
  for (let i = 0; i < times; i++) spoilAt(random, random.pick(places));
  return copy;
}

/** Text cut, doubled, or with bytes changed. */
export function spoilText(random: Random, text: string): string {
  const at = random.whole(0, text.length), end = Math.min(text.length, at + random.whole(0, 200));
  switch (random.whole(0, 4)) {
    case 0: return text.slice(0, at);
    case 1: return text.slice(0, at) + text.slice(end);
    case 2: return text.slice(0, at) + text.slice(at, end).repeat(random.pick([2, 3, 50])) + text.slice(end);
    case 3: return text.slice(0, at) + random.pick([...texts.map((one) => one.slice(0, 200)), "\t", "{", "[", "&a ", "*a ", "!!js/function ", "? ", ": ", "- ", "\n", '"', "'", ",", ";"]) + text.slice(end);
    default: return text.slice(0, at) + String.fromCharCode(random.whole(0, 0xffff)) + text.slice(at + 1);
  }
}
