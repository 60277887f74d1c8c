-- The life of an RMA: a counter of numbers per shop, what is due and why, and per line what was inspected, quoted and settled.
ALTER TABLE "Shop" ADD COLUMN "nextRma" INTEGER NOT NULL DEFAULT 1001;
ALTER TABLE "Rma" ADD COLUMN "dueFor" TEXT;
ALTER TABLE "RmaLine" ADD COLUMN "returnLineId" TEXT;
ALTER TABLE "RmaLine" ADD COLUMN "repairable" BOOLEAN;
ALTER TABLE "RmaLine" ADD COLUMN "photos" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "RmaLine" ADD COLUMN "inspectedAt" TIMESTAMPTZ(3);
ALTER TABLE "RmaLine" ADD COLUMN "quote" JSONB;
ALTER TABLE "RmaLine" ADD COLUMN "settled" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "RmaLine" ADD COLUMN "paidBack" TEXT;
