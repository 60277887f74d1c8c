import { tailOf } from "../kernel/ids.ts";
import type { ShopCore } from "../shop.ts";

/** The `associated_user` of an online token, in Shopify's field names. */
export type StaffUser = {
  id: number;
  first_name: string;
  last_name: string;
  email: string;
  email_verified: boolean;
  account_owner: boolean;
  locale: string;
  collaborator: boolean;
};

/** The only staff user a shop has here: its owner. The id is the shop's own number plus one. */
export function staffUser(shop: Pick<ShopCore, "id" | "email">): StaffUser {
  return {
    id: Number(tailOf(shop.id)) + 1,
    first_name: "Store",
    last_name: "Owner",
    email: shop.email,
    email_verified: true,
    account_owner: true,
    locale: "en",
    collaborator: false,
  };
}
