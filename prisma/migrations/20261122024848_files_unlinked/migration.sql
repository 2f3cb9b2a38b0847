-- AlterTable
ALTER TABLE "StoredFile" ADD COLUMN "unlinkedAt" BIGINT;
