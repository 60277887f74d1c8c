/** Processes of the sweep, and how its work is shared out among them. */
import { fork, type ChildProcess } from "node:child_process";
import type { Judged } from "./judge.ts";
import type { FromWorker, Work } from "./worker.ts";

export type Crew = Readonly<{ /** Has all of it done; throws what one of them could not do. */ work: (pieces: readonly Work[]) => Promise<void>; end: () => void }>;

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

/** Takes the next piece for one whose last was `last`: of the same story as long as there is one, else of the story of which most is left. */
function take(left: Work[], last: string | undefined): Work | undefined {
  const many = new Map<string, number>();
  for (const work of left) if (work.do !== "kill") many.set(storyOf(work), (many.get(storyOf(work)) ?? 0) + 1);
  const story = last !== undefined && many.has(last) ? last : [...many].sort(([, a], [, b]) => b - a)[0]?.[0], at = left.findIndex((work) => work.do !== "kill" && storyOf(work) === story);
  return at < 0 ? undefined : left.splice(at, 1)[0];
}

/** What kills is taken first, but by half of all at most while there is something else: it takes fresh memory all the time, which two at once get far more slowly. */
function takeKill(left: Work[], killing: number, most: number): Work | undefined {
  const at = left.findIndex((work) => work.do === "kill");
  return at < 0 || (killing >= most && left.some((work) => work.do !== "kill")) ? undefined : left.splice(at, 1)[0];
}

/** Starts `many` processes. `hear` is told of each run; databases of a process carry its number in their names. */
export function crewOf(many: number, cache: string, hear: (judged: Judged) => void): Crew {
  const children = Array.from({ length: many }, () => fork(new URL("worker.ts", import.meta.url), { stdio: ["ignore", "inherit", "inherit", "ipc"], env: { ...process.env, NODE_COMPILE_CACHE: cache } }));
  return {
    work: async (pieces) => {
      const left = [...pieces], mostKill = Math.max(1, Math.floor(many / 2));
      let killing = 0;
      await Promise.all(children.map(async (child, i) => {
        let last: string | undefined;
        const next = (): Work | undefined => takeKill(left, killing, mostKill) ?? take(left, last);
        for (let work = next(); work; work = next()) {
          const kills = work.do === "kill" ? 1 : 0;
          last = storyOf(work);
          killing += kills;
          await done(child, { ...work, name: `${work.name}_${i}` }, hear);
          killing -= kills;
        }
      }));
    },
    end: () => { for (const child of children) child.disconnect(); },
  };
}
