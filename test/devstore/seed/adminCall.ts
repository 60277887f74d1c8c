import { batchDocument, batchVariables, type StepName } from "./steps.ts";

/** An answer of the Admin API. */
export type AdminAnswer = { data?: Record<string, unknown> | null; errors?: readonly { message: string; extensions?: { code?: string } }[] };

/** Sends one document and gives the answer's body. */
export type Send = (query: string, variables: Record<string, unknown>) => Promise<AdminAnswer>;

/** Answers of the steps, as far as the seed reads them. */
export type StepAnswer = Record<string, unknown> & { userErrors?: readonly { field: readonly string[] | null; message: string }[] };

export type BatchOptions = { readonly size: number; readonly wait: (ms: number) => Promise<void> };

/** Ten mutations of ten points and what they read stay under the 1,000 points that one request may ask. */
export const USUAL: BatchOptions = { size: 10, wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) };

/**
 * Calls a step once for each set of arguments, in order, several to a request. Throws with Shopify's words when one is
 * refused; waits and goes on when the shop's bucket is empty or it takes no more orders this minute.
 */
export async function callAll(send: Send, step: StepName, calls: readonly Readonly<Record<string, unknown>>[], options: BatchOptions = USUAL): Promise<StepAnswer[]> {
  const answers: StepAnswer[] = [];
  for (let from = 0; from < calls.length; from += options.size) {
    answers.push(...(await callBatch(send, step, calls.slice(from, from + options.size), options)));
  }
  return answers;
}

async function callBatch(send: Send, step: StepName, calls: readonly Readonly<Record<string, unknown>>[], options: BatchOptions): Promise<StepAnswer[]> {
  const data = await patient(send, batchDocument(step, calls.length), batchVariables(calls), options);
  const answers = calls.map((_, n) => data[`r${n}`] as StepAnswer | null);
  const again = answers.flatMap((answer, n) => (isBusy(answer) ? [n] : []));
  if (again.length > 0) {
    await options.wait(15_000);
    const retried = await callBatch(send, step, again.map((n) => calls[n] ?? {}), options);
    again.forEach((n, i) => (answers[n] = retried[i] ?? null));
  }
  return answers.map((answer, n) => accepted(step, answer, calls[n]));
}

/** A development store takes five orders a minute and says so in these words (Shopify, "orderCreate"). */
const isBusy = (answer: StepAnswer | null): boolean => answer?.userErrors?.some((e) => /too many attempts/i.test(e.message)) ?? false;

function accepted(step: StepName, answer: StepAnswer | null, args: unknown): StepAnswer {
  if (answer === null) throw new Error(`${step}: no answer for ${JSON.stringify(args)}`);
  const [first] = answer.userErrors ?? [];
  if (first) throw new Error(`${step} was refused: ${(first.field ?? []).join(".")} ${first.message} for ${JSON.stringify(args)}`);
  return answer;
}

/** One document, sent again while the answer is THROTTLED. Throws on every other error. */
export async function patient(send: Send, query: string, variables: Record<string, unknown>, options: BatchOptions = USUAL): Promise<Record<string, unknown>> {
  for (let pause = 1000; ; pause = Math.min(pause * 2, 10_000)) {
    const answer = await send(query, variables);
    if (answer.data && !answer.errors?.length) return answer.data;
    if (!answer.errors?.some((e) => e.extensions?.code === "THROTTLED")) throw new Error(`the Admin API answered ${JSON.stringify(answer.errors ?? answer)}`);
    await options.wait(pause);
  }
}

/** Sends over HTTP with an access token. Throws on a status other than 200 that waiting does not mend. */
export function overHttp(url: string, token: string, wait = USUAL.wait): Send {
  return async (query, variables) => {
    for (;;) {
      const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json", "x-shopify-access-token": token }, body: JSON.stringify({ query, variables }) });
      if (response.status === 200) return (await response.json()) as AdminAnswer;
      if (response.status !== 429 && response.status < 500) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
      await wait(Number(response.headers.get("retry-after") ?? "2") * 1000);
    }
  };
}
