import type { FieldMap, NodeMap } from "./kernel/context.ts";
import { nodeFields } from "./kernel/node.ts";
import { bulkFields, bulkNodes } from "./bulk/operation.ts";
import { appFields, appNodes } from "./catalogue/app.ts";
import { collectionFields, collectionNodes } from "./catalogue/collection.ts";
import { customerMutations } from "./catalogue/customer.ts";
import { customerFields, customerNodes } from "./catalogue/customerFields.ts";
import { fileFields, fileNodes } from "./catalogue/file.ts";
import { inventoryFields, inventoryNodes } from "./catalogue/inventoryFields.ts";
import { locationFields, locationNodes } from "./catalogue/locationFields.ts";
import { metafieldFields, metafieldNodes } from "./catalogue/metafield.ts";
import { metafieldDefinitionFields, metafieldDefinitionNodes } from "./catalogue/metafieldDefinition.ts";
import { metaobjectFields, metaobjectNodes } from "./catalogue/metaobjectFields.ts";
import { productMutations } from "./catalogue/productCreate.ts";
import { productFields, productNodes } from "./catalogue/productFields.ts";
import { publicationFields, publicationNodes } from "./catalogue/publication.ts";
import { shopFields, shopNodes } from "./catalogue/shopFields.ts";
import { shopPolicyFields } from "./catalogue/shopPolicy.ts";
import { tagFields } from "./catalogue/tags.ts";
import { variantMutations } from "./catalogue/variantBulk.ts";
import { orderAreaNodes, orderAreas } from "./orders/allFields.ts";
import { webhookSubscriptionFields, webhookSubscriptionNodes } from "./catalogue/webhookSubscription.ts";

/** Every area adds its map to these two lists; a field listed twice stops the start. */
const NODES: readonly NodeMap[] = [
  shopNodes, locationNodes, productNodes, inventoryNodes, collectionNodes, customerNodes, metafieldNodes, metafieldDefinitionNodes, metaobjectNodes,
  publicationNodes, fileNodes, webhookSubscriptionNodes, bulkNodes, appNodes, ...orderAreaNodes,
];

const AREAS: readonly FieldMap[] = [
  shopFields, locationFields, productFields, productMutations, variantMutations, inventoryFields, collectionFields, customerFields, customerMutations,
  metafieldFields, metafieldDefinitionFields, metaobjectFields, shopPolicyFields, tagFields, publicationFields, fileFields, webhookSubscriptionFields, bulkFields, appFields,
  ...orderAreas,
];

/** All resolvers of the store in one map: `Query`, `Mutation`, then one entry per object or interface type. */
export function allFields(): FieldMap {
  return merged([...AREAS, nodeFields(Object.assign({}, ...NODES))]);
}

/** One map of several. Throws when two areas list the same field. */
export function merged(maps: readonly FieldMap[]): FieldMap {
  const all: FieldMap = {};
  for (const map of maps) {
    for (const [type, fields] of Object.entries(map)) {
      const into = (all[type] ??= {});
      for (const [name, resolver] of Object.entries(fields)) {
        if (name in into) throw new Error(`two resolvers for ${type}.${name}`);
        into[name] = resolver;
      }
    }
  }
  return all;
}
