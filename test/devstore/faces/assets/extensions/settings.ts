import type { Context, Start } from "./protocol.ts";

/** One extension at one target, as the page lists it. */
export type Listed = Pick<Start, "handle" | "target" | "apiVersion" | "locale" | "extensionLocale" | "texts" | "fallbackTexts" | "settings" | "apiAccess" | "networkAccess"> & { readonly name: string };

/** What the server tells the page of its extensions. */
export type Settings = {
  readonly surface: "account" | "admin" | "pos";
  /** "/account/SHOP" or "/store/SHOP": tokens and Shopify's APIs are asked for below it. */
  readonly base: string;
  /** Where the app lies in the admin; where pages of accounts lie. */
  readonly appBase: string;
  readonly appUrl: string;
  readonly country: string | null;
  readonly shop: Start["shop"];
  readonly extensions: readonly Listed[];
  /** Handles that have a full page, and whether it belongs to an order. */
  readonly pages: Readonly<Record<string, "order" | "shop">>;
  /** What the whole page is about; a place may add to it. */
  readonly context: Context;
  /** The page's own extension: its address without what follows. */
  readonly page: string | null;
};

const found = document.getElementById("extensions");
export const settings = JSON.parse(found?.textContent ?? "null") as Settings;
