import { parse, validate } from "graphql";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adminSchema } from "../kernel/schema.ts";
import { ACTS } from "./acts.ts";
import { browserScript } from "./browserScript.ts";
import { html, safeUrl, scriptJson } from "./html.ts";
import { NEW_ORDER } from "./newOrder.ts";
import { READINGS } from "./readings.ts";
import { deliveryOf } from "./shapes.ts";
import { badge, money, spoken } from "./words.ts";

describe("markup", () => {
  it("escapes every value, in text and in attributes", () => {
    const evil = `<script>alert(1)</script>" onmouseover='x' \``;
    const { html: page } = html`<p title="${evil}">${evil}</p>`;
    expect(page).not.toMatch(/<script|" onmouseover|'x'|`/);
    expect(page).toContain("&#60;script&#62;");
  });

  it("never lets a text open a tag or end an attribute", () => {
    fc.assert(fc.property(fc.string(), (text) => {
      const page = html`${text}`.html;
      expect(page).not.toMatch(/[<>"'`]/);
    }));
  });

  it("keeps markup made by itself, joins lists, and leaves nothing for null and false", () => {
    expect(html`<ul>${["a", "b"].map((x) => html`<li>${x}</li>`)}</ul>${null}${false}${undefined}${0}`.html).toBe("<ul><li>a</li><li>b</li></ul>0");
  });

  it("writes JSON that cannot end its script element", () => {
    const { html: json } = scriptJson({ a: "</script><!-- \u2028" });
    expect(json).not.toMatch(/[<>\u2028]/);
    expect(JSON.parse(json)).toEqual({ a: "</script><!-- \u2028" });
  });

  it("links to http addresses and own paths only", () => {
    expect(["https://a.example/x", "/store/a", "javascript:alert(1)", "data:text/html,x", "//evil.example", null].map(safeUrl)).toEqual(["https://a.example/x", "/store/a", "#", "#", "#", "#"]);
  });
});

describe("words", () => {
  it("writes amounts with the places of their currency", () => {
    expect([{ amount: "1299", currencyCode: "JPY" }, { amount: "12.5", currencyCode: "KWD" }, { amount: "7.5", currencyCode: "USD" }].map(money)).toEqual(["¥1,299", "KWD\u00a012.500", "$7.50"]);
  });

  it("speaks codes, and says so where there is none", () => {
    expect(spoken("PARTIALLY_REFUNDED")).toBe("Partially refunded");
    expect(badge(null).html).toContain("No payment");
  });

  it("takes the least advanced parcel for the order's delivery", () => {
    const states = (...list: string[]) => deliveryOf(list.map((displayStatus) => ({ displayStatus })));
    expect([states("DELIVERED", "IN_TRANSIT"), states("DELIVERED"), states("DELIVERED", "FAILURE"), states()]).toEqual(["IN_TRANSIT", "DELIVERED", "FAILURE", null]);
  });
});

describe("what the pages send", () => {
  const { schema } = adminSchema("2026-10");
  it.each(Object.entries({ ...READINGS, ...ACTS, ...NEW_ORDER }))("%s is valid against the schema", (_name, document) => {
    expect(validate(schema, parse(document)).map((e) => e.message)).toEqual([]);
  });
});

describe("browser scripts", () => {
  it.each(["app-bridge.js", "host.js", "page.js"])("%s is plain script without imports, exports or types", (name) => {
    const script = browserScript(name) ?? "";
    expect(script.length).toBeGreaterThan(100);
    expect(script).not.toMatch(/^\s*(import|export)\b/m);
    expect(() => new Function(script)).not.toThrow();
  });

  it("serves no other file", () => {
    expect(browserScript("../routes.ts")).toBeNull();
  });
});
