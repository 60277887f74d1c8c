import { byId, make, settings } from "./frame.ts";

type Resource = Record<string, unknown> & { id: string; title: string; variants?: Resource[] };
type Options = { type: "product" | "variant" | "collection"; action?: "add" | "select"; multiple?: boolean | number; query?: string; filter?: { variants?: boolean; query?: string; draft?: boolean; archived?: boolean }; selectionIds?: { id: string; variants?: { id: string }[] }[] };

const WORDS = { product: "product", variant: "variant", collection: "collection" } as const;

async function found(type: Options["type"], query: string): Promise<Resource[]> {
  const response = await fetch(`${settings.store}/picker?${new URLSearchParams({ type: type === "collection" ? "collection" : "product", query }).toString()}`);
  if (!response.ok) throw new Error(`the picker was answered with ${response.status}`);
  return ((await response.json()) as { items: Resource[] }).items;
}

function kept(resource: Resource, options: Options): boolean {
  const status = resource["status"];
  return (status !== "DRAFT" || options.filter?.draft !== false) && (status !== "ARCHIVED" || options.filter?.archived !== false);
}

/** What is chosen, by id; the newest last. */
class Choice {
  readonly #chosen = new Map<string, Resource>();
  readonly #limit: number;
  constructor(multiple: Options["multiple"]) {
    this.#limit = multiple === true ? Infinity : typeof multiple === "number" ? multiple : 1;
  }
  has(id: string): boolean {
    return this.#chosen.has(id);
  }
  set(resource: Resource, on: boolean): void {
    this.#chosen.delete(resource.id);
    if (!on) return;
    const oldest = this.#chosen.size >= this.#limit ? [...this.#chosen.keys()][0] : undefined;
    if (oldest !== undefined) this.#chosen.delete(oldest);
    this.#chosen.set(resource.id, resource);
  }
  get list(): Resource[] {
    return [...this.#chosen.values()];
  }
}

function row(resource: Resource, text: string, inner: boolean, choice: Choice, redraw: () => void): HTMLLabelElement {
  const label = make("label", "", inner ? "pick inner" : "pick");
  const box = make("input");
  box.type = "checkbox";
  box.checked = choice.has(resource.id);
  box.addEventListener("change", () => {
    choice.set(resource, box.checked);
    redraw();
  });
  label.append(box, make("span", text), make("span", String(resource["price"] ?? ""), "num quiet small"));
  return label;
}

function rows(resources: readonly Resource[], options: Options, choice: Choice, redraw: () => void): HTMLElement[] {
  if (resources.length === 0) return [make("p", "Nothing fits.", "empty quiet")];
  return resources.flatMap((resource): HTMLElement[] => {
    const variants = resource.variants ?? [];
    if (options.type !== "variant") return [row(resource, resource.title, false, choice, redraw)];
    const [only] = variants;
    if (only && variants.length === 1) return [row({ ...only, product: { id: resource.id } }, resource.title, false, choice, redraw)];
    return [make("p", resource.title, "pick"), ...variants.map((v) => row({ ...v, product: { id: resource.id } }, v.title, true, choice, redraw))];
  });
}

/** A product as the picker hands it over; without its variants where the app does not want them. */
function handedOver(resource: Resource, options: Options): Resource {
  if (options.type !== "product" || options.filter?.variants !== false) return resource;
  const rest = { ...resource };
  delete rest.variants;
  return rest;
}

/** `shopify.resourcePicker`: what was chosen, or undefined when it was cancelled. */
export async function pickResources(options: Options): Promise<Resource[] | undefined> {
  const word = WORDS[options.type];
  if (!word) throw new Error(`not modelled: a picker of ${String(options.type)}`);
  const choice = new Choice(options.multiple);
  const wanted = new Set((options.selectionIds ?? []).flatMap((s) => [s.id, ...(s.variants ?? []).map((v) => v.id)]));
  const dialog = byId("picker", HTMLDialogElement);
  const head = make("header");
  const heading = make("h2", `${options.action === "select" ? "Select" : "Add"} ${word}${options.multiple ? "s" : ""}`);
  heading.id = "pickertitle";
  head.append(heading);
  const search = make("input");
  search.type = "search";
  search.placeholder = `Search ${word}s`;
  search.setAttribute("aria-label", search.placeholder);
  search.value = options.query ?? "";
  const list = make("div", "", "list");
  const tally = make("span", "", "quiet");
  tally.style.flex = "1";
  const cancel = make("button", "Cancel");
  const done = make("button", options.action === "select" ? "Select" : "Add", "primary");
  const foot = make("footer");
  foot.append(tally, cancel, done);
  const searchRow = make("div", "", "search");
  searchRow.append(search);
  dialog.replaceChildren(head, searchRow, list, foot);
  let resources: Resource[] = [];
  const draw = () => {
    list.replaceChildren(...rows(resources, options, choice, draw));
    tally.textContent = `${choice.list.length} selected`;
    done.disabled = choice.list.length === 0;
  };
  const load = async () => {
    resources = (await found(options.type, [search.value, options.filter?.query ?? ""].filter(Boolean).join(" "))).filter((r) => kept(r, options));
    const all = resources.flatMap((r) => (options.type === "variant" ? (r.variants ?? []).map((v) => ({ ...v, product: { id: r.id } })) : [r]));
    for (const r of all) if (wanted.delete(r.id)) choice.set(r, true);
    draw();
  };
  search.addEventListener("input", () => void load());
  await load();
  return new Promise((resolve) => {
    dialog.returnValue = "";
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "done" ? choice.list.map((r) => handedOver(r, options)) : undefined), { once: true });
    cancel.addEventListener("click", () => dialog.close("cancel"));
    done.addEventListener("click", () => dialog.close("done"));
    dialog.showModal();
    search.focus();
  });
}
