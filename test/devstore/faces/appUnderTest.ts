import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Requests as an embedded app's server saw them. */
export type Seen = { readonly method: string; readonly path: string; readonly authorization: string | null };
export type AppUnderTest = { readonly url: string; readonly seen: Seen[]; readonly close: () => Promise<void> };

/** A small embedded app: one page that uses every part of App Bridge, an endpoint that asks once for another token, and one that every origin may ask. */
export async function startApp(bridge: () => string): Promise<AppUnderTest> {
  const seen: Seen[] = [];
  let refused = false;
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? "/", "http://app").pathname;
    seen.push({ method: request.method ?? "", path, authorization: request.headers.authorization ?? null });
    if (path === "/data") {
      const retry = !refused;
      refused = true;
      response.writeHead(retry ? 401 : 200, { "content-type": "application/json", ...(retry ? { "x-shopify-retry-invalid-session-request": "1" } : {}) });
      response.end(JSON.stringify({ ok: !retry }));
      return;
    }
    if (path === "/open") {
      response.writeHead(request.method === "OPTIONS" ? 204 : 200, { "access-control-allow-origin": "*", "access-control-allow-headers": "authorization, content-type", "content-type": "application/json" });
      response.end(request.method === "OPTIONS" ? undefined : JSON.stringify({ ok: true }));
      return;
    }
    if (path === "/reauthorize") {
      response.writeHead(403, { "x-shopify-api-request-failure-reauthorize": "1", "x-shopify-api-request-failure-reauthorize-url": "/elsewhere" });
      response.end();
      return;
    }
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(path === "/bounce" ? bouncePage(bridge()) : appPage(bridge(), path));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = (): Promise<void> => new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, close };
}

const bouncePage = (bridge: string): string => `<script data-api-key="test" src="${bridge}/app-bridge.js"></script>`;

function appPage(bridge: string, path: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>App</title><script data-api-key="test" src="${bridge}/app-bridge.js"></script>
<style>body{font:14px/1.5 Inter,system-ui,sans-serif;margin:24px;color:#1c2421;background:#f3f5f1}.c{background:#fff;border:1px solid #dfe3de;border-radius:12px;padding:16px;max-width:640px}button{margin:4px}.inmodal{color:rgb(1,2,3)}</style></head><body>
<ui-nav-menu><a href="/" rel="home">Home</a><a href="/queue">Review queue</a><a href="/policies">Policies</a></ui-nav-menu>
<ui-title-bar title="Claims"><button id="export">Export</button><section label="More"><button id="archive">Archive</button></section><button variant="primary" id="new">New claim</button></ui-title-bar>
<ui-save-bar id="bar"><button variant="primary" id="save">Save</button><button id="discard">Discard</button></ui-save-bar>
<ui-modal id="ask"><p class="inmodal">Decline this claim?</p><ui-title-bar title="Decline"><button variant="primary" tone="critical" id="yes">Decline</button><button id="no">Cancel</button></ui-title-bar></ui-modal>
<div class="c"><h1 id="path">${path === "/" ? "Home" : path}</h1><p id="out">–</p>
<p><a href="shopify:admin/products" id="toproducts">Products</a> <a href="/queue" id="toqueue">Queue</a></p>
<form data-save-bar id="form"><label>Note <input name="note" id="note"></label></form></div>
<script>
const out = document.getElementById("out"); const say = (x) => { out.textContent = typeof x === "string" ? x : JSON.stringify(x); };
document.addEventListener("shopify:navigate", (e) => { const href = e.target.getAttribute("href"); history.pushState(null, "", href); document.getElementById("path").textContent = href; });
for (const id of ["export", "archive", "new", "save", "discard", "yes", "no"]) document.getElementById(id).addEventListener("click", () => say("pressed " + id));
document.getElementById("form").addEventListener("submit", (e) => { e.preventDefault(); say("saved " + document.getElementById("note").value); });
window.say = say;
</script></body></html>`;
}
