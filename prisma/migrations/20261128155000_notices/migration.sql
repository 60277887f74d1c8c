-- Registrations from files, notices for Flow, and photos that staff add.
CREATE TABLE "RegistrationImport" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "rows" JSONB NOT NULL,
    "results" JSONB NOT NULL DEFAULT '[]',
    CONSTRAINT "RegistrationImport_pkey" PRIMARY KEY ("shop", "id")
);
CREATE INDEX "RegistrationImport_shop_at_idx" ON "RegistrationImport"("shop", "at");

CREATE TABLE "Notice" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "refusal" TEXT,
    "orderId" TEXT,
    "customerId" TEXT,
    "plannedAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Notice_shop_key_key" ON "Notice"("shop", "key");
CREATE INDEX "Notice_shop_plannedAt_idx" ON "Notice"("shop", "plannedAt");
CREATE INDEX "Notice_shop_orderId_idx" ON "Notice"("shop", "orderId");

CREATE TABLE "Photo" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "rmaId" TEXT NOT NULL,
    "rmaLineId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "Photo_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Photo_shop_rmaId_idx" ON "Photo"("shop", "rmaId");
