/** What a decision says of a later day is what the same claim gets when it is asked on that day. */
import { describe, expect, it } from "vitest";
import { decide } from "../../policy/decide.ts";
import { formatDay, parseDay } from "../../policy/dates.ts";
import type { Decision, RemedyAnswer } from "../../policy/decision.ts";
import { explain } from "../../policy/explain.ts";
import { merchant, secondReading, worked } from "./merchants.ts";

const cases = [...worked, ...secondReading];
const askedOn = (claim: (typeof cases)[number]["claim"], day: string): Decision => decide(merchant(claim.policy), { ...claim, askedAt: day });
const kindsOf = ({ deductions, charges }: RemedyAnswer): readonly string[] => [...deductions, ...charges].map(({ kind }) => kind);

describe("terms that change while a remedy is open", () => {
  const turning = cases.flatMap(({ claim }) => decide(merchant(claim.policy), claim).remedies.flatMap((now) => (now.termsAfter && now.termsUntil ? [{ claim, now, after: now.termsAfter, last: now.termsUntil }] : [])));

  it("are named in many cases, with a day before the last", () => {
    expect(turning.length).toBeGreaterThan(25);
    expect(turning.filter(({ now, last }) => now.until !== null && last >= now.until)).toEqual([]);
  });
  it("are those of the same claim on the day after", () => {
    const unlike = turning.flatMap(({ claim, now, after, last }) => {
      const then = askedOn(claim, formatDay(parseDay(last) + 1)).remedies.find(({ remedy }) => remedy === now.remedy);
      const expected = JSON.stringify([after.freight, after.replacement]), got = JSON.stringify([then?.freight, then?.replacement]);
      const begun = then ? kindsOf(then).filter((kind) => !kindsOf(now).includes(kind)) : [];
      return expected === got && begun.every((kind) => after.feesBegin.includes(kind)) ? [] : [`${claim.id} ${now.remedy}: ${expected} ${after.feesBegin.join()}, and on the day ${got} ${begun.join()}`];
    });
    expect(unlike).toEqual([]);
  });
  it("still hold on their last day", () => {
    const unlike = turning.filter(({ claim, now, last }) => JSON.stringify(askedOn(claim, last).remedies.find(({ remedy }) => remedy === now.remedy)?.freight) !== JSON.stringify(now.freight));
    expect(unlike.map(({ claim, now }) => `${claim.id} ${now.remedy}`)).toEqual([]);
  });
  it("are told: a camera's second year is at the customer's cost", () => {
    const found = cases.find(({ id }) => id === "CAM-053");
    if (!found) throw new Error("CAM-053 is gone");
    const decision = decide(merchant("camstro"), found.claim);
    expect(decision.remedies[0]?.termsAfter).toMatchObject({ freight: { return: "customer", outbound: "customer" }, feesBegin: [], feesEnd: [] });
    expect(JSON.stringify(explain(decision, merchant("camstro"), found.claim))).toContain("These terms hold until January 10, 2026. After that: You pay for sending the item to us. You pay for sending it to you.");
  });
});

describe("remedies that open later", () => {
  const later = cases.flatMap(({ claim }) => (decide(merchant(claim.policy), claim).later ?? []).flatMap(({ remedy, from }) => (from === null ? [] : [{ claim, remedy, from }])));

  it("are open on the day named", () => {
    expect(later.length).toBeGreaterThan(15);
    expect(later.filter(({ claim, remedy, from }) => !askedOn(claim, from).remedies.some((one) => one.remedy === remedy)).map(({ claim, remedy }) => `${claim.id} ${remedy}`)).toEqual([]);
  });
  it("are not offered for goods bought elsewhere, exchanged once or lost on their way", () => {
    for (const id of ["CAM-028", "CAM-079", "CAM-097"]) {
      const found = cases.find((one) => one.id === id);
      expect(found && decide(merchant("camstro"), found.claim).later, id).toBeUndefined();
    }
  });
});
