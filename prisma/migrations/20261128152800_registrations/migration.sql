-- Registrations: which unit of which line, who entered them, and whether a later owner took them over.
ALTER TABLE "Registration" ADD COLUMN "orderName" TEXT;
ALTER TABLE "Registration" ADD COLUMN "unit" INTEGER;
ALTER TABLE "Registration" ADD COLUMN "source" TEXT NOT NULL DEFAULT 'staff';
ALTER TABLE "Registration" ADD COLUMN "by" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Registration" ADD COLUMN "transferredOn" DATE;
CREATE UNIQUE INDEX "Registration_shop_lineId_unit_key" ON "Registration"("shop", "lineId", "unit");
CREATE INDEX "Registration_shop_customerId_idx" ON "Registration"("shop", "customerId");
CREATE INDEX "Registration_shop_registeredOn_id_idx" ON "Registration"("shop", "registeredOn", "id");
