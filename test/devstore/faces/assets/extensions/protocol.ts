/** What the page and an extension's worker say to each other. Everything is data that structured cloning carries. */

/** A node as @remote-dom/core serialises it. */
export type RemoteNode = {
  readonly id: string; readonly type: number; readonly element?: string; readonly data?: string;
  readonly properties?: Readonly<Record<string, unknown>>; readonly children?: readonly RemoteNode[];
};

/** Mutations of @remote-dom/core: 0 inserts, 1 removes, 2 sets a text, 3 sets a property. */
export type RemoteRecord = readonly [0, string, RemoteNode, number] | readonly [1, string, number] | readonly [2, string, string] | readonly [3, string, string, unknown, number];

/** What the extension is given at its start. `context` differs by target. */
export type Start = {
  readonly target: string; readonly handle: string; readonly apiVersion: string; readonly module: string; readonly appUrl: string;
  readonly locale: string; readonly extensionLocale: string; readonly country: string | null; readonly texts: unknown; readonly fallbackTexts: unknown;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  readonly shop: { readonly id: string; readonly name: string; readonly domain: string; readonly currency: string; readonly zone: string };
  readonly apiAccess: boolean; readonly networkAccess: boolean;
  readonly entry: Entry;
  readonly context: Context;
};

/** One place in the history, as the Navigation API shows it. */
export type Entry = { readonly key: string; readonly url: string | null; readonly state: unknown };

/** What differs by page and place: the customer, the order, the return, what is selected. */
export type Context = {
  readonly customerId?: string; readonly orderId?: string; readonly returnId?: string; readonly order?: unknown;
  readonly selected?: readonly { readonly id: string }[];
  readonly pos?: { readonly order: { readonly id: number; readonly name: string; readonly customerId?: number }; readonly userId: number; readonly locationId: number };
};

export type ToWorker =
  | { readonly kind: "start"; readonly start: Start }
  | { readonly kind: "event"; readonly id: string; readonly type: string; readonly state: Readonly<Record<string, unknown>>; readonly detail: unknown }
  | { readonly kind: "answer"; readonly call: number; readonly value?: unknown; readonly failed?: string }
  | { readonly kind: "navigated"; readonly entry: Entry; readonly how: "push" | "replace" | "traverse" };

export type FromWorker =
  | { readonly kind: "mutate"; readonly records: readonly RemoteRecord[] }
  | { readonly kind: "method"; readonly id: string; readonly method: string }
  | { readonly kind: "ask"; readonly call: number; readonly name: string; readonly args: readonly unknown[] }
  | { readonly kind: "rendered" }
  | { readonly kind: "failed"; readonly message: string; readonly stack: string };
