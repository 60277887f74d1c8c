import { createHash } from "node:crypto";
import type { Ctx, FieldMap } from "../kernel/context.ts";
import { newId, tailOf } from "../kernel/ids.ts";
import { refuse } from "../kernel/refused.ts";
import type { Shop } from "../shop.ts";

/** A policy that the store publishes itself, by its type. */
export type ShopPolicyRecord = { __typename: "ShopPolicy"; id: string; type: string; body: string; createdAt: string; updatedAt: string };

const TITLES: Readonly<Record<string, string>> = {
  REFUND_POLICY: "Refund policy", PRIVACY_POLICY: "Privacy policy", TERMS_OF_SERVICE: "Terms of service", SHIPPING_POLICY: "Shipping policy", LEGAL_NOTICE: "Legal notice", SUBSCRIPTION_POLICY: "Cancellation policy", CONTACT_INFORMATION: "Contact information", TERMS_OF_SALE: "Terms of sale",
};

/** The body may be 512 kB (documented: ShopPolicyInput.body). */
const MOST_BYTES = 512 * 1024;

/** Policies in the order they were first written; one that was never written is not in the list (assumed). */
export const shopPolicyFields: FieldMap = {
  Mutation: {
    shopPolicyUpdate: (args: { shopPolicy: { type: string; body: string } }, ctx: Ctx) => {
      const { type, body } = args.shopPolicy, now = ctx.now(), known = ctx.shop.policies.get(type);
      if (Buffer.byteLength(body) > MOST_BYTES) refuse(["shopPolicy", "body"], "Body is too big (maximum is 512 KB)", "TOO_BIG");
      const record: ShopPolicyRecord = { __typename: "ShopPolicy", id: known?.id ?? newId(ctx.shop, "ShopPolicy"), type, body, createdAt: known?.createdAt ?? now, updatedAt: now };
      ctx.shop.policies.set(type, record);
      return { shopPolicy: record };
    },
  },
  Shop: { shopPolicies: (shop: Shop) => [...shop.policies.values()] },
  ShopPolicy: {
    title: (policy: ShopPolicyRecord) => TITLES[policy.type] ?? policy.type,
    url: (policy: ShopPolicyRecord, _args: object, ctx: Ctx) => `https://${ctx.shop.domain}/${tailOf(ctx.shop.id)}/policies/${tailOf(policy.id)}.html?locale=en&v=${createHash("sha1").update(policy.body).digest("hex").slice(0, 8)}`,
    translations: () => [],
  },
};
