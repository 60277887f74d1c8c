import { Missing } from "./store/rmas.ts";
import { words } from "./ui/words.en.ts";

/** What a route found; where the shop has nothing by the address's id, the answer is 404. */
export async function found<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Missing) throw new Response(words.common.notFound, { status: 404 });
    throw error;
  }
}
