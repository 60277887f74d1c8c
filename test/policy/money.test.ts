import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMinor, minorDigits, parseMinor, part, share, split } from "../../policy/money.ts";

describe("currencies", () => {
  it.each([["JPY", 0], ["KRW", 0], ["USD", 2], ["EUR", 2], ["KWD", 3], ["TND", 3]])("%s has %i digits", (currency, digits) => {
    expect(minorDigits(currency)).toBe(digits);
  });
  it("a word that is no currency code is an error", () => {
    expect(() => minorDigits("US")).toThrow(RangeError);
  });
});

describe("decimal text", () => {
  it.each([
    ["129.99", 2, 12_999], ["129.9", 2, 12_990], ["129", 2, 12_900], ["0", 2, 0], ["0.00", 2, 0], ["0.01", 2, 1], ["129.990", 2, 12_999], ["12467", 0, 12_467], ["12467.00", 0, 12_467],
    ["12.5", 3, 12_500], ["12.345", 3, 12_345], ["0.005", 3, 5], ["-3.10", 2, -310], ["90071992547409.91", 2, 9_007_199_254_740_991],
  ])("%s with %i digits is %i", (text, digits, wanted) => {
    expect(parseMinor(text, digits)).toBe(wanted);
  });

  it.each([["129.991", 2], ["12467.5", 0], ["12.3456", 3], ["", 2], [".5", 2], ["5.", 2], ["1,000", 2], ["1e3", 2], ["12 ", 2], ["1.2.3", 2], ["--1", 2], ["-", 2], ["90071992547409.92", 2], ["NaN", 2]])("%s with %i digits is no amount", (text, digits) => {
    expect(parseMinor(text, digits)).toBeNaN();
  });

  it.each([
    [0, 2, "0.00"], [5, 2, "0.05"], [10, 2, "0.10"], [99, 2, "0.99"], [100, 2, "1.00"], [12_999, 2, "129.99"], [-5, 2, "-0.05"], [-310, 2, "-3.10"], [7, 0, "7"], [-7, 0, "-7"],
    [5, 3, "0.005"], [12_500, 3, "12.500"], [999, 3, "0.999"], [1000, 3, "1.000"], [12_345, 4, "1.2345"], [5, 4, "0.0005"], [9_007_199_254_740_991, 2, "90071992547409.91"], [9_007_199_254_740_991, 3, "9007199254740.991"],
  ])("%i with %i digits is written %s", (minor, digits, wanted) => {
    expect(formatMinor(minor, digits)).toBe(wanted);
  });

  it("what is written is read back", () => {
    fc.assert(fc.property(fc.maxSafeInteger(), fc.constantFrom(0, 2, 3, 4), (minor, digits) => {
      expect(parseMinor(formatMinor(minor, digits), digits)).toBe(minor === 0 ? 0 : minor);
    }));
  });
});

describe("shares", () => {
  it.each([
    [25, 1, 10, "half_up", 3], [25, 1, 10, "half_even", 2], [25, 1, 10, "down", 2], [35, 1, 10, "half_up", 4], [35, 1, 10, "half_even", 4], [35, 1, 10, "down", 3],
    [24, 1, 10, "half_up", 2], [26, 1, 10, "half_even", 3], [26, 1, 10, "down", 2], [100, 1, 3, "half_up", 33], [200, 1, 3, "half_up", 67], [77, 5, 5, "down", 77],
  ] as const)("%i × %i / %i rounded %s is %i", (value, numerator, denominator, rounding, wanted) => {
    expect(share(value, numerator, denominator, rounding)).toBe(wanted);
  });

  it("is exact where the product leaves the safe integers", () => {
    const exact = (value: number, n: number, d: number): number => Number((BigInt(value) * BigInt(n) * 2n + BigInt(d)) / (BigInt(d) * 2n));
    let large = 0;
    fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 50 }), fc.integer({ min: 0, max: 1_000_000 }), (value, n) => {
      if (!Number.isSafeInteger(value * n * 2)) large++;
      expect(share(value, n, 1_000_000)).toBe(exact(value, n, 1_000_000));
    }));
    expect(large).toBeGreaterThan(10);
  });
});

describe("parts add up", () => {
  it("the parts of a line, taken in any portions, make the whole, each within a minor unit of its share", () => {
    let uneven = 0;
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }), (total, portions) => {
      const units = portions.reduce((a, b) => a + b, 0);
      let taken = 0, given = 0;
      for (const portion of portions) {
        const piece = part(total, taken, taken + portion, units);
        expect(Math.abs(piece - (total * portion) / units)).toBeLessThanOrEqual(1);
        given += piece;
        taken += portion;
      }
      if (total % units) uneven++;
      expect(given).toBe(total);
    }));
    expect(uneven).toBeGreaterThan(50);
  });

  it.each([[21_997, 0, 1, 3, 7332], [21_997, 1, 3, 3, 14_665], [1000, 0, 1, 3, 333], [1000, 1, 2, 3, 334], [1000, 2, 3, 3, 333], [37_400, 0, 1, 3, 12_467]])("of %i the units %i to %i of %i are %i", (total, from, to, of, wanted) => {
    expect(part(total, from, to, of)).toBe(wanted);
  });

  it.each([[1000, [1, 1, 1], [333, 334, 333]], [100, [1, 0, 1], [50, 0, 50]], [5, [0, 0], [0, 5]], [0, [3, 4], [0, 0]], [7, [1], [7]], [10, [], []]])("%i over %j is %j", (total, weights, wanted) => {
    expect(split(total, weights)).toEqual(wanted);
  });

  it("a split gives nothing negative and loses nothing", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 9 }), (total, weights) => {
      const pieces = split(total, weights);
      expect(pieces.reduce((a, b) => a + b, 0)).toBe(total);
      expect(pieces.every((piece) => piece >= 0)).toBe(true);
    }));
  });
});
