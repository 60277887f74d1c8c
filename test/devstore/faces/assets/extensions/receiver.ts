import { COMPONENTS } from "./components.ts";
import { Part, type Owner } from "./part.ts";
import type { RemoteNode, RemoteRecord } from "./protocol.ts";

const ROOT = "~";

export type Receiver = { readonly mutate: (records: readonly RemoteRecord[]) => void; readonly part: (id: string) => Part | undefined; readonly byName: (name: string) => Part | undefined };

/** Draws the worker's tree below a root. Throws, by name, where the extension asks for what is not there. */
export function receiver(root: HTMLElement, owner: Owner): Receiver {
  const nodes = new Map<string, Node>([[ROOT, root]]);
  const nodeOf = (id: string): Node => {
    const node = nodes.get(id);
    if (!node) throw new Error(`the extension speaks of a node that is not there: ${id}`);
    return node;
  };
  const made = (from: RemoteNode): Node => {
    const node = from.type === 1 ? element(from) : document.createTextNode(from.type === 3 ? (from.data ?? "") : "");
    nodes.set(from.id, node);
    for (const child of from.children ?? []) node.appendChild(made(child));
    return node;
  };
  const element = (from: RemoteNode): Part => {
    const tag = from.element ?? "";
    if (!(tag in COMPONENTS)) throw new Error(`not modelled: <${tag}>`);
    const part = document.createElement(tag);
    if (!(part instanceof Part)) throw new Error(`not modelled: <${tag}>`);
    part.remoteId = from.id;
    part.owner = owner;
    for (const [name, value] of Object.entries(from.properties ?? {})) part.set(name, value);
    return part;
  };
  const apply = (record: RemoteRecord): Node => {
    const node = nodeOf(record[1]);
    switch (record[0]) {
      case 0: node.insertBefore(made(record[2]), node.childNodes[record[3]] ?? null); break;
      case 1: node.childNodes[record[2]]?.remove(); break;
      case 2: node.nodeValue = record[2]; break;
      case 3: if (node instanceof Part) node.set(record[2], record[3]); break;
    }
    return node;
  };
  const mutate = (records: readonly RemoteRecord[]): void => {
    for (const touched of new Set(records.map(apply))) refreshAround(touched, root);
  };
  const part = (id: string): Part | undefined => { const node = nodes.get(id); return node instanceof Part ? node : undefined; };
  return { mutate, part, byName: (name) => root.querySelector<Part>(`[data-id="${CSS.escape(name)}"]`) ?? undefined };
}

/** A select looks at its options, a list at its choices: what contains a change is drawn again. */
function refreshAround(node: Node, root: HTMLElement): void {
  for (let at: Node | null = node; at && at !== root; at = at.parentNode) if (at instanceof Part) at.refresh();
}
