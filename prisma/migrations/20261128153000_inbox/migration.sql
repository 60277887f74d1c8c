-- Only what waits is looked up by its resource and counted by its shop; what was handled stays for thirty days and would make the index large.
DROP INDEX "Event_shop_resourceId_id_idx";
CREATE INDEX "Event_waiting_idx" ON "Event"("shop", "resourceId", "id") WHERE "doneAt" IS NULL;

-- A payload is kept until it is handled, mostly for seconds: compressing it costs more than it saves.
ALTER TABLE "Event" ALTER COLUMN "payload" SET STORAGE EXTERNAL;
