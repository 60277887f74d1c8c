/** The exclusive lock of a data folder: two processes on one folder would lose data without a word. */
import { mkdirSync, readFileSync, readlinkSync, rmdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import lockfile from "proper-lockfile";

/** Another process has the folder. */
export class FolderInUse extends Error {
  constructor(folder: string) {
    super(`The folder ${folder} is in use by another process. Stop that one, or set DATA_FOLDER to another folder.`);
  }
}

/** A process that gives no sign for so long has lost the folder; one that is gone has lost it at once. */
const STALE_MS = 60_000, SIGN_MS = 5_000, GATE_STALE_MS = 15_000;

/** Locks a folder, which is made where it is not there; the answer unlocks it. Throws FolderInUse. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  mkdirSync(folder, { recursive: true });
  const leaveGate = await lockfile.lock(join(folder, "owner"), { stale: GATE_STALE_MS, realpath: false, retries: { retries: 100, minTimeout: 100, maxTimeout: 500 } });
  try {
    const unlock = await lockOrUndefined(folder) ?? (isOwnerGone(folder) ? await lockAgain(folder) : undefined);
    if (!unlock) throw new FolderInUse(folder);
    writeFileSync(join(folder, "owner"), JSON.stringify({ pid: process.pid, machine: machine() }));
    return unlock;
  } finally {
    await leaveGate();
  }
}

async function lockOrUndefined(folder: string): Promise<(() => Promise<void>) | undefined> {
  try {
    return await lockfile.lock(folder, { stale: STALE_MS, update: SIGN_MS, realpath: false, onCompromised: () => stopForLost(folder) });
  } catch (error) {
    if ((error as { code?: string }).code === "ELOCKED") return undefined;
    throw error;
  }
}

/** Whoever had the folder is gone, and nobody else is at this gate: the lock is left over. */
function lockAgain(folder: string): ReturnType<typeof lockOrUndefined> {
  rmdirSync(`${folder}.lock`);
  return lockOrUndefined(folder);
}

/** Whether the process that had the folder ran here and runs no more. Where that cannot be told, it counts as running. */
function isOwnerGone(folder: string): boolean {
  try {
    const owner = JSON.parse(readFileSync(join(folder, "owner"), "utf8")) as { pid?: unknown; machine?: unknown };
    if (typeof owner.pid !== "number" || owner.machine !== machine()) return false;
    process.kill(owner.pid, 0);
    return false;
  } catch (error) {
    return (error as { code?: string }).code === "ESRCH";
  }
}

/** Where process ids mean what they mean here: two containers may share a folder and a host's name. */
function machine(): string {
  try {
    return `${hostname()} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return hostname();
  }
}

/** The process stood still for so long that another may have taken the folder: not one byte more may be written there. */
function stopForLost(folder: string): never {
  console.error(`This process stood still for more than a minute, and another one may have opened ${folder} meanwhile. It ends so that nothing is overwritten; start it again.`);
  process.exit(1);
}
