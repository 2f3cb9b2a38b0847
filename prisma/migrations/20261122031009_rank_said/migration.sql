-- AlterTable
ALTER TABLE "Servant" ADD COLUMN "noRank" BOOLEAN;
