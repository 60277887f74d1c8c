import { existsSync, readdirSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { serve, oneShop, type DevStore } from "./start.ts";

/** Recordings of the real Shopify lie beside the project, where they are given; they are no part of it. */
const SHARED = process.env["SHOPIFY_RECORDINGS"] ?? new URL("../../../shared/shopify/", import.meta.url).pathname;
const isThere = existsSync(`${SHARED}/replay.mjs`);

type Step = { path: string; mismatches: { path: string; why: string }[]; cost?: { requested: [number, number | null] } };
type Player = {
  client: (url: string, token: string) => unknown;
  loadRecording: (json: unknown, overlay: undefined, name: string) => unknown;
  replay: (recording: unknown, send: unknown) => Promise<{ steps: Step[] }>;
};

async function played(): Promise<void> {
  const player = (await import(`${SHARED}/replay.mjs`)) as Player;
  const stores: DevStore[] = [];
  const priced = { of: 0, right: 0 };
  afterAll(() => Promise.all(stores.map((store) => store.close())));

  it.each(readdirSync(`${SHARED}/recordings`).filter((name) => name.endsWith(".json")))("%s is answered as recorded, operation by operation", async (name) => {
    const store = await serve(oneShop({ token: "T", currency: "CAD", plan: "enterprise" }).world);
    stores.push(store);
    const recording = player.loadRecording(JSON.parse(readFileSync(`${SHARED}/recordings/${name}`, "utf8")), undefined, name);
    const { steps } = await player.replay(recording, player.client(`${store.origin}/admin/api/2026-10/graphql.json`, "T"));
    for (const { cost } of steps) {
      priced.of += cost ? 1 : 0;
      priced.right += cost && cost.requested[0] === cost.requested[1] ? 1 : 0;
    }
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.flatMap((step) => step.mismatches.map((m) => `${step.path}: ${m.path} (${m.why})`))).toEqual([]);
  });

  it("asks for what the real one asked for, in 95 of 100 calls at least", () => {
    expect(priced.right / priced.of).toBeGreaterThanOrEqual(0.95);
  });
}

function leftOut(): void {
  it("are not beside the project and were left out", () => {
    console.log("replay: no recordings found, left out");
    expect(existsSync(`${SHARED}/recordings`)).toBe(false);
  });
}

describe("recordings of the real Shopify", isThere ? played : leftOut);
