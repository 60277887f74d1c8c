/** A line is inspected: what was found is put to the policy, and the difference from the promise shown. */
import type { Actor, App } from "../app.server.ts";
import type { Decision, RemedyAnswer } from "../../policy/decision.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import type { Refusal } from "../shopify/refusals.ts";
import { policyNamed } from "../store/policyVersions.ts";
import { changeLine, changeRma, lockRma, rmaOf, type RmaWithLines } from "../store/rmas.ts";
import { shopOf } from "../store/shops.ts";
import { addEntry } from "../store/timeline.ts";
import { dueDate } from "./dueDate.ts";
import { mayAct, wrongState } from "./rmaStates.ts";
import { serialWarnings } from "./serialWarnings.ts";
import { stateByLines } from "./settledLines.ts";
import { asJson, claimIn, reconsider, type Difference } from "./storedLine.ts";

/** `finding` as the policies name them; photos are references, kept as they are. */
export type InspectLine = Readonly<{
  shop: string; rmaId: string; rmaLineId: string; actor: Actor; finding: string; repairable?: boolean; detail?: string; serial?: string; photos?: readonly Readonly<{ name: string; ref: string }>[];
}>;
export type Inspected = Readonly<{ rma: RmaWithLines; decision: Decision; answer: RemedyAnswer | null; difference: Difference }> | Readonly<{ refused: readonly Refusal[] }>;

export async function inspectLine(app: App, { shop, rmaId, rmaLineId, actor, finding, repairable, detail, serial, photos = [] }: InspectLine): Promise<Inspected> {
  const seen = await rmaOf(app.db.prisma, shop, rmaId), seenLine = seen.lines.find(({ id }) => id === rmaLineId);
  const warnings = serial && seenLine ? await serialWarnings(app, { shop, rma: seen, line: seenLine, serial }) : [];
  return app.db.prisma.$transaction(async (tx) => {
    const rma = await lockRma(tx, shop, rmaId), at = app.now();
    if (!mayAct(rma.state, "inspected") && rma.state !== "inspected") return wrongState(rma.state, "inspected");
    const line = rma.lines.find((one) => one.id === rmaLineId);
    if (!line || line.received <= line.settled) return { refused: [{ field: "rmaLineId", code: "INVALID_STATE", message: "Nothing of this line has arrived." }] };
    const inspection = { finding, at: at.toISOString(), ...(repairable === undefined ? {} : { repairable }), ...(detail ? { detail: detail.slice(0, 80) } : {}) };
    const claim = { ...claimIn(line), inspection };
    const [again] = reconsider((await policyNamed(tx, shop, rma.policyVersion)).inForce, [{ line, claim }]);
    if (!again) throw new Error(`no decision on ${claim.id}`);
    await changeLine(tx, line, {
      claim: asJson(claim), decision: asJson(again.decision), finding, findingNote: detail ?? null, repairable: repairable ?? null, serial: serial ?? line.serial, photos: [...(line.photos as readonly Prisma.InputJsonObject[]), ...photos], inspectedAt: at,
      ...(again.answer ? { remedy: again.answer.remedy } : {}),
    });
    const now = await rmaOf(tx, shop, rmaId), receivedAt = claim.sendingBack?.receivedAt;
    const due = dueDate(again.answer ? [again.answer] : [], { requestedAt: rma.openedAt.toISOString(), receivedAt, inspectedAt: inspection.at }, (await shopOf(tx, shop)).zone, false);
    await changeRma(tx, rma, { state: stateByLines(now.lines), ...(due ? { dueAt: due.at, dueFor: due.why } : {}) });
    await addEntry(tx, { shop, rmaId, at, by: actor.name, kind: "inspected", text: `${line.title}: ${finding.replaceAll("_", " ")}${detail ? ` (${detail})` : ""}.`, data: { rmaLineId, finding, ...(repairable === undefined ? {} : { repairable }), photos, difference: again.difference } });
    if (warnings.length) await addEntry(tx, { shop, rmaId, at, by: actor.name, kind: "serial", text: `${line.title}, serial ${serial}: ${warnings.join(" ")}`, data: { rmaLineId, serial, warnings } });
    return { rma: await rmaOf(tx, shop, rmaId), decision: again.decision, answer: again.answer, difference: again.difference };
  });
}
