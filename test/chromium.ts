/** Before the tests: Chromium for the browser tests, by Debian's package, where it is not there yet. */
import { existsSync } from "node:fs";
import { installPackages } from "./apt.ts";

const chromium = "/usr/bin/chromium";

if (!existsSync(chromium)) {
  console.log("Installing Chromium for the browser tests");
  if (!installPackages("chromium", "fonts-inter") || !existsSync(chromium)) {
    console.error(`The browser tests need Chromium at ${chromium}: apt-get install chromium fonts-inter`);
    process.exit(1);
  }
}
