import { existsSync, readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { oneShop, serve, type DevStore } from "./start.ts";

/** Recordings of a real shop lie beside the repository, or where SHOPIFY_RECORDINGS says, where they are at hand; they are no part of it. */
const GIVEN = process.env["SHOPIFY_RECORDINGS"];
const BESIDE = GIVEN ? pathToFileURL(`${GIVEN.replace(/\/$/, "")}/`) : new URL("../../../shared/shopify/", import.meta.url);
const RECORDINGS = new URL("recordings/", BESIDE);

type Step = { path: string; mismatches: { path: string; recorded: unknown; got: unknown; why: string }[]; cost?: { requested: [number, number | null]; actual: [number, number | null] } | null; cleanup: boolean };
type Player = {
  loadRecording: (json: unknown, overlay: undefined, name: string) => unknown;
  client: (url: string, token: string) => unknown;
  replay: (recording: unknown, send: unknown) => Promise<{ steps: Step[]; notes: string[] }>;
};

const files = existsSync(RECORDINGS) ? readdirSync(RECORDINGS).filter((name) => name.endsWith(".json")).sort() : [];

describe("recordings of a real shop", () => {
  if (files.length === 0) {
    it("are not at hand: left out", () => {
      console.log("replay: no recordings beside the repository, left out");
      expect(files).toEqual([]);
    });
    return;
  }

  let store: DevStore;
  let player: Player;
  const priced: NonNullable<Step["cost"]>[] = [];
  beforeAll(async () => {
    store = await serve(oneShop({ token: "T", currency: "CAD", plan: "enterprise" }).world);
    player = (await import(new URL("replay.mjs", BESIDE).href)) as Player;
  });
  afterAll(() => store.close());

  it.each(files)("%s", async (file) => {
    const recording = player.loadRecording(JSON.parse(readFileSync(new URL(file, RECORDINGS), "utf8")), undefined, file);
    const { steps, notes } = await player.replay(recording, player.client(`${store.origin}/admin/api/2026-10/graphql.json`, "T"));
    const scored = steps.filter((step) => !step.cleanup);
    priced.push(...scored.flatMap((step) => step.cost ?? []));
    expect(notes).toEqual([]);
    expect(scored.length).toBeGreaterThan(0);
    expect(scored.filter((step) => step.mismatches.length > 0)).toEqual([]);
  });

  it("at the recorded price, 95 in 100 at least", () => {
    const hits = priced.filter(({ requested }) => requested[0] === requested[1]).length;
    console.log(`replay: requested cost ${hits} of ${priced.length}, actual cost ${priced.filter(({ actual }) => actual[0] === actual[1]).length} of ${priced.length}`);
    expect(hits / priced.length).toBeGreaterThanOrEqual(0.95);
  });
});
