-- Reading orders: progress of the import and of each night, orders without coverage, units that arrived, a day of arrival
-- that was said, and what is stored of a customer who asked for it.
ALTER TABLE "Coverage" ADD COLUMN "placedOn" DATE;
ALTER TABLE "Coverage" ADD COLUMN "units" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Coverage" ADD COLUMN "unitsArrived" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Coverage" ADD COLUMN "saidOn" DATE;
ALTER TABLE "Coverage" ADD COLUMN "saidBy" TEXT;
CREATE INDEX "Coverage_shop_customerId_idx" ON "Coverage"("shop", "customerId");

CREATE TABLE "UncoveredOrder" (
    "shop" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "orderName" TEXT NOT NULL,
    "placedOn" DATE NOT NULL,
    "why" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "UncoveredOrder_pkey" PRIMARY KEY ("shop", "orderId")
);

CREATE TABLE "OrderRun" (
    "shop" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3),
    "operationId" TEXT,
    "cursor" TEXT,
    "found" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "message" TEXT,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "movedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "caughtUpTo" TIMESTAMPTZ(3),
    CONSTRAINT "OrderRun_pkey" PRIMARY KEY ("shop")
);

CREATE TABLE "DataRequest" (
    "shop" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB NOT NULL,
    CONSTRAINT "DataRequest_pkey" PRIMARY KEY ("shop", "requestId")
);
CREATE INDEX "DataRequest_shop_customerId_idx" ON "DataRequest"("shop", "customerId");
