/**
 * Axe inside one frame, run by the browser itself: what AxeBuilder sends between frames is answered too late on a busy
 * machine, and takes three times as long.
 */
import axe from "axe-core";
import type { Frame } from "playwright-core";

const shown = ({ id, nodes }: axe.Result): string => `${id} ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`;

/** What is serious or critical in a frame, by all rules or those of some tags. Throws where no rule found anything to look at. */
export async function seriousIn(frame: Frame, tags?: readonly string[]): Promise<string[]> {
  await frame.evaluate(axe.source);
  const { violations, passes } = await frame.evaluate((runOnly) => (globalThis as unknown as { axe: typeof axe }).axe.run({ iframes: false, ...(runOnly ? { runOnly } : {}) }), tags ? [...tags] : null);
  if (passes.length === 0) throw new Error(`axe found nothing to look at in ${frame.url()}`);
  return violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(shown);
}
