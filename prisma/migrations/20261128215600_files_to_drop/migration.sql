-- Files at Shopify that are to go.
CREATE TABLE "FileToDrop" (
    "shop" TEXT NOT NULL,
    "fileId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "FileToDrop_pkey" PRIMARY KEY ("shop", "fileId")
);
