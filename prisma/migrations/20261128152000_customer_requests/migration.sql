ALTER TABLE "Rma" ADD COLUMN "requestKey" TEXT;
CREATE UNIQUE INDEX "Rma_shop_requestKey_key" ON "Rma"("shop", "requestKey");

CREATE TABLE "Draft" (
  "shop" TEXT NOT NULL,
  "customerId" TEXT NOT NULL,
  "orderId" TEXT NOT NULL,
  "data" JSONB NOT NULL,
  "savedAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "Draft_pkey" PRIMARY KEY ("shop", "customerId", "orderId")
);
CREATE INDEX "Draft_savedAt_idx" ON "Draft"("savedAt");
