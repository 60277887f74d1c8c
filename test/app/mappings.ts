/** Item mappings of the seeded shops: their metafields first, then what tags, types and prices say. Shops' own data, as a merchant would type them in. */
import type { ItemMapping } from "../../app/shopify/itemMapping.ts";

const classes = ["new", "refurbished", "accessory", "free_gift"] as const;
const categories = ["camera", "nvr", "dvr", "system", "hdd", "cable", "wire", "power_adapter", "power_supply", "mounting_bracket", "wifi_antenna", "personal_item"];

const byMetafield = (key: string, value: string): ItemMapping[number]["when"] => ({ metafield: { namespace: "item", key, value } });

/** Rules that all five shops share. */
export const mapping: ItemMapping = [
  { when: { zeroPrice: true }, gives: { class: "free_gift" } },
  ...classes.map((name) => ({ when: byMetafield("class", name), gives: { class: name } })),
  ...categories.map((category) => ({ when: byMetafield("category", category), gives: { category } })),
  { when: { tag: "clearance" }, gives: { onClearance: true } }, { when: { tag: "kit" }, gives: { category: "system" } },
  { when: { tag: "refurbished" }, gives: { class: "refurbished" } }, { when: { tag: "accessory" }, gives: { class: "accessory" } },
  { when: { title: "camera" }, gives: { class: "new", category: "camera" } },
];
