/** What a place in the settings is called on their screen, and what is wrong there. */
import { capital } from "../../policy/explain/inWords.ts";
import type { Issue } from "../../policy/claim.ts";
import { say, words } from "./words.en.ts";

const w = words.settings;
const single: Readonly<Record<string, string>> = { shipBackDays: w.shipBack, keepCasesMonths: w.keepCases };
const perLine: Readonly<Record<string, string>> = { holidays: w.holidays, ownChannels: w.ownChannels };
const perPart: Readonly<Record<string, Readonly<{ title: string; fields: Readonly<Record<string, string>> }>>> = {
  returnAddresses: { title: w.addresses, fields: { from: w.from, country: w.country, lines: w.lines } },
  channels: { title: w.otherChannels, fields: { from: w.otherFrom, is: w.otherIs, seller: w.otherSeller, address: w.otherAddress } },
};

/** "channels[0].seller" as "Other channels 1: Seller's name"; a place without a name of its own as it is. */
export function settingsField(path: string): string {
  const [, of = path, at, field = ""] = /^(\w+)\[(\d+)\](?:\.(\w+))?/.exec(path) ?? [], n = Number(at) + 1, part = perPart[of];
  if (at === undefined) return single[path] ?? path;
  if (part) return say(field ? w.ofNumber : w.numbered, { what: part.title, n, field: part.fields[field] ?? field });
  return perLine[of] ? say(w.ofLine, { what: perLine[of], n }) : path;
}

/** What is wrong at a place or inside it, as its field shows it. */
export function errorAt(issues: readonly Issue[], path: string): string | undefined {
  const found = issues.find((issue) => issue.path === path || issue.path.startsWith(`${path}[`));
  return found && capital(found.message);
}
