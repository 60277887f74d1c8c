/** Each night: what a shop need not keep any longer goes (docs/data.md has the periods). */
import { Temporal } from "temporal-polyfill";
import type { App } from "../app.server.ts";
import { forgetAudit } from "../store/audit.ts";
import { forgetDrafts } from "../store/drafts.ts";
import { forgetEvents } from "../store/events.ts";
import { forgetNotices } from "../store/notices.ts";
import { forgetImports } from "../store/registrationImports.ts";
import { eraseOldCases, forgetDataRequests } from "../store/personalData.ts";
import { shopOf } from "../store/shops.ts";
import { forgetStaff } from "../store/staff.ts";
import { sendFilesJob } from "./sendFilesJob.ts";

const DAY_MS = 86_400_000;
/** Shopify sends a webhook again for four hours; a month is kept for those who look into one. */
const EVENTS_DAYS = 30;
/** Longer than a year, so that one year can be looked over whole. */
const AUDIT_DAYS = 400;
const DATA_REQUESTS_DAYS = 90;
/** As long as docs/api.md promises. */
const DRAFTS_DAYS = 30;
const IMPORTS_DAYS = 30;
/** A night's share; the next night goes on. */
const MOST_CASES = 500;

const monthsBefore = (at: Date, months: number): Date => new Date(Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO("UTC").subtract({ months }).epochMilliseconds);

/** Returns how many cases were kept without whose they were. */
export async function forgetOld(app: App, { shop }: Readonly<{ shop: string }>): Promise<number> {
  const db = app.db.prisma, at = app.now(), daysAgo = (days: number): Date => new Date(at.getTime() - days * DAY_MS);
  const { settings } = await shopOf(db, shop);
  await forgetEvents(db, shop, daysAgo(EVENTS_DAYS));
  await forgetAudit(db, shop, daysAgo(AUDIT_DAYS));
  await forgetDrafts(db, shop, daysAgo(DRAFTS_DAYS));
  await forgetImports(db, shop, daysAgo(IMPORTS_DAYS));
  await forgetNotices(db, shop, daysAgo(AUDIT_DAYS));
  await forgetStaff(db, shop, daysAgo(AUDIT_DAYS));
  await forgetDataRequests(db, shop, daysAgo(DATA_REQUESTS_DAYS));
  return db.$transaction(async (tx) => {
    const erased = await eraseOldCases(tx, shop, monthsBefore(at, settings.keepCasesMonths), MOST_CASES);
    await sendFilesJob(app, tx, shop);
    return erased;
  });
}
