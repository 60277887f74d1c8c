import { setTimeout as wait } from "node:timers/promises";
import { costReport, throttledError } from "../kernel/throttle.ts";
import type { Answer, Call } from "../kernel/world.ts";
import { strikes, type Fault, type FaultRule } from "./fault.ts";
import { refusedAnswer } from "./refusedAnswer.ts";

const LONGEST_WAIT_MS = 60_000;

type Around = (rule: FaultRule, call: Call, next: () => Promise<Answer>) => Promise<Answer> | Answer;

/** How each kind changes a call. `next` does the work; what is not called does not happen. */
const MAKE: Readonly<Partial<Record<FaultRule["kind"], Around>>> = {
  "429": () => ({ status: 429, headers: { "retry-after": "2.0" }, body: { errors: "Exceeded 2 calls per second for api client. Reduce request rates to resume uninterrupted service." } }),
  throttled: (_rule, { shop }) => ({ status: 200, body: { errors: [throttledError], extensions: { cost: costReport(shop, 10, null) } } }),
  "5xx": (rule) => ({ status: rule.status ?? 502, headers: { "content-type": "text/html" }, body: "<html><body>Something went wrong</body></html>" }),
  slow: async (rule, _call, next) => {
    await wait(Math.min(rule.ms ?? 3000, LONGEST_WAIT_MS));
    return next();
  },
  hangUp: () => ({ status: 0, hangUp: true }),
  hangUpAfter: async (_rule, _call, next) => ({ ...(await next()), hangUp: true }),
  userError: (rule, call) => refusedAnswer(call, { field: rule.field ?? null, message: rule.message ?? "The request was refused", code: rule.code ?? null }),
};

/** Runs a call with every fault that strikes it around it, the first one listed outermost. */
export async function withFaults(faults: readonly Fault[], call: Call, run: () => Answer): Promise<Answer> {
  const occasion = { shop: call.shop.domain, operation: call.operation, roots: call.roots };
  const struck = faults.filter((fault) => strikes(fault, occasion));
  const chain = struck.reduceRight<() => Promise<Answer>>(
    (next, { rule }) => async () => (MAKE[rule.kind] ?? ((_r, _c, go) => go()))(rule, call, next),
    async () => run(),
  );
  return chain();
}
