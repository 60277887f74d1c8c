/** Fees that the whole return or order owes once, shared out over the lines that owe them (docs/decisions/returns.md). */
import type { Fee, RemedyAnswer } from "./decision.ts";
import { formatMinor, minorDigits, parseMinor, share, split, type Minor, type Rounding } from "./money.ts";

/** A line of a return with the remedy counted for it; `value` is what was paid for the units, in minor units. */
export type Counted = Readonly<{ claim: string; answer: RemedyAnswer; value: Minor; rounding: Rounding }>;

/** A fee taken once: what it comes to in this return, and what of it each line carries. */
export type SharedFee = Readonly<{ kind: string; per: "return" | "order"; amount: string; currency: string; because: readonly string[]; lines: readonly Readonly<{ claim: string; amount: string }>[] }>;

type Owed = Readonly<{ at: number; fee: Fee; comesOff: boolean }>;
type Line = { refund: Minor; deductions: Fee[]; charges: Fee[] };

const isShared = (fee: Fee): boolean => fee.per !== undefined;
const currencyOf = (fee: Fee, answer: RemedyAnswer): string => fee.currency ?? answer.refund?.currency ?? "";

/**
 * Takes each fee per return or order once. Of lines that owe different sums the highest holds; it is split by
 * what is left of each line after its own deductions (by value where nothing is paid out), the remainder on the
 * last; no line gives more than it has left. A quote is asked for once, on the last line that owes it.
 */
export function shareFees(lines: readonly Counted[], currency: string): Readonly<{ answers: readonly RemedyAnswer[]; shared: readonly SharedFee[] }> {
  const digits = minorDigits(currency);
  const work = lines.map(({ answer }): Line => {
    const own = answer.deductions.filter((fee) => !isShared(fee)), off = answer.deductions.filter(isShared);
    const refund = parseMinor(answer.refund?.amount ?? "0", digits) + off.reduce((sum, fee) => sum + parseMinor(fee.amount, digits), 0);
    return { refund, deductions: own, charges: answer.charges.filter((fee) => !isShared(fee)) };
  });
  const shared = [...owedByKind(lines)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, owed]) => take(owed, lines, work));
  return { answers: lines.map((line, i) => settled(line, work[i], digits, currency)), shared };
}

function owedByKind(lines: readonly Counted[]): Map<string, Owed[]> {
  const byKind = new Map<string, Owed[]>();
  lines.forEach(({ answer }, at) => {
    const owed = [...answer.deductions.map((fee): Owed => ({ at, fee, comesOff: true })), ...answer.charges.map((fee): Owed => ({ at, fee, comesOff: false }))];
    for (const one of owed.filter(({ fee }) => isShared(fee))) {
      const key = `${one.fee.kind} ${currencyOf(one.fee, answer)}`;
      byKind.set(key, [...(byKind.get(key) ?? []), one]);
    }
  });
  return byKind;
}

function take(owed: readonly Owed[], lines: readonly Counted[], work: readonly Line[]): SharedFee {
  const first = owed[0], last = owed[owed.length - 1];
  if (!first || !last) throw new Error("a shared fee that no line owes");
  const currency = currencyOf(first.fee, (lines[first.at] as Counted).answer), digits = minorDigits(currency);
  const whole = ({ fee }: Owed): Minor => parseMinor(fee.whole ?? fee.amount, digits);
  const quoted = owed.find(({ fee }) => fee.amount === "quote");
  const { kind, per = "return", because } = quoted?.fee ?? owed.reduce((most, one) => (whole(one) > whole(most) ? one : most)).fee;
  const add = (one: Owed, amount: string): Readonly<{ claim: string; amount: string }> => {
    const { whole: _, ...fee } = one.fee;
    work[one.at]?.[one.comesOff ? "deductions" : "charges"].push({ ...fee, kind, because, amount });
    return { claim: lines[one.at]?.claim ?? "", amount };
  };
  if (quoted) return { kind, per, amount: "quote", currency, because, lines: [add(last, "quote")] };
  const pieces = piecesOf(Math.max(...owed.map(whole)), owed, lines, work);
  const carried = owed.flatMap((one, i) => {
    const piece = pieces[i] ?? 0, line = work[one.at];
    if (one.comesOff && line) line.refund -= piece;
    return piece > 0 ? [add(one, formatMinor(piece, digits))] : [];
  });
  return { kind, per, amount: formatMinor(pieces.reduce((a, b) => a + b, 0), digits), currency, because, lines: carried };
}

/** A fee over the lines that owe it; what the refunds cannot carry falls on lines that are charged, else on nobody. */
function piecesOf(fee: Minor, owed: readonly Owed[], lines: readonly Counted[], work: readonly Line[]): readonly Minor[] {
  const room = owed.map((one) => (one.comesOff ? (work[one.at]?.refund ?? 0) : (lines[one.at]?.value ?? 0)));
  if (fee <= room.reduce((a, b) => a + b, 0)) return split(fee, room);
  const left = owed.reduce((sum, one, i) => sum - (one.comesOff ? (room[i] ?? 0) : 0), fee);
  const rest = split(left, owed.flatMap((one, i) => (one.comesOff ? [] : [room[i] ?? 0])));
  let next = 0;
  return owed.map((one, i) => (one.comesOff ? (room[i] ?? 0) : (rest[next++] ?? 0)));
}

/** A line's answer with its share; its store credit's bonus follows what is credited. */
function settled({ answer, rounding }: Counted, line: Line | undefined, digits: number, currency: string): RemedyAnswer {
  if (!line) return answer;
  const bonus = answer.creditBonus;
  return {
    ...answer, deductions: line.deductions, charges: line.charges,
    ...(answer.refund ? { refund: { amount: formatMinor(line.refund, digits), currency } } : {}),
    ...(bonus ? { creditBonus: { ...bonus, amount: formatMinor(share(line.refund, Math.round(bonus.percent * 10_000), 1_000_000, rounding), digits) } } : {}),
  };
}
