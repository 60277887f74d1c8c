/** Text streams by lines: in with a bound on a line's length, out with back-pressure. */
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";

/** A line longer than this is given as undefined and not kept. */
export const longestLine = 1_000_000;

/** Lines of UTF-8 text ("\n" or "\r\n"), one at a time; text after the last line end is a line too. */
export async function* linesOf(input: Readable): AsyncGenerator<string | undefined> {
  const decoder = new TextDecoder();
  let rest = "", isTooLong = false;
  const line = (text: string): string | undefined => {
    const whole = isTooLong ? undefined : text.endsWith("\r") ? text.slice(0, -1) : text;
    isTooLong = false;
    return whole;
  };
  for await (const chunk of input) {
    const pieces = decoder.decode(chunk as Uint8Array, { stream: true }).split("\n");
    for (let i = 0; i < pieces.length - 1; i++) {
      yield line(rest + pieces[i]);
      rest = "";
    }
    rest += pieces.at(-1) ?? "";
    if (rest.length > longestLine) {
      isTooLong = true;
      rest = "";
    }
  }
  rest += decoder.decode();
  if (rest !== "" || isTooLong) yield line(rest);
}

const chunkLength = 1 << 16;

/** Writes lines in larger chunks and waits while the reader is slower than the writer. */
export class LineWriter {
  readonly #out: Writable;
  #held = "";

  constructor(out: Writable) {
    this.#out = out;
  }

  /** A promise only where something was written out. */
  write(line: string): Promise<void> | undefined {
    this.#held += `${line}\n`;
    return this.#held.length < chunkLength ? undefined : this.flush();
  }

  async flush(): Promise<void> {
    const text = this.#held;
    this.#held = "";
    if (text && !this.#out.write(text)) await once(this.#out, "drain");
  }
}
