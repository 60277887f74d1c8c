/**
 * A policy as a readable page, with the readings chosen applied: what a customer can have (found by deciding, not
 * typed), the terms, every clause under its id, the readings and what is still open. HTML and Markdown say the same.
 */
import { inForceOf } from "./explain/account.ts";
import { dayText, fill } from "./explain/inWords.ts";
import { answerBlocks } from "./page/answers.ts";
import type { Page } from "./page/blocks.ts";
import { clauseBlocks, readingBlocks, settingBlocks } from "./page/document.ts";
import { pageHtml, partHtml } from "./page/html.ts";
import { pageMarkdown } from "./page/markdown.ts";
import { termBlocks } from "./page/terms.ts";
import type { Policy } from "./policy.ts";
import type { PolicyInForce } from "./readings.ts";
import { english, type Words } from "./words.en.ts";

export type PageFormat = "html" | "md";

/** The page's title, introduction and blocks, for other writers than the two here. Throws where the policy does not compile. */
export function pageOf(policy: Policy | PolicyInForce, words: Words = english): Page {
  const inForce = inForceOf(policy), source = inForce.policy, w = words.page;
  return {
    lang: words.locale.slice(0, 2), title: fill(w.title, { merchant: source.merchant }),
    subtitle: [fill(w.document, { document: source.document }), fill(w.version, { version: source.version }), ...(source.inForceFrom ? [fill(w.inForceFrom, { day: dayText(source.inForceFrom, words) })] : [])],
    intro: w.intro, contents: w.contents, skip: w.skip,
    blocks: [...answerBlocks(inForce, words), ...termBlocks(inForce, words), ...settingBlocks(inForce, words), ...clauseBlocks(inForce, words), ...readingBlocks(inForce, words)],
  };
}

/** The page as one standalone HTML document or as Markdown. */
export function page(policy: Policy | PolicyInForce, format: PageFormat = "html", words: Words = english): string {
  const blocks = pageOf(policy, words);
  return format === "md" ? pageMarkdown(blocks) : pageHtml(blocks);
}

/** The page's title, and its text as a part of another HTML page. */
export function pageFragment(policy: Policy | PolicyInForce, words: Words = english): Readonly<{ title: string; html: string }> {
  const blocks = pageOf(policy, words);
  return { title: blocks.title, html: partHtml(blocks) };
}
