import type { CollectionRecord } from "./collection.ts";
import type { CustomerRecord } from "./customer.ts";
import type { FileRecord, StagedTarget } from "./file.ts";
import type { InventoryItemRecord, InventoryLevelRecord } from "./inventory.ts";
import type { LocationRecord } from "./location.ts";
import type { MetafieldRecord } from "./metafield.ts";
import type { MetafieldDefinitionRecord } from "./metafieldDefinition.ts";
import type { MetaobjectDefinitionRecord, MetaobjectRecord } from "./metaobject.ts";
import type { ProductRecord, VariantRecord } from "./product.ts";
import type { ShopPolicyRecord } from "./shopPolicy.ts";
import type { WebhookSubscriptionRecord } from "./webhookSubscription.ts";
import type { BulkOperationRecord } from "../bulk/operation.ts";

/** The catalogue's part of a shop; every Map is keyed by gid unless it says otherwise. */
export type CatalogueTables = {
  locations: Map<string, LocationRecord>;
  products: Map<string, ProductRecord>;
  variants: Map<string, VariantRecord>;
  inventoryItems: Map<string, InventoryItemRecord>;
  inventoryLevels: Map<string, InventoryLevelRecord>;
  collections: Map<string, CollectionRecord>;
  customers: Map<string, CustomerRecord>;
  /** By owner's gid, then "namespace.key". */
  metafields: Map<string, Map<string, MetafieldRecord>>;
  metafieldDefinitions: Map<string, MetafieldDefinitionRecord>;
  metaobjects: Map<string, MetaobjectRecord>;
  metaobjectDefinitions: Map<string, MetaobjectDefinitionRecord>;
  files: Map<string, FileRecord>;
  /** Staged uploads by their path. */
  uploads: Map<string, StagedTarget>;
  webhookSubscriptions: Map<string, WebhookSubscriptionRecord>;
  bulkOperations: Map<string, BulkOperationRecord>;
  /** By type. */
  policies: Map<string, ShopPolicyRecord>;
  /** What was sent to Shopify Flow, newest last. */
  flowTriggers: { at: string; clientId: string; handle: string; payload: unknown }[];
};

export const catalogueTables = (): CatalogueTables => ({
  locations: new Map(), products: new Map(), variants: new Map(), inventoryItems: new Map(), inventoryLevels: new Map(),
  collections: new Map(), customers: new Map(), metafields: new Map(), metafieldDefinitions: new Map(), metaobjects: new Map(),
  metaobjectDefinitions: new Map(), files: new Map(), uploads: new Map(), webhookSubscriptions: new Map(), bulkOperations: new Map(), policies: new Map(),
  flowTriggers: [],
});
