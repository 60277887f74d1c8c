/** What the admin must know of the app it embeds. */
export type FaceApp = {
  readonly name: string;
  /** Its place in the admin's addresses: /store/SHOP/apps/HANDLE. */
  readonly handle: string;
  readonly clientId: string;
  readonly secret: string;
  /** Where the app answers on this machine. */
  readonly url: string;
  readonly scopes: readonly string[];
};

/** The app's handle from its name. */
export const appHandle = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "app";

/** The `host` of an embedded app: the admin's address for the shop in base64. The library wants a *.shopify.com host in it. */
export const hostParam = (handle: string): string => Buffer.from(`admin.shopify.com/store/${handle}`).toString("base64").replace(/=+$/, "");
