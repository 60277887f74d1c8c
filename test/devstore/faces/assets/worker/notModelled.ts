/** Puts properties on an API that fail by their names as soon as they are read. */
export function withoutModel<T extends object>(api: T, names: readonly string[]): T {
  for (const name of names) {
    if (name in api) continue;
    Object.defineProperty(api, name, { configurable: true, enumerable: false, get() { throw new Error(`not modelled: shopify.${name}`); } });
  }
  return api;
}
