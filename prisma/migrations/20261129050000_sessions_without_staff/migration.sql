-- All sessions are offline ones: what members of staff are called is in "Staff".
ALTER TABLE "Session" DROP COLUMN "userId", DROP COLUMN "userEmail", DROP COLUMN "userName";
