-- What a covered line is called, for reminders; filled in as orders are read again.
ALTER TABLE "Coverage" ADD COLUMN "title" TEXT NOT NULL DEFAULT '';
CREATE INDEX "Coverage_shop_registerUntil_idx" ON "Coverage"("shop", "registerUntil");
