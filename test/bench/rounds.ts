/** Contenders timed in turns (A B C A B C …), so that a busy moment of the machine hits all of them alike. */

export type Contender = Readonly<{ name: string; claims: number; passes: number; run: () => void | Promise<void> }>;

const ROUNDS = 15, FEWEST_ROUNDS = 5, WARM_UP_ROUNDS = 2;
/** On a busy machine fewer rounds are run, so that the whole stays bounded. */
const MOST_SECONDS = 25;

/** Claims per second of one turn. */
async function turn({ claims, passes, run }: Contender): Promise<number> {
  const begun = process.hrtime.bigint();
  for (let pass = 0; pass < passes; pass++) {
    const running = run();
    if (running) await running;
  }
  return (claims * passes * 1e9) / Number(process.hrtime.bigint() - begun);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b), middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** The median rate of each contender over all rounds, by name; the first rounds only warm up. */
export async function medianRates(contenders: readonly Contender[]): Promise<ReadonlyMap<string, number>> {
  const rates = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  const begun = performance.now();
  const isLate = (): boolean => performance.now() - begun > MOST_SECONDS * 1000;
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS && !(round >= FEWEST_ROUNDS && isLate()); round++) {
    for (const contender of contenders) {
      const rate = await turn(contender);
      if (round >= 0) rates.get(contender.name)?.push(rate);
    }
  }
  return new Map([...rates].map(([name, measured]) => [name, median(measured)]));
}
