import type { Asked, Route } from "../kernel/server.ts";
import { control, Wrong } from "./body.ts";
import { createFault, readRule, type Fault, type FaultRule } from "./fault.ts";
import { outsideOf } from "./outside.ts";

const shown = ({ id, rule, seen, hits }: Fault): object => ({ id, ...rule, seen, hits });

function rulesOf(asked: Asked): FaultRule[] {
  try {
    const read: unknown = JSON.parse(asked.body.toString("utf8"));
    return (Array.isArray(read) ? read : [read]).map(readRule);
  } catch (error) {
    throw new Wrong(error instanceof Error ? error.message : String(error));
  }
}

/** GET lists, POST adds one or several, DELETE /__faults/ID ends one, DELETE /__faults all. */
export const faultRoutes: Route[] = [
  control("GET", /^\/__faults$/, (_asked, world) => ({ status: 200, body: outsideOf(world).faults.map(shown) })),
  control("POST", /^\/__faults$/, (asked, world) => {
    const outside = outsideOf(world);
    const added = rulesOf(asked).map((rule) => createFault(outside.nextFault++, rule));
    outside.faults = [...outside.faults, ...added];
    return { status: 201, body: added.map(shown) };
  }),
  control("DELETE", /^\/__faults(?:\/(\d+))?$/, (asked, world) => {
    const outside = outsideOf(world);
    const id = asked.match[1];
    outside.faults = id === undefined ? [] : outside.faults.filter((fault) => fault.id !== Number(id));
    return { status: 200, body: outside.faults.map(shown) };
  }),
];
