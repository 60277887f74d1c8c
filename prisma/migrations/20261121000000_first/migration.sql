CREATE TABLE "Shop" (
    "domain" TEXT NOT NULL,
    "installedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uninstalledAt" TIMESTAMPTZ(3),
    "currency" TEXT NOT NULL DEFAULT 'USD',
    "zone" TEXT NOT NULL DEFAULT 'UTC',
    "settings" JSONB NOT NULL DEFAULT '{}',
    CONSTRAINT "Shop_pkey" PRIMARY KEY ("domain")
);

CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "isOnline" BOOLEAN NOT NULL,
    "scope" TEXT,
    "expires" TIMESTAMPTZ(3),
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "refreshTokenExpires" TIMESTAMPTZ(3),
    "userId" BIGINT,
    "userEmail" TEXT,
    "userName" TEXT,
    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Session_shop_idx" ON "Session"("shop");

CREATE TABLE "Event" (
    "id" BIGSERIAL NOT NULL,
    "shop" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "resourceId" TEXT,
    "payload" JSONB NOT NULL,
    "triggeredAt" TIMESTAMPTZ(3),
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMPTZ(3),
    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Event_shop_eventId_topic_key" ON "Event"("shop", "eventId", "topic");
CREATE INDEX "Event_shop_resourceId_id_idx" ON "Event"("shop", "resourceId", "id");

CREATE TABLE "PolicyVersion" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "choices" JSONB NOT NULL DEFAULT '{}',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "inForceFrom" DATE NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedBy" TEXT NOT NULL,
    CONSTRAINT "PolicyVersion_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "PolicyVersion_shop_version_key" ON "PolicyVersion"("shop", "version");
CREATE INDEX "PolicyVersion_shop_inForceFrom_idx" ON "PolicyVersion"("shop", "inForceFrom");

CREATE TABLE "Coverage" (
    "shop" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "lineId" TEXT NOT NULL,
    "orderName" TEXT NOT NULL,
    "customerId" TEXT,
    "policyVersion" TEXT NOT NULL,
    "returnUntil" DATE,
    "warrantyUntil" DATE,
    "registerUntil" DATE,
    "deliveredAt" DATE,
    "deliveredBy" TEXT,
    "refreshedAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "Coverage_pkey" PRIMARY KEY ("shop", "orderId", "lineId")
);
CREATE INDEX "Coverage_shop_returnUntil_idx" ON "Coverage"("shop", "returnUntil");

CREATE TABLE "Rma" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "orderName" TEXT NOT NULL,
    "customerId" TEXT,
    "returnId" TEXT,
    "policyVersion" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "openedBy" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "shipBackBy" DATE,
    "closedAt" TIMESTAMPTZ(3),
    CONSTRAINT "Rma_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Rma_shop_number_key" ON "Rma"("shop", "number");
CREATE UNIQUE INDEX "Rma_shop_returnId_key" ON "Rma"("shop", "returnId");
CREATE INDEX "Rma_shop_state_openedAt_idx" ON "Rma"("shop", "state", "openedAt");
CREATE INDEX "Rma_shop_orderId_idx" ON "Rma"("shop", "orderId");

CREATE TABLE "RmaLine" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "rmaId" TEXT NOT NULL,
    "lineId" TEXT NOT NULL,
    "fulfillmentLineId" TEXT,
    "title" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "remedy" TEXT,
    "claim" JSONB NOT NULL,
    "decision" JSONB NOT NULL,
    "promised" JSONB,
    "received" INTEGER NOT NULL DEFAULT 0,
    "finding" TEXT,
    "findingNote" TEXT,
    "serial" TEXT,
    "override" TEXT,
    CONSTRAINT "RmaLine_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "RmaLine_shop_rmaId_idx" ON "RmaLine"("shop", "rmaId");

CREATE TABLE "TimelineEntry" (
    "id" BIGSERIAL NOT NULL,
    "shop" TEXT NOT NULL,
    "rmaId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    CONSTRAINT "TimelineEntry_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "TimelineEntry_shop_rmaId_id_idx" ON "TimelineEntry"("shop", "rmaId", "id");

CREATE TABLE "Action" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "rmaId" TEXT,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "answer" JSONB,
    "refusal" TEXT,
    "plannedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),
    CONSTRAINT "Action_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Action_shop_key_key" ON "Action"("shop", "key");
CREATE INDEX "Action_shop_state_idx" ON "Action"("shop", "state");

CREATE TABLE "Registration" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "orderId" TEXT,
    "lineId" TEXT,
    "customerId" TEXT,
    "serial" TEXT,
    "product" TEXT NOT NULL,
    "registeredOn" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Registration_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Registration_shop_serial_key" ON "Registration"("shop", "serial");
CREATE INDEX "Registration_shop_orderId_idx" ON "Registration"("shop", "orderId");

ALTER TABLE "RmaLine" ADD CONSTRAINT "RmaLine_rmaId_fkey" FOREIGN KEY ("rmaId") REFERENCES "Rma"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "TimelineEntry" ADD CONSTRAINT "TimelineEntry_rmaId_fkey" FOREIGN KEY ("rmaId") REFERENCES "Rma"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Action" ADD CONSTRAINT "Action_rmaId_fkey" FOREIGN KEY ("rmaId") REFERENCES "Rma"("id") ON DELETE CASCADE ON UPDATE CASCADE;
