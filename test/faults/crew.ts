/** Processes of the sweep, and how its work is shared out among them. */
import { fork, type ChildProcess } from "node:child_process";
import type { Judged } from "./judge.ts";
import type { FromWorker, Work } from "./worker.ts";

export type Crew = Readonly<{ /** Has all of it done; throws what one of them could not do. */ work: (pieces: readonly Work[]) => Promise<void>; /** All of them are gone after it. */ end: () => Promise<void> }>;

/** One piece of work to its end. */
function done(child: ChildProcess, work: Work, hear: (judged: Judged) => void): Promise<void> {
  return new Promise((settle, fail) => {
    const gone = (code: number | null): void => fail(new Error(`a process of the sweep ended with ${code}`));
    const listen = (message: FromWorker): void => {
      if (message.say === "judged") return hear(message.judged);
      child.off("message", listen);
      child.off("exit", gone);
      if (message.say === "done") settle();
      else fail(new Error(message.message));
    };
    child.on("message", listen);
    child.once("exit", gone);
    child.send(work);
  });
}

const storyOf = (work: Work): string => (work.do === "play" ? work.file : work.name);

/** Takes the next piece: of the same story as the `last` as long as there is one, else of the story of which most is left, of one that no other is at if may be. */
function take(left: Work[], last: string | undefined, others: ReadonlySet<string | undefined>): Work | undefined {
  const many = new Map<string, number>();
  for (const work of left) many.set(storyOf(work), (many.get(storyOf(work)) ?? 0) + 1);
  const free = [...many].filter(([story]) => !others.has(story)), [most] = (free.length > 0 ? free : [...many]).sort(([, a], [, b]) => b - a);
  const story = last !== undefined && many.has(last) ? last : most?.[0], at = left.findIndex((work) => storyOf(work) === story);
  return at < 0 ? undefined : left.splice(at, 1)[0];
}

/** Starts `many` processes. `hear` is told of each run; databases of a process carry its number in their names. */
export function crewOf(many: number, cache: string, hear: (judged: Judged) => void): Crew {
  const children = Array.from({ length: many }, () => fork(new URL("worker.ts", import.meta.url), { stdio: ["ignore", "inherit", "inherit", "ipc"], env: { ...process.env, NODE_COMPILE_CACHE: cache } }));
  return {
    work: async (pieces) => {
      const left = [...pieces], at: (string | undefined)[] = [];
      await Promise.all(children.map(async (child, i) => {
        const next = (): Work | undefined => take(left, at[i], new Set(at.filter((_story, other) => other !== i)));
        for (let work = next(); work; work = next()) {
          at[i] = storyOf(work);
          await done(child, { ...work, name: `${work.name}_${i}` }, hear);
        }
      }));
    },
    end: async () => {
      await Promise.all(children.map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const gone = new Promise((done) => child.once("exit", done));
        if (child.connected) child.disconnect();
        await gone;
      }));
    },
  };
}
