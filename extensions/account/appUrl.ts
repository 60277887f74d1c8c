declare const process: { readonly env: { readonly APP_URL?: string } };

/** Where the app is, as Shopify's CLI puts it into the bundle: from the app while it is tried, else from .env. Null where .env had none. */
export function appUrl(): string | null {
  try {
    return process.env.APP_URL || null;
  } catch {
    // Nothing was put in, and a worker knows no `process`.
    return null;
  }
}
