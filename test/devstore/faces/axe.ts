/**
 * Axe inside one frame, run by the browser itself: what AxeBuilder sends between frames is answered too late on a busy
 * machine, and takes three times as long.
 */
import axe from "axe-core";
import type { Frame } from "playwright-core";

/** `tags`: by the rules of these alone; `exclude`: but for what this selects. */
export type AxeLook = Readonly<{ tags?: readonly string[]; exclude?: string }>;

/** What is wrong in a frame, frames inside it left out. Throws where no rule found anything to look at. */
export async function violationsIn(frame: Frame, { tags, exclude }: AxeLook = {}): Promise<axe.Result[]> {
  await frame.evaluate(axe.source);
  const { violations, passes } = await frame.evaluate(
    ([runOnly, without]) => (globalThis as unknown as { axe: typeof axe }).axe.run({ include: ["html"], exclude: without }, { iframes: false, ...(runOnly ? { runOnly } : {}) }),
    [tags ? [...tags] : null, exclude ? [exclude] : []] as const,
  );
  if (passes.length === 0) throw new Error(`axe found nothing to look at in ${frame.url()}`);
  return violations;
}

const shown = ({ id, nodes }: axe.Result): string => `${id} ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`;

/** What is serious or critical in a frame, by all rules or those of some tags. */
export const seriousIn = async (frame: Frame, tags?: readonly string[]): Promise<string[]> =>
  (await violationsIn(frame, tags ? { tags } : {})).filter(({ impact }) => impact === "serious" || impact === "critical").map(shown);
