/**
 * Every action a button can carry: its code and the whole numbers that follow. A code is never reused
 * for something else, and `tests/chat/callback.test.ts` keeps every form ever shipped, because buttons
 * of last year's messages are still pressed.
 */
export const ACTIONS = {
  // home and language
  home: { code: 'h', args: [] },
  help: { code: 'hp', args: [] },
  language: { code: 'l', args: ['language'] },
  languages: { code: 'ls', args: [] },
  organisation: { code: 'ho', args: ['assessment'] },
  cancel: { code: 'x', args: [] },

  // joining
  join: { code: 'j', args: ['invitation'] },
  refuse: { code: 'jr', args: ['invitation'] },
  joinLanguage: { code: 'jl', args: ['invitation', 'language'] },

  // the walk
  card: { code: 'c', args: ['assessment', 'item'] },
  goOn: { code: 'g', args: ['assessment'] },
  back: { code: 'b', args: ['assessment', 'item'] },
  directions: { code: 'd', args: ['assessment', 'page'] },
  direction: { code: 'di', args: ['assessment', 'direction'] },
  rate: { code: 'a', args: ['assessment', 'item', 'rating', 'revision'] },
  fact: { code: 'f', args: ['assessment', 'item', 'fact', 'revision'] },
  part: { code: 'p', args: ['assessment', 'item', 'part', 'on', 'revision'] },
  partsAll: { code: 'pa', args: ['assessment', 'item', 'revision'] },
  partsDone: { code: 'pd', args: ['assessment', 'item', 'revision'] },
  partsNone: { code: 'pn', args: ['assessment', 'item', 'revision'] },
  numbersAgain: { code: 'na', args: ['assessment', 'item'] },
  later: { code: 'lt', args: ['assessment', 'item', 'revision'] },
  undo: { code: 'u', args: ['assessment', 'item', 'revision'] },
  notApplicable: { code: 'n', args: ['assessment', 'item', 'revision'] },
  reasonPhrase: { code: 'nr', args: ['assessment', 'item', 'phrase', 'revision'] },
  reasonOwn: { code: 'no', args: ['assessment', 'item', 'revision'] },
  comment: { code: 'k', args: ['assessment', 'item'] },
  commentRemove: { code: 'kx', args: ['assessment', 'item', 'revision'] },
  commentMove: { code: 'km', args: ['assessment', 'item', 'page'] },
  commentTo: { code: 'kt', args: ['assessment', 'item', 'to'] },
  belongsTo: { code: 'bt', args: ['assessment', 'item', 'message'] },

  // plans
  plan: { code: 'pl', args: ['assessment', 'item'] },
  planPhrase: { code: 'pp', args: ['assessment', 'item', 'phrase', 'revision'] },
  planOwn: { code: 'po', args: ['assessment', 'item'] },
  planWho: { code: 'pw', args: ['assessment', 'item', 'who', 'revision'] },
  planUntil: { code: 'pu', args: ['assessment', 'item', 'term', 'revision'] },
  planSkip: { code: 'ps', args: ['assessment', 'item'] },

  // evidence
  evidence: { code: 'e', args: ['assessment', 'item'] },
  evidenceRecent: { code: 'er', args: ['assessment', 'item', 'evidence'] },
  evidenceMove: { code: 'em', args: ['assessment', 'evidence', 'page'] },
  evidenceTo: { code: 'et', args: ['assessment', 'evidence', 'item'] },
  evidenceRemove: { code: 'ex', args: ['assessment', 'evidence'] },

  // before and after submitting
  check: { code: 'q', args: ['assessment'] },
  explain: { code: 'qe', args: ['assessment', 'contradiction'] },
  checkNext: { code: 'qn', args: ['assessment', 'after'] },
  checkOn: { code: 'qo', args: ['assessment'] },
  mendAnswer: { code: 'qa', args: ['assessment', 'item', 'doubt'] },
  mendDocument: { code: 'qd', args: ['assessment', 'item', 'doubt'] },
  mendPlan: { code: 'qp', args: ['assessment', 'item', 'doubt'] },
  mendComment: { code: 'qk', args: ['assessment', 'item', 'doubt'] },
  emptyForm: { code: 'ef', args: ['assessment'] },
  draft: { code: 'dr', args: ['assessment'] },
  signed: { code: 'sg', args: ['assessment'] },
  submit: { code: 's', args: ['assessment'] },
  submitSure: { code: 'ss', args: ['assessment', 'revision'] },
  withdraw: { code: 'w', args: ['submission'] },
  withdrawSure: { code: 'ws', args: ['submission'] },
  confirmHead: { code: 'ch', args: ['assessment', 'revision'] },
  paper: { code: 'pr', args: ['submission', 'format'] },
  readAnswers: { code: 'qr', args: ['assessment', 'direction'] },
  readAnswer: { code: 'qi', args: ['assessment', 'item'] },

  // the commission
  review: { code: 'r', args: ['page'] },
  submission: { code: 'rs', args: ['submission'] },
  submissionDirection: { code: 'rd', args: ['submission', 'direction'] },
  submissionItem: { code: 'ri', args: ['submission', 'item'] },
  submissionFile: { code: 'rf', args: ['submission', 'file'] },
  reviewPaper: { code: 'rp', args: ['submission', 'format', 'language'] },

  // the staff register
  staff: { code: 't', args: ['organisation', 'page'] },
  staffPerson: { code: 'tp', args: ['organisation', 'servant'] },
  staffImport: { code: 'ti', args: ['organisation'] },
  staffHome: { code: 'to', args: [] },
  staffSearch: { code: 'ts', args: ['organisation'] },
  staffGone: { code: 'tl', args: ['organisation', 'page'] },
  staffMore: { code: 'tm', args: ['organisation'] },
  staffHistory: { code: 'th', args: ['organisation', 'servant', 'page'] },
  staffFiles: { code: 'tf', args: ['organisation', 'servant'] },
  staffFile: { code: 'tfd', args: ['organisation', 'servant', 'document', 'on'] },
  staffFilesAll: { code: 'tfa', args: ['organisation', 'servant', 'on'] },
  staffBook: { code: 'tb', args: ['organisation', 'servant', 'on'] },
  staffAdd: { code: 'ta', args: ['organisation'] },
  // `step`: the place of the question skipped
  staffSkip: { code: 'tas', args: ['organisation', 'servant', 'step'] },
  staffCorrect: { code: 'tc', args: ['organisation', 'servant'] },
  // `field` is 1-based in the fields of flows/staff/fields.ts
  staffField: { code: 'tcf', args: ['organisation', 'servant', 'field'] },
  staffFieldEmpty: { code: 'tcx', args: ['organisation', 'servant', 'field'] },
  // 1-based in POSITION_GROUPS; 0: not known
  staffGroup: { code: 'tcg', args: ['organisation', 'servant', 'group'] },
  // `kind` is 1-based in RECORD_KINDS; `what` in the training kinds or the ranks (0: not said); `date` is YYYYMMDD
  staffRecord: { code: 'tr', args: ['organisation', 'servant'] },
  staffRecordKind: { code: 'trk', args: ['organisation', 'servant', 'kind'] },
  staffRecordWhat: { code: 'trw', args: ['organisation', 'servant', 'kind', 'what'] },
  staffRecordDate: { code: 'trd', args: ['organisation', 'servant', 'kind', 'what', 'date'] },
  staffRecordPlain: { code: 'trp', args: ['organisation', 'servant', 'kind', 'what', 'date'] },
  staffRecordRemove: { code: 'trx', args: ['organisation', 'servant', 'record'] },
  staffLeave: { code: 'tx', args: ['organisation', 'servant'] },
  staffLeaveOn: { code: 'txd', args: ['organisation', 'servant', 'date'] },
  staffReturn: { code: 'txb', args: ['organisation', 'servant'] },
  staffRemove: { code: 'tz', args: ['organisation', 'servant'] },
  staffRemoveSure: { code: 'tzs', args: ['organisation', 'servant'] },
  staffUndo: { code: 'tu', args: ['organisation', 'change'] },
  staffChanges: { code: 'tg', args: ['organisation'] },
  staffTemplate: { code: 'tt', args: ['organisation'] },
  staffExport: { code: 'te', args: ['organisation'] },
  staffImportShow: { code: 'tis', args: ['organisation', 'import'] },
  staffImportProblems: { code: 'tip', args: ['organisation', 'import', 'page'] },
  staffImportMarked: { code: 'tim', args: ['organisation', 'import'] },
  // `gone` 1: those who are not in the list left today
  staffImportApply: { code: 'tia', args: ['organisation', 'import', 'gone'] },
  staffImportDrop: { code: 'tid', args: ['organisation', 'import'] },

  // reminders; `kind` is 1-based in DUE_KINDS
  reminders: { code: 'y', args: ['organisation', 'page'] },
  reminderWhy: { code: 'yw', args: ['organisation', 'servant', 'kind'] },
  reminderDone: { code: 'yd', args: ['organisation', 'servant', 'kind'] },
  reminderLater: { code: 'yl', args: ['organisation', 'servant', 'kind'] },
  // `date` is YYYYMMDD; 0: typed
  reminderKind: { code: 'yk', args: ['organisation', 'kind', 'page'] },
  reminderDoneOn: { code: 'ydo', args: ['organisation', 'servant', 'kind', 'date'] },
  // `what` is 1-based in the training kinds or in RANKS of flows/staff; 0: not said
  reminderDoneWhat: { code: 'ydw', args: ['organisation', 'servant', 'kind', 'date', 'what'] },
  reminderDonePlain: { code: 'ydp', args: ['organisation', 'servant', 'kind', 'date', 'what'] },
  reminderUndo: { code: 'yu', args: ['organisation', 'change'] },
  reminderUntil: { code: 'ylu', args: ['organisation', 'servant', 'kind', 'date'] },
  // 1-based in the ready reasons of flows/reminders
  reminderReason: { code: 'ylr', args: ['organisation', 'servant', 'kind', 'date', 'reason'] },
  reminderAgain: { code: 'yla', args: ['organisation', 'servant', 'kind'] },
  // 1: a year as a picture, 2: calendar, 3: table
  reminderFile: { code: 'yf', args: ['organisation', 'format'] },
  // a morning's message; `date` is YYYYMMDD
  digest: { code: 'yg', args: ['date', 'page'] },
  digestWhy: { code: 'yq', args: ['date', 'page'] },

  // operators
  admin: { code: 'o', args: [] },
  adminOrganisations: { code: 'oo', args: ['page'] },
  adminOrganisation: { code: 'og', args: ['organisation'] },
  adminOrganisationAdd: { code: 'oa', args: [] },
  adminCommissions: { code: 'oc', args: ['page'] },
  adminCommission: { code: 'om', args: ['commission'] },
  adminCommissionAdd: { code: 'on', args: [] },
  adminCampaigns: { code: 'ok', args: ['page'] },
  adminCampaign: { code: 'ox', args: ['campaign'] },
  adminCampaignOpen: { code: 'oy', args: [] },
  adminInvite: { code: 'oi', args: ['role', 'subject'] },
  adminLetters: { code: 'ol', args: [] },
  adminBind: { code: 'ob', args: ['commission'] },
  adminOrganisationSearch: { code: 'os', args: [] },
  adminOrganisationKind: { code: 'oak', args: ['kind'] },
  adminOrganisationRegion: { code: 'oar', args: ['kind', 'region'] },
  adminOrganisationRename: { code: 'or', args: ['organisation'] },
  adminOrganisationClose: { code: 'oq', args: ['organisation'] },
  adminOrganisationCloseSure: { code: 'oqs', args: ['organisation'] },
  adminAdmit: { code: 'oj', args: ['campaign', 'organisation'] },
  adminRoleRevoke: { code: 'ov', args: ['role'] },
  adminRoleRevokeSure: { code: 'ovs', args: ['role'] },
  adminCampaignExtend: { code: 'oe', args: ['campaign'] },
  adminCampaignClose: { code: 'oz', args: ['campaign'] },
  adminCampaignCloseSure: { code: 'ozs', args: ['campaign'] },
  adminLettersSure: { code: 'ols', args: [] },
  adminUnreceived: { code: 'ou', args: [] },
} as const satisfies Record<string, { code: string; args: readonly string[] }>;

export type ActionName = keyof typeof ACTIONS;
