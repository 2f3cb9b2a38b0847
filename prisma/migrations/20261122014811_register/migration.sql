-- CreateTable
CREATE TABLE "Register" (
    "orgId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "edition" INTEGER NOT NULL DEFAULT 0,
    "importId" INTEGER
);

-- CreateTable
CREATE TABLE "Servant" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "orgId" INTEGER NOT NULL,
    "servant" INTEGER NOT NULL,
    "since" INTEGER NOT NULL,
    "until" INTEGER NOT NULL DEFAULT 2147483647,
    "name" TEXT NOT NULL,
    "searchName" TEXT NOT NULL,
    "sortName" TEXT NOT NULL,
    "position" TEXT,
    "posGroup" TEXT,
    "category" TEXT,
    "unit" TEXT,
    "appointedOn" TEXT,
    "serviceStart" TEXT,
    "leftOn" TEXT,
    "fileDocuments" INTEGER,
    "labourBook" BOOLEAN,
    "trainedOn" TEXT,
    "rank" TEXT,
    "rankedOn" TEXT,
    "attestedOn" TEXT,
    "declaredOn" TEXT,
    "nextTraining" TEXT,
    "nextRank" TEXT,
    "nextAttestation" TEXT,
    "knownSince" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "StaffRecord" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "orgId" INTEGER NOT NULL,
    "servant" INTEGER NOT NULL,
    "since" INTEGER NOT NULL,
    "until" INTEGER NOT NULL DEFAULT 2147483647,
    "kind" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "what" TEXT,
    "hours" INTEGER,
    "orderNo" TEXT
);

-- CreateTable
CREATE TABLE "RegisterChange" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "orgId" INTEGER NOT NULL,
    "edition" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "servant" INTEGER NOT NULL DEFAULT 0,
    "importId" INTEGER,
    "personId" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "undoneAt" BIGINT
);

-- CreateTable
CREATE TABLE "StaffImport" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "orgId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "fileId" INTEGER,
    "fileName" TEXT NOT NULL,
    "goneOn" TEXT,
    "added" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "gone" INTEGER NOT NULL,
    "same" INTEGER NOT NULL,
    "settledAt" BIGINT,
    CONSTRAINT "StaffImport_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Rule" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "code" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "value" INTEGER,
    "unit" TEXT NOT NULL,
    "basisKy" TEXT NOT NULL,
    "basisRu" TEXT NOT NULL,
    "basisEn" TEXT NOT NULL,
    "validFrom" TEXT NOT NULL,
    "validTo" TEXT,
    "status" TEXT NOT NULL,
    "verifiedBy" TEXT,
    "verifiedOn" TEXT
);

-- CreateTable
CREATE TABLE "Holiday" (
    "day" TEXT NOT NULL PRIMARY KEY,
    "nameKy" TEXT NOT NULL,
    "nameRu" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "moon" BOOLEAN NOT NULL DEFAULT false,
    "working" BOOLEAN NOT NULL DEFAULT false
);

-- CreateTable
CREATE TABLE "Reminder" (
    "orgId" INTEGER NOT NULL,
    "servant" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" INTEGER NOT NULL DEFAULT 0,
    "dueOn" TEXT NOT NULL,
    "rung" INTEGER,
    "toldOn" TEXT,
    "snoozedUntil" TEXT,
    "snoozeReason" TEXT,
    "snoozedBy" INTEGER,

    PRIMARY KEY ("orgId", "servant", "kind", "subject")
);

-- CreateIndex
CREATE INDEX "Servant_orgId_until_leftOn_idx" ON "Servant"("orgId", "until", "leftOn");

-- CreateIndex
CREATE UNIQUE INDEX "Servant_servant_since_key" ON "Servant"("servant", "since");

-- CreateIndex
CREATE INDEX "StaffRecord_servant_until_idx" ON "StaffRecord"("servant", "until");

-- CreateIndex
CREATE INDEX "StaffRecord_orgId_until_idx" ON "StaffRecord"("orgId", "until");

-- CreateIndex
CREATE INDEX "RegisterChange_servant_idx" ON "RegisterChange"("servant");

-- CreateIndex
CREATE UNIQUE INDEX "RegisterChange_orgId_edition_key" ON "RegisterChange"("orgId", "edition");

-- CreateIndex
CREATE INDEX "StaffImport_orgId_idx" ON "StaffImport"("orgId");

-- CreateIndex
CREATE UNIQUE INDEX "Rule_code_validFrom_key" ON "Rule"("code", "validFrom");

-- CreateIndex
CREATE INDEX "Reminder_orgId_toldOn_idx" ON "Reminder"("orgId", "toldOn");
