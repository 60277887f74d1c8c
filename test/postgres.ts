/**
 * Runs a command with a PostgreSQL server of its own: node test/postgres.ts [--scratch] COMMAND ARG…
 * With --scratch nobody waits for its disk, which a server that ends with its tests can do without; what is timed leaves that out.
 * The server listens on loopback, keeps its data in a temporary folder and ends with the command; TEST_DATABASE_URL names it.
 */
import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installPackages } from "./apt.ts";

const home = "/usr/lib/postgresql";

function programs(): string {
  if (!existsSync(home) && !installPackages("postgresql")) throw new Error("the tests on PostgreSQL need its server: apt-get install postgresql");
  const newest = readdirSync(home).filter((name) => existsSync(join(home, name, "bin/initdb"))).sort((a, b) => Number(b) - Number(a))[0];
  if (!newest) throw new Error(`no PostgreSQL server below ${home}`);
  return join(home, newest, "bin");
}

const freePort = (): Promise<number> => new Promise((resolve) => {
  const probe = createServer();
  probe.listen(0, "127.0.0.1", () => {
    const { port } = probe.address() as AddressInfo;
    probe.close(() => resolve(port));
  });
});

const idOf = (flag: "-u" | "-g"): number => Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout);
/** The server refuses to run as root, so as root it is its package's own user. */
const user = process.getuid?.() === 0 ? { uid: idOf("-u"), gid: idOf("-g") } : {};

function must(command: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: "utf8", stdio: ["ignore", "ignore", "pipe"], cwd: tmpdir(), ...user });
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
}

const isScratch = process.argv[2] === "--scratch", [command = "", ...args] = process.argv.slice(isScratch ? 3 : 2);
const scratch = isScratch ? " -c fsync=off -c full_page_writes=off -c autovacuum=off -c jit=off -c shared_buffers=32MB" : "";
const bin = programs();
const folder = mkdtempSync(join(tmpdir(), "recourse-postgres-"));
if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
const data = join(folder, "data"), port = await freePort();
must(join(bin, "initdb"), ["-D", data, "-A", "trust", "-U", "recourse"]);
must(join(bin, "pg_ctl"), ["-D", data, "-w", "-l", join(folder, "log"), "-o", `-p ${port} -c listen_addresses=127.0.0.1 -c max_connections=600 -c unix_socket_directories=${folder}${scratch}`, "start"]);
const { status } = spawnSync(command, args, { stdio: "inherit", env: { ...process.env, TEST_DATABASE_URL: `postgresql://recourse@127.0.0.1:${port}/postgres` } });
must(join(bin, "pg_ctl"), ["-D", data, "-m", "fast", "-w", "stop"]);
rmSync(folder, { recursive: true, force: true });
process.exit(status ?? 1);
