/** decide, with its time measured: the process and the bundle of screens share one histogram by prom-client's own registry. */
import { Histogram, register } from "prom-client";
import { decide } from "../policy/decide.ts";

const NAME = "recourse_decide_seconds";
const BUCKETS = [0.00001, 0.000025, 0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.005, 0.025];
const seconds = (register.getSingleMetric(NAME) as Histogram | undefined) ?? new Histogram({ name: NAME, help: "Decisions of claims", buckets: BUCKETS });

/** The same decision. */
export const decided: typeof decide = (policy, claim) => {
  const since = performance.now(), decision = decide(policy, claim);
  seconds.observe((performance.now() - since) / 1000);
  return decision;
};
