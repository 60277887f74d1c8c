import { isIPv4 } from "node:net";

/** True for names and addresses of this machine: localhost, 127.0.0.0/8, ::1. Other names are never looked up. */
export function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "").toLowerCase();
  return host === "localhost" || host === "::1" || (isIPv4(host) && host.startsWith("127."));
}

/**
 * Where a declared address is reached here: addresses of the app's public URL, and relative ones, go to `appUrl`.
 * Null when that is not this machine: nothing leaves it.
 */
export function localAddress(uri: string, publicUrl: string, appUrl: string): URL | null {
  const url = URL.parse(uri, publicUrl);
  if (url === null) return null;
  const ours = url.origin === new URL(publicUrl).origin ? new URL(url.pathname + url.search, appUrl) : url;
  return isLoopback(ours.hostname) && /^https?:$/.test(ours.protocol) ? ours : null;
}
