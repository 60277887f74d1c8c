import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openDatabase } from "../../app/db.server.ts";

const run = (command: string, file: string, folder: string): Promise<{ status: number | null; said: string }> => new Promise((done) => {
  const child = spawn(process.execPath, ["app/backup.ts", command, file], { env: { ...process.env, DATA_FOLDER: folder, DATABASE_URL: "" } });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (said += part.toString()));
  child.once("exit", (status) => done({ status, said }));
});

it("the embedded database goes into one file and comes back, while nobody has the folder", async () => {
  const folder = mkdtempSync(join(tmpdir(), "recourse-backup-")), file = join(folder, "backup.tar.gz"), fake = join(folder, "fake");
  const db = await openDatabase({ folder });
  await db.prisma.shop.create({ data: { domain: "kept.myshopify.com" } });
  for (const command of ["backup", "restore"]) {
    writeFileSync(fake, "no backup");
    expect(await run(command, fake, folder)).toMatchObject({ status: 1, said: expect.stringContaining("is in use by another process") });
  }
  await db.close();
  expect(await run("backup", file, folder)).toMatchObject({ status: 0 });
  const after = await openDatabase({ folder });
  await after.prisma.shop.update({ where: { domain: "kept.myshopify.com" }, data: { domain: "later.myshopify.com" } });
  await after.close();
  expect(await run("restore", fake, folder)).toMatchObject({ status: 1, said: expect.stringContaining("is no backup") });
  expect(await run("restore", file, folder)).toMatchObject({ status: 0 });
  const restored = await openDatabase({ folder });
  expect(await restored.prisma.shop.findMany({ select: { domain: true } })).toEqual([{ domain: "kept.myshopify.com" }]);
  await restored.close();
  expect(readdirSync(folder).sort()).toEqual(["backup.tar.gz", "fake", "owner", "pglite", "pglite.before"]);
  expect(readFileSync(fake, "utf8")).toBe("no backup");
}, 240_000);
