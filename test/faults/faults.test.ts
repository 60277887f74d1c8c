import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isKillEdge } from "./faults.ts";
import type { Judged } from "./judge.ts";
import { sweepKilled } from "./kills.ts";
import { scenarios } from "./scenarios.ts";
import { makeOrigin, type Origin } from "./site.ts";
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
  const story = await tell(scenario, origin, name.replaceAll(" ", "_")), heard: Judged[] = [];
  const runs = runsOf(story), isKilled = ({ fault }: (typeof runs)[number]): boolean => fault === "killed", atEdge = runs.filter((run) => isKilled(run) && isKillEdge(story.chapters[run.chapter]?.steps ?? [], story.chapters[run.chapter]?.steps[run.step - 1] as never));
  await sweepHere(story, runs.filter((run) => !isKilled(run)).filter((_, i) => i % every === 0), (one) => heard.push(one));
  await story.lab.close();
  await sweepKilled(story, atEdge.filter((_, i) => i % (every * 2) === 3), name.replaceAll(" ", "_"), (one) => heard.push(one));
  await story.shopify.close();
  expect(new Set(heard.map(({ fault }) => fault)).size).toBeGreaterThan(2);
  expect(heard.filter(({ verdict }) => verdict !== "recovered" && verdict !== "waitingForPerson")).toEqual([]);
}, 600_000);
