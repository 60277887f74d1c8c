/** Debian packages that tests need and a fresh machine lacks. */
import { spawnSync } from "node:child_process";

const run = (command: string, args: readonly string[]): boolean => spawnSync(command, args, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } }).status === 0;

/** apt-get as root, or by sudo where that asks nothing. */
const apt = (...args: string[]): boolean => (process.getuid?.() === 0 ? run("apt-get", args) : run("sudo", ["-n", "apt-get", ...args]));

/** Installs packages; false where that did not work. */
export const installPackages = (...names: string[]): boolean => apt("update", "-qq") && apt("install", "-y", "-qq", "--no-install-recommends", ...names);
