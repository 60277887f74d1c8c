-- What members of staff are called.
CREATE TABLE "Staff" (
    "shop" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "name" TEXT,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "Staff_pkey" PRIMARY KEY ("shop", "userId")
);
