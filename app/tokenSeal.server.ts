/**
 * Tokens as they lie in the database: sealed by AES-256-GCM under a named key, bound to their session and column, so
 * that a copy of the database opens no shop and a sealed token cannot be moved to another row.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** Keys by name, the one that seals first; the others only open what was sealed before they were replaced. */
export type TokenKeys = readonly Readonly<{ name: string; key: Buffer }>[];

export type TokenSeal = Readonly<{
  /** `place` says whose token it is: the session's id and the column. */
  seal: (token: string, place: string) => string;
  /** Throws CannotOpen where the key is not there, or the text was changed or moved. */
  open: (sealed: string, place: string) => string;
  /** Whether a stored text is sealed under the key in use. */
  isCurrent: (stored: string) => boolean;
}>;

/** A stored token that no key opens: the shop must open the app again. */
export class CannotOpen extends Error {
  constructor(place: string) {
    super(`The token of ${place} cannot be opened with the keys in TOKEN_KEYS`);
  }
}

const MARK = "sealed1", KEY_BYTES = 32, IV_BYTES = 12, TAG_BYTES = 16;

/** Reads `name:base64` pairs, separated by commas; 32 bytes each. Throws an Error in words for the person who set it. */
export function readTokenKeys(text: string): TokenKeys {
  const keys = text.split(",").map((pair) => {
    const [, name, encoded] = /^\s*([\w-]{1,32}):([A-Za-z0-9+/=_-]+)\s*$/.exec(pair) ?? [];
    const key = Buffer.from(encoded ?? "", "base64");
    if (!name || key.length !== KEY_BYTES) throw new Error("is not a list of name:key, each key 32 bytes in base64 (openssl rand -base64 32)");
    return { name, key };
  });
  if (new Set(keys.map(({ name }) => name)).size < keys.length) throw new Error("names a key twice");
  return keys;
}

/** The local Shopify's tokens open nothing outside this machine; their key needs no secret. */
export const localTokenKeys: TokenKeys = [{ name: "local", key: createHash("sha256").update("recourse local tokens").digest() }];

export function tokenSeal(keys: TokenKeys): TokenSeal {
  const [current] = keys;
  if (!current) throw new Error("no key to seal tokens with");
  return {
    seal: (token, place) => {
      const iv = randomBytes(IV_BYTES), cipher = createCipheriv("aes-256-gcm", current.key, iv).setAAD(Buffer.from(place));
      const body = Buffer.concat([iv, cipher.update(token, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return `${MARK}.${current.name}.${body.toString("base64url")}`;
    },
    open: (sealed, place) => {
      const [mark, name, encoded = ""] = sealed.split("."), held = keys.find((one) => one.name === name), body = Buffer.from(encoded, "base64url");
      if (mark !== MARK || !held || body.length <= IV_BYTES + TAG_BYTES) throw new CannotOpen(place);
      try {
        const decipher = createDecipheriv("aes-256-gcm", held.key, body.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES }).setAAD(Buffer.from(place)).setAuthTag(body.subarray(-TAG_BYTES));
        return Buffer.concat([decipher.update(body.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]).toString("utf8");
      } catch {
        throw new CannotOpen(place);
      }
    },
    isCurrent: (stored) => stored.startsWith(`${MARK}.${current.name}.`),
  };
}
