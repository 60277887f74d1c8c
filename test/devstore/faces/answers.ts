import type { Answer } from "../kernel/world.ts";
import type { FaceApp } from "./faceApp.ts";

/** A page with headers that keep everything foreign out: scripts and styles of this server, the app in the frame. */
export function page(html: string, app: FaceApp | null, headers: Record<string, string> = {}): Answer {
  const appOrigin = app ? ` ${new URL(app.url).origin}` : "";
  const policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", `img-src 'self' data: blob: https:${appOrigin}`, `connect-src 'self'${appOrigin}`,
    "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'", `frame-src 'self' blob:${appOrigin}`, "object-src blob:",
  ];
  const fixed = {
    "content-type": "text/html; charset=utf-8", "content-security-policy": policy.join("; "),
    "referrer-policy": "same-origin", "x-content-type-options": "nosniff", "cache-control": "no-store",
  };
  return { status: 200, body: html, headers: { ...fixed, ...headers } };
}

export const goTo = (path: string, headers: Record<string, string> = {}): Answer => ({ status: 303, headers: { location: path, ...headers }, body: "" });
export const notFound = (text: string): Answer => ({ status: 404, headers: { "content-type": "text/plain; charset=utf-8" }, body: text });
