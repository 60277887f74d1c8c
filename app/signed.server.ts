/** Short texts that come back to us through a browser unaltered: links to a packing slip, handles of uploaded files. */
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/** What a token is good for; one made for one purpose is nothing for another. */
export type Purpose = "slip" | "upload";

export type Signer = Readonly<{
  /** A URL-safe token that carries `value` (readable, not secret) until a moment. */
  sign: (purpose: Purpose, value: object, until: Date) => string;
  /** The value; "gone" where its time is over, null where it is not ours, was altered or is for something else. */
  read: (purpose: Purpose, token: string, now: Date) => Readonly<Record<string, unknown>> | "gone" | null;
}>;

const KEY_BYTES = 32;

/** A signer whose key is derived from the app's secret, so that neither says anything about the other. */
export function signerFrom(secret: string): Signer {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "recourse signed texts 1", KEY_BYTES));
  const mac = (purpose: Purpose, body: string): Buffer => createHmac("sha256", key).update(`${purpose}.${body}`).digest();
  return {
    sign: (purpose, value, until) => {
      const body = Buffer.from(JSON.stringify({ value, until: until.getTime() })).toString("base64url");
      return `${body}.${mac(purpose, body).toString("base64url")}`;
    },
    read: (purpose, token, now) => {
      const [body = "", given = "", ...rest] = token.split(".");
      const expected = mac(purpose, body), received = Buffer.from(given, "base64url");
      if (rest.length > 0 || received.length !== expected.length || !timingSafeEqual(received, expected)) return null;
      // Only the one spelling that we wrote: base64url may spell the same bytes in more than one way.
      if (given !== received.toString("base64url")) return null;
      const { value, until } = JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as { value: Record<string, unknown>; until: number };
      return until < now.getTime() ? "gone" : value;
    },
  };
}
