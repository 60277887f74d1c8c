import { request } from "node:http";

/** Shopify waits five seconds in all for an answer (documented). Milliseconds. */
export const ANSWER_LIMIT_MS = 5000;

/** How one attempt ended: the status, or why there is none. */
export type Attempt = { status: number; error: null } | { status: null; error: string };

/**
 * Posts a body to an address of this machine. TLS is not spoken: an https address on loopback is asked by plain http.
 * Never rejects; an answer that takes longer than the limit counts as none.
 */
export function post(url: URL, headers: Record<string, string>, body: string, limitMs = ANSWER_LIMIT_MS): Promise<Attempt> {
  return new Promise((resolve) => {
    const plain = new URL(url);
    plain.protocol = "http:";
    const sent = request(plain, { method: "POST", headers: { ...headers, "Content-Length": Buffer.byteLength(body) }, agent: false }, (answer) => {
      answer.resume();
      answer.once("end", () => resolve({ status: answer.statusCode ?? 0, error: null }));
      answer.once("error", (error) => resolve({ status: null, error: error.message }));
    });
    const timer = setTimeout(() => sent.destroy(new Error(`no answer within ${limitMs} ms`)), limitMs);
    sent.once("error", (error) => resolve({ status: null, error: error.message || String(error) }));
    sent.once("close", () => clearTimeout(timer));
    sent.end(body);
  });
}
