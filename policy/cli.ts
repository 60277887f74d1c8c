/**
 * The command line of the policy engine: npm run --silent policy -- COMMAND. Exit status: 0 done; 1 done with findings
 * (a malformed claim, an error found by check, ids not held); 2 wrong use or an unreadable file.
 */
import { commands } from "./cli/commands.ts";
import { FileError } from "./cli/policies.ts";
import { UsageError, exit, type Command } from "./cli/usage.ts";
import { fill } from "./explain/inWords.ts";
import { cliWords } from "./words/cli.en.ts";

const isCommand = (name: string | undefined): name is Command => name !== undefined && Object.hasOwn(commands, name);

async function run([name, ...args]: string[]): Promise<number> {
  if (name === "--help" || name === "-h") {
    process.stdout.write(cliWords.usage);
    return exit.done;
  }
  if (!isCommand(name)) throw new UsageError(name === undefined ? cliWords.usage : `${fill(cliWords.unknownCommand, { name })}\n\n${cliWords.usage}`);
  return commands[name](args);
}

/** A reader that stops early (head, a closed pager) ends the command quietly. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(exit.done);
});

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError) && !(error instanceof FileError)) throw error;
  process.stderr.write(`${error.message.trimEnd()}\n`);
  process.exitCode = exit.usage;
}
