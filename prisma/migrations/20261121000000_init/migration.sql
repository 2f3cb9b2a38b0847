-- CreateTable
CREATE TABLE "Organisation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "searchName" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "district" TEXT,
    "createdAt" BIGINT NOT NULL,
    "closedAt" BIGINT
);

-- CreateTable
CREATE TABLE "Commission" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Campaign" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "commissionId" INTEGER NOT NULL,
    "checklistId" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "basis" TEXT,
    "paper" TEXT,
    "contactPhone" TEXT,
    "opensOn" TEXT NOT NULL,
    "deadline" TEXT NOT NULL,
    "periodFrom" TEXT,
    "periodTo" TEXT,
    "headConfirms" BOOLEAN NOT NULL DEFAULT false,
    "takesNew" BOOLEAN NOT NULL DEFAULT false,
    "takesKind" TEXT,
    "takesRegion" TEXT,
    "createdAt" BIGINT NOT NULL,
    "closedAt" BIGINT,
    CONSTRAINT "Campaign_commissionId_fkey" FOREIGN KEY ("commissionId") REFERENCES "Commission" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Participation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "campaignId" INTEGER NOT NULL,
    "orgId" INTEGER NOT NULL,
    "assignedTo" INTEGER,
    CONSTRAINT "Participation_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Participation_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Person" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "telegramId" BIGINT,
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'ky',
    "createdAt" BIGINT NOT NULL,
    "unreachableAt" BIGINT,
    "erasedAt" BIGINT
);

-- CreateTable
CREATE TABLE "Role" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "orgId" INTEGER,
    "commissionId" INTEGER,
    "directions" TEXT,
    "createdAt" BIGINT NOT NULL,
    "revokedAt" BIGINT,
    CONSTRAINT "Role_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Role_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Organisation" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Role_commissionId_fkey" FOREIGN KEY ("commissionId") REFERENCES "Commission" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "tokenHash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "orgId" INTEGER,
    "commissionId" INTEGER,
    "directions" TEXT,
    "createdAt" BIGINT NOT NULL,
    "createdBy" INTEGER,
    "expiresAt" BIGINT NOT NULL,
    "usedAt" BIGINT,
    "usedBy" INTEGER,
    "refusedAt" BIGINT,
    "revokedAt" BIGINT,
    CONSTRAINT "Invitation_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Organisation" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Invitation_commissionId_fkey" FOREIGN KEY ("commissionId") REFERENCES "Commission" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "InvitationOpening" (
    "invitationId" INTEGER NOT NULL,
    "telegramId" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,

    PRIMARY KEY ("invitationId", "telegramId"),
    CONSTRAINT "InvitationOpening_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "Invitation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Assessment" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "campaignId" INTEGER NOT NULL,
    "orgId" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "confirmedBy" INTEGER,
    "confirmedAt" BIGINT,
    "confirmedEvent" INTEGER,
    "signedFileId" INTEGER,
    CONSTRAINT "Assessment_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Assessment_orgId_fkey" FOREIGN KEY ("orgId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Assessment_signedFileId_fkey" FOREIGN KEY ("signedFileId") REFERENCES "StoredFile" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Answer" (
    "assessmentId" INTEGER NOT NULL,
    "item" INTEGER NOT NULL,
    "rating" TEXT,
    "parts" INTEGER,
    "numbers" TEXT,
    "fact" INTEGER,
    "comment" TEXT,
    "reason" TEXT,
    "planWhat" TEXT,
    "planWho" TEXT,
    "planUntil" TEXT,
    "later" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "answeredBy" INTEGER,
    "answeredAt" BIGINT,

    PRIMARY KEY ("assessmentId", "item"),
    CONSTRAINT "Answer_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AnswerEvent" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "assessmentId" INTEGER NOT NULL,
    "item" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "personId" INTEGER NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    CONSTRAINT "AnswerEvent_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "assessmentId" INTEGER NOT NULL,
    "item" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT,
    "fileId" INTEGER,
    "addedBy" INTEGER NOT NULL,
    "addedAt" BIGINT NOT NULL,
    "sourceChat" BIGINT,
    "sourceMessage" INTEGER,
    "album" TEXT,
    "receipt" INTEGER,
    "removedAt" BIGINT,
    CONSTRAINT "Evidence_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Evidence_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "path" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "deletedAt" BIGINT
);

-- CreateTable
CREATE TABLE "Explanation" (
    "assessmentId" INTEGER NOT NULL,
    "contradictionId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,

    PRIMARY KEY ("assessmentId", "contradictionId"),
    CONSTRAINT "Explanation_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "assessmentId" INTEGER NOT NULL,
    "schema" INTEGER NOT NULL,
    "document" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "submittedAt" BIGINT NOT NULL,
    "submittedBy" INTEGER NOT NULL,
    "late" BOOLEAN NOT NULL,
    "openedAt" BIGINT,
    "openedBy" INTEGER,
    "withdrawnAt" BIGINT,
    CONSTRAINT "Submission_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OpenCard" (
    "personId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "chatId" BIGINT NOT NULL,
    "messageId" INTEGER,
    "assessmentId" INTEGER,
    "item" INTEGER NOT NULL DEFAULT 0,
    "lastItem" INTEGER NOT NULL DEFAULT 0,
    "lastAt" BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT "OpenCard_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CardMessage" (
    "chatId" BIGINT NOT NULL,
    "messageId" INTEGER NOT NULL,
    "assessmentId" INTEGER NOT NULL,
    "item" INTEGER NOT NULL,

    PRIMARY KEY ("chatId", "messageId")
);

-- CreateTable
CREATE TABLE "HeldMessage" (
    "chatId" BIGINT NOT NULL,
    "messageId" INTEGER NOT NULL,
    "assessmentId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "item" INTEGER NOT NULL,
    "album" TEXT,
    "text" TEXT,
    "fileId" INTEGER,
    "heldAt" BIGINT NOT NULL,

    PRIMARY KEY ("chatId", "messageId"),
    CONSTRAINT "HeldMessage_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "HeldMessage_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "InboxUpdate" (
    "updateId" BIGINT NOT NULL PRIMARY KEY,
    "chatId" BIGINT NOT NULL,
    "body" TEXT NOT NULL,
    "receivedAt" BIGINT NOT NULL,
    "appliedAt" BIGINT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "parkedAt" BIGINT,
    "doneAt" BIGINT
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" INTEGER NOT NULL DEFAULT 0,
    "chatId" BIGINT NOT NULL DEFAULT 0,
    "kind" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "dueAt" BIGINT NOT NULL,
    "claimedAt" BIGINT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sentAt" BIGINT,
    "failedAt" BIGINT,
    "failure" TEXT,
    "uniqueKey" TEXT
);

-- CreateTable
CREATE TABLE "OutboxCard" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" INTEGER NOT NULL DEFAULT 0,
    "chatId" BIGINT NOT NULL DEFAULT 0,
    "threadId" INTEGER,
    "subject" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "wanted" INTEGER NOT NULL DEFAULT 1,
    "shown" INTEGER NOT NULL DEFAULT 0,
    "messageId" INTEGER,
    "dueAt" BIGINT NOT NULL DEFAULT 0,
    "claimedAt" BIGINT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "failedAt" BIGINT,
    "failure" TEXT
);

-- CreateTable
CREATE TABLE "BoundGroup" (
    "commissionId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "chatId" BIGINT NOT NULL,
    "isForum" BOOLEAN NOT NULL,
    "boundAt" BIGINT NOT NULL,
    "boundBy" INTEGER NOT NULL,
    CONSTRAINT "BoundGroup_commissionId_fkey" FOREIGN KEY ("commissionId") REFERENCES "Commission" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "GroupTopic" (
    "chatId" BIGINT NOT NULL,
    "orgId" INTEGER NOT NULL,
    "threadId" INTEGER NOT NULL,

    PRIMARY KEY ("chatId", "orgId")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" BIGINT NOT NULL,
    "actorId" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "orgId" INTEGER NOT NULL DEFAULT 0,
    "digest" TEXT NOT NULL,
    "hmac" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "AuditDetail" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "details" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "ConversationState" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL,
    "updatedAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "Organisation_searchName_idx" ON "Organisation"("searchName");

-- CreateIndex
CREATE INDEX "Campaign_closedAt_idx" ON "Campaign"("closedAt");

-- CreateIndex
CREATE INDEX "Participation_orgId_idx" ON "Participation"("orgId");

-- CreateIndex
CREATE UNIQUE INDEX "Participation_campaignId_orgId_key" ON "Participation"("campaignId", "orgId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_telegramId_key" ON "Person"("telegramId");

-- CreateIndex
CREATE INDEX "Role_personId_idx" ON "Role"("personId");

-- CreateIndex
CREATE INDEX "Role_orgId_idx" ON "Role"("orgId");

-- CreateIndex
CREATE INDEX "Role_commissionId_idx" ON "Role"("commissionId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_orgId_idx" ON "Invitation"("orgId");

-- CreateIndex
CREATE INDEX "Assessment_orgId_idx" ON "Assessment"("orgId");

-- CreateIndex
CREATE UNIQUE INDEX "Assessment_campaignId_orgId_key" ON "Assessment"("campaignId", "orgId");

-- CreateIndex
CREATE INDEX "AnswerEvent_assessmentId_item_idx" ON "AnswerEvent"("assessmentId", "item");

-- CreateIndex
CREATE INDEX "Evidence_assessmentId_item_idx" ON "Evidence"("assessmentId", "item");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_sourceChat_sourceMessage_assessmentId_key" ON "Evidence"("sourceChat", "sourceMessage", "assessmentId");

-- CreateIndex
CREATE UNIQUE INDEX "StoredFile_path_key" ON "StoredFile"("path");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_number_key" ON "Submission"("number");

-- CreateIndex
CREATE INDEX "Submission_assessmentId_idx" ON "Submission"("assessmentId");

-- CreateIndex
CREATE INDEX "InboxUpdate_doneAt_idx" ON "InboxUpdate"("doneAt");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_uniqueKey_key" ON "OutboxMessage"("uniqueKey");

-- CreateIndex
CREATE INDEX "OutboxMessage_sentAt_failedAt_dueAt_idx" ON "OutboxMessage"("sentAt", "failedAt", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxCard_subject_personId_chatId_key" ON "OutboxCard"("subject", "personId", "chatId");

-- CreateIndex
CREATE UNIQUE INDEX "BoundGroup_chatId_key" ON "BoundGroup"("chatId");

-- CreateIndex
CREATE INDEX "AuditEntry_orgId_idx" ON "AuditEntry"("orgId");
