-- Orders whose customer was erased. Shopify goes on naming the customer, so each reading of the order would write them back.
CREATE TABLE "ErasedOrder" (
  "shop" TEXT NOT NULL,
  "orderId" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "ErasedOrder_pkey" PRIMARY KEY ("shop", "orderId")
);

-- Whoever erases holds the lock alone: then nobody is about to write a customer who did not see the order named here.
CREATE FUNCTION "without_erased"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('erased orders of ' || NEW."shop", 0));
  IF EXISTS (SELECT FROM "ErasedOrder" e WHERE e."shop" = NEW."shop" AND e."orderId" = NEW."orderId") THEN
    NEW."customerId" := NULL;
    -- A customer's key begins with the customer's number; one of staff's names nobody.
    IF TG_TABLE_NAME = 'Rma' THEN NEW."requestKey" := CASE WHEN NEW."requestKey" LIKE 'staff/%' THEN NEW."requestKey" END; END IF;
    IF TG_TABLE_NAME = 'Notice' THEN NEW."payload" := NEW."payload" - 'customer_id'; END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "without_erased" BEFORE INSERT OR UPDATE OF "customerId" ON "Coverage" FOR EACH ROW WHEN (NEW."customerId" IS NOT NULL) EXECUTE FUNCTION "without_erased"();
CREATE TRIGGER "without_erased" BEFORE INSERT OR UPDATE OF "customerId" ON "Rma" FOR EACH ROW WHEN (NEW."customerId" IS NOT NULL) EXECUTE FUNCTION "without_erased"();
CREATE TRIGGER "without_erased" BEFORE INSERT OR UPDATE OF "customerId" ON "Notice" FOR EACH ROW WHEN (NEW."customerId" IS NOT NULL) EXECUTE FUNCTION "without_erased"();
-- A later owner is somebody else than the customer of the order.
CREATE TRIGGER "without_erased" BEFORE INSERT OR UPDATE OF "customerId" ON "Registration" FOR EACH ROW WHEN (NEW."customerId" IS NOT NULL AND NEW."transferredOn" IS NULL) EXECUTE FUNCTION "without_erased"();

-- The key of a case whose customer was erased still carried the customer's number.
UPDATE "Rma" SET "requestKey" = NULL WHERE "openedBy" = 'erased';
