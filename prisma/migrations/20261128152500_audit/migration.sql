CREATE TABLE "AuditEntry" (
  "id" BIGSERIAL PRIMARY KEY,
  "shop" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "by" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "what" TEXT NOT NULL
);
CREATE INDEX "AuditEntry_shop_id_idx" ON "AuditEntry"("shop", "id");
