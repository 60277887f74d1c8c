import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Judged } from "./judge.ts";
import { sweepKilled } from "./kills.ts";
import { scenarios } from "./scenarios.ts";
import { makeOrigin, type Origin } from "./site.ts";
import { openStage } from "./stage.ts";
import { tell } from "./story.ts";
import { watchSteps } from "./steps.ts";
import { runsOf, sweepHere } from "./sweep.ts";

// A part of the sweep, on PGlite: two scenarios, every n-th fault of them. The whole runs by `npm run faults`.
let origin: Origin;
const folder = mkdtempSync(join(tmpdir(), "recourse-faults-"));
beforeAll(async () => {
  watchSteps();
  origin = await makeOrigin(null, folder);
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each([["partial receipt", 29], ["uninstall", 5]])("%s: nothing is lost or doubled, whatever is cut off", async (name, every) => {
  const scenario = scenarios.find((one) => one.name === name);
  if (!scenario) throw new Error(`no scenario ${name}`);
  const at = name.replaceAll(" ", "_"), story = await tell(scenario, origin, at), heard: Judged[] = [], { here, killed } = runsOf(story), stage = await openStage(story, `${at}_played`);
  await sweepHere(stage, here.filter((_, i) => i % every === 0), (one) => heard.push(one));
  await stage.close();
  await sweepKilled([{ story, runs: killed.filter((_, i) => i % (every * 2) === 3) }], `${at}_killed`, (one) => heard.push(one));
  expect(new Set(heard.map(({ fault }) => fault)).size).toBeGreaterThan(2);
  expect(heard.filter(({ verdict }) => verdict !== "recovered" && verdict !== "waitingForPerson")).toEqual([]);
}, 600_000);
