import { showBars, showLoading, showModal, showPath } from "./bars.ts";
import { frame, hearApp, settings } from "./frame.ts";
import { goOutside } from "./outside.ts";
import { pickResources } from "./picker.ts";
import { mayLeave, showSaveBar } from "./saveBar.ts";
import { hideToast, showToast } from "./toasts.ts";

async function text(url: string): Promise<string> {
  const response = await fetch(url, { method: "POST" });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}

async function adminApi({ path, body }: { path: string; body: string }): Promise<{ status: number; body: string }> {
  const response = await fetch(`${settings.store}/direct${path.startsWith("/") ? path : `/${path}`}`, { method: "POST", headers: { "content-type": "application/json" }, body });
  return { status: response.status, body: await response.text() };
}

/** All the app's scopes are required ones, and granted: optional scopes are not modelled. */
const scopes = () => ({ granted: settings.app.scopes, required: settings.app.scopes, optional: [] });

function requestScopes({ scopes: wanted }: { scopes: string[] }): unknown {
  const unknown = wanted.filter((s) => !settings.app.scopes.includes(s));
  if (unknown.length > 0) throw new Error(`not modelled: optional scopes (${unknown.join(", ")})`);
  return { result: "granted-all", detail: scopes() };
}

hearApp({
  bars: showBars, path: showPath, loading: showLoading, modal: showModal, outside: goOutside,
  toast: showToast, toastHide: hideToast, saveBar: showSaveBar, leave: mayLeave, resourcePicker: pickResources, adminApi,
  idToken: () => text(`${settings.store}/session-token`),
  user: () => ({ accountAccess: "Full access" }),
  scopes, scopesRequest: requestScopes,
});

// Only now that somebody hears it: what an app said before would be lost, and its questions never answered.
frame.src = frame.dataset["src"] ?? "";
