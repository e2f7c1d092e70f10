import type { RoundOfWall, Standing } from './wall-callers.ts';

const THE_ROUND = ['owner', 'council', 'auditor', 'wholeAuditor'] as const;
/** Who reads a sheet with its departments; without them what the body as a whole answers for. */
const SHEET: readonly Standing[] = ['body', 'beside', ...THE_ROUND, 'appraiser'];
const WHOLE_SHEET: readonly Standing[] = ['body', ...THE_ROUND, 'appraiser'];
const ITS_PART: readonly Standing[] = ['body', 'ofItsPart'];
/** Who has a part in the round. */
const REGISTER: readonly Standing[] = ['body', 'participant', ...THE_ROUND, 'appraiser', 'administrator'];
/** What the owner says to all in the round reaches departments with a part in a sheet too. */
const GUIDED: readonly Standing[] = [...REGISTER, 'beside'];
const TRAIL: readonly Standing[] = ['administrator', 'wholeAuditor'];
const NOBODY: readonly Standing[] = [];

interface Field {
  /** The columns in which it stands. */
  readonly columns: readonly string[];
  /** Who finds it, by whatever route, in whatever form. */
  readonly seenBy: readonly Standing[];
}

/** A word in each private field of the province's sheet, of the round's keeping, of a person; and who finds it. */
export const FIELDS = {
  justification: { columns: ['payload.content', 'entry.changes', 'cell.fields'], seenBy: SHEET },
  proposal: { columns: ['payload.content', 'part.fields'], seenBy: ITS_PART },
  note: { columns: ['payload.content'], seenBy: ITS_PART },
  returned: { columns: ['payload.content'], seenBy: ITS_PART },
  internalComment: { columns: ['payload.content'], seenBy: ['body', 'beside'] },
  sharedComment: { columns: ['payload.content'], seenBy: SHEET },
  question: { columns: ['question.text'], seenBy: ['body', 'owner'] },
  reportText: { columns: ['payload.content'], seenBy: WHOLE_SHEET },
  permission: { columns: ['payload.content'], seenBy: WHOLE_SHEET },
  signer: { columns: ['payload.content'], seenBy: WHOLE_SHEET },
  sentReport: { columns: [], seenBy: WHOLE_SHEET },
  fileName: { columns: ['document_version.file_name', 'document_version.search_key'], seenBy: SHEET },
  subject: { columns: ['document_version.subject'], seenBy: SHEET },
  issuer: { columns: ['document_version.issuer'], seenBy: SHEET },
  docNumber: { columns: ['document_version.doc_number', 'document_version.doc_number_key'], seenBy: SHEET },
  proposed: { columns: ['document_version.proposed'], seenBy: SHEET },
  finding: { columns: ['document_version.findings'], seenBy: SHEET },
  signature: { columns: ['document_version.signatures'], seenBy: SHEET },
  pageText: { columns: ['page_text.text', 'page_text.title', 'page_text.blocks'], seenBy: SHEET },
  personalFileName: { columns: ['document_version.file_name'], seenBy: ['body', 'council', 'appraiser'] },
  personalPage: { columns: ['page_text.text'], seenBy: ['body', 'council', 'appraiser'] },
  nameOnItsWay: { columns: ['upload.file_name', 'upload.refusal'], seenBy: ['body', 'beside'] },
  removedFileName: { columns: ['document_version.file_name', 'page_text.text'], seenBy: NOBODY },
  removalReason: { columns: ['erasure.reason', 'erasure.note'], seenBy: ['body', 'beside', 'owner', ...TRAIL] },
  deliveryName: { columns: ['delivery.file_name'], seenBy: ['owner'] },
  deliveryCell: { columns: ['delivery.content', 'delivery.source', 'delivery.vintage', 'delivery.reason'], seenBy: ['owner'] },
  writingReason: { columns: ['delivery_writing.reason', 'delivery_writing.rows', 'delivery_writing.moved'], seenBy: ['owner'] },
  estimateEntry: {
    // What stands now is shown by the entries that wrote it.
    columns: [
      ...(['estimate.source', 'estimate.vintage', 'estimate.mean', 'estimate.answers', 'estimate.question', 'estimate.respondent_group'] as const),

      'estimate_entry.source',
      'estimate_entry.vintage',
      'estimate_entry.mean',
      'estimate_entry.answers',
      'estimate_entry.question',
      'estimate_entry.respondent_group',
    ],
    seenBy: ['owner'],
  },
  baseline: { columns: ['baseline.source', 'baseline.figures', 'baseline.items'], seenBy: SHEET },
  rollUpReason: { columns: ['roll_up.reason'], seenBy: WHOLE_SHEET },
  rollUpBody: { columns: ['roll_up.components', 'roll_up.without', 'roll_up.source_figure'], seenBy: WHOLE_SHEET },
  extensionReason: { columns: ['extension.reason', 'extension.document_number'], seenBy: REGISTER },
  notice: { columns: ['notice.text', 'notice.question', 'notice.doc_number'], seenBy: GUIDED },
  roundDocument: {
    columns: ['round_document_version.doc_number', 'round_document_version.issuer', 'round_document_version.subject'],
    seenBy: GUIDED,
  },
  editionRequest: {
    columns: ['edition_request.reason', 'edition_request.note', 'edition_request.decision_number', 'edition_file.name'],
    seenBy: ['owner', 'administrator'],
  },
  roundRequest: { columns: ['round_request.reason', 'round_request.note', 'round_request.told'], seenBy: ['owner', ...TRAIL] },
  estimateReader: { columns: ['estimate_reader.reason', 'estimate_reader.end_reason'], seenBy: ['owner', 'wholeAuditor'] },
  estimateRelease: { columns: ['estimate_release.reason', 'estimate_release.withdrawal_reason'], seenBy: ['owner', 'wholeAuditor'] },
  improvementTask: {
    columns: ['improvement_task.measure', 'improvement_task.product', 'improvement_task.lead', 'improvement_task.note', 'improvement_task.document_number'],
    seenBy: WHOLE_SHEET,
  },
  interest: { columns: ['interest.reason', 'interest.withdrawal_reason'], seenBy: ['owner', ...TRAIL] },
  secondMarkReturn: { columns: ['second_marking_return.reason'], seenBy: ['owner', 'auditor', 'wholeAuditor'] },
  secondMark: { columns: ['second_mark.reason', 'second_mark.changes'], seenBy: NOBODY },
  roundFile: { columns: ['round_file.name'], seenBy: GUIDED },
  pilotLink: { columns: ['survey_pilot_form.token'], seenBy: ['owner'] },
  pilotRemark: { columns: [], seenBy: ['owner'] },
  pilotAnswer: { columns: [], seenBy: NOBODY },
  council: {
    columns: [
      'council_session.place',
      'council_member.absence',
      'council_member.post',
      'council_member.agency',
      'council_paper.items',
      'council_item.words',
      'council_item.targets',
      'council_vote.opinion',
    ],
    seenBy: THE_ROUND,
  },
} as const satisfies Readonly<Record<string, Field>>;

/** What is a person's own, planted once. */
export const PERSONAL_FIELDS = {
  agent: { columns: ['session.agent', 'session.address'], seenBy: ['themselves'] },
  tokenName: { columns: ['personal_token.name'], seenBy: ['themselves'] },
  email: { columns: ['account.email'], seenBy: ['themselves', ...TRAIL] },
  securityKeyName: { columns: ['security_key.name'], seenBy: ['themselves'] },
  reminder: { columns: ['reminder.told', 'reminder.key'], seenBy: ['themselves', 'administrator'] },
  mailTold: { columns: ['mail.told', 'mail.message_id'], seenBy: ['administrator'] },
  accountMail: { columns: ['mail.says'], seenBy: ['administrator'] },
  mailAddress: { columns: ['mail.address'], seenBy: ['administrator'] },
  accountRequest: { columns: ['account_request.email', 'account_request.reason', 'account_request.note'], seenBy: ['themselves', ...TRAIL] },
  handover: { columns: ['handover.record', 'handover.document_number'], seenBy: ['themselves', 'planter', ...TRAIL] },
  trail: { columns: ['audit.content', 'payload.content'], seenBy: TRAIL },
  secret: { columns: ['credential.password_hash', 'credential.totp_secret', 'credential.totp_candidate'], seenBy: NOBODY },
  guess: { columns: ['sign_in_slowing.who', 'refused_sign_in.address'], seenBy: NOBODY },
  job: { columns: ['job.input'], seenBy: NOBODY },
  scanner: { columns: ['content.scan_told'], seenBy: NOBODY },
  term: { columns: ['retention_term.basis'], seenBy: [...TRAIL, 'owner', 'strangeOwner'] },
} as const satisfies Readonly<Record<string, Field>>;

/** Columns of free text that hold nothing private, each with the reason. */
export const OPEN_COLUMNS: Readonly<Record<string, string>> = {
  'account.name': 'a name is told wherever somebody did something',
  'account.search_key': 'of name and address, and never answered',
  'audit.act': 'a name of the code',
  'audit.subject': 'a kind and an id',
  'body.*': 'register of bodies, published',
  'body_attribute.*': 'register of bodies, published',
  'body_name.*': 'register of bodies, published',
  'body_succession.*': 'register of bodies, published',
  'body_result.items': 'points and figures of a body, whose readers the story of final results holds',
  'body_result.result': 'names, points and places, whose readers the story of final results holds',
  'cell.target': 'a code of the edition',
  'cell.seqs': 'numbers of entries',
  'comment_thread.item': 'a code of the edition',
  'copied_part.part': 'a name of the code',
  'appraisal_notice.document_number': 'the number of a letter, for whoever was sent it and who sees the round',
  'assignment.target': 'a code of the edition',
  'council_item.item': 'a code of the edition',
  'council_vote.seen': 'a hash',
  'day_off.*': 'register of days off, published',
  'document_version.kind': 'a name of the code',
  'document_version.pages_are': 'a name of the code',
  'document_version.personal_found': 'codes and counts, never the data',
  'domain_owner.domain': 'a code of the edition',
  'domain_owner.item': 'a code of the edition',
  'edition.*': 'once adopted for all signed in; whose drafts are read, the story of editions holds',
  'edition_change.*': 'what was changed in drafts: who reads it, the story of changes holds',
  'entry.target': 'a code of the edition',
  'entry.edition_id': 'an id of an edition',
  'entry.texts': 'names of fields',
  'entry.points': 'follows from what is entered',
  'entry.reason_code': 'a name of the code',
  'entry.citations': 'ids of documents',
  'erasure.record': 'hashes and numbers of what went; of removals by who may know of them (retention)',
  'improvement_task.item': 'a code of the edition',
  'interest.kind': 'a name of the code',
  'person_share.item': 'a code of the edition',
  'person_share.edition_id': 'an id of an edition',
  'exclusion.*': 'part of the plan of a round, for all signed in',
  'extension.item': 'a code of the edition',
  'job.kind': 'a name of the code',
  'migration.*': 'names of migrations',
  'migration_repeatable.*': 'a hash',
  'notice.item': 'a code of the edition',
  'part.target': 'a code of the edition',
  'part.seqs': 'numbers of entries',
  'participant.block': 'part of the plan of a round, for all signed in',
  'personal_token.scopes': 'names of the code',
  'question.item': 'a code of the edition',
  'reopening.items': 'codes of the edition',
  'roll_up.figure': 'a code of the edition',
  'round.*': 'part of the plan of a round, for all signed in',
  'seal.key_id': 'names a key by the moment it was made',
  'seal_epoch.cluster': 'an id of the database cluster',
  'round_result.*': 'hashes of a snapshot and of its result',
  'round_document.kind': 'a name of the code',
  'edition_file.kind': 'a name of the code',
  'round_file.kind': 'a name of the code',
  'round_file.urged': 'ids of bodies',
  'first_mark.points': 'points, for whoever runs or audits the round',
  'first_mark.maximum': 'points, for whoever runs or audits the round',
  'second_mark.points': 'points, for whoever runs or audits the round',
  'second_mark.maximum': 'points, for whoever runs or audits the round',
  'second_mark.reason_code': 'a name of the code',
  'second_marking.*': 'seed and list of a draw, recorded so that anybody can work it out again',
  'second_marking_item.item': 'a code of the edition',
  'second_marking_item.edition_id': 'an id of an edition',
  'second_marking_item.targets': 'codes of the edition',
  'text_mask.field': 'a name of the code',
  'text_mask.spans': 'places in a text, and none of its words',
  'security_key.transports': 'names of the standard',
  'sending.code': 'the receipt’s code, for whoever was given it',
  'survey.*': 'how the survey of a round stands: ids and a hash',
  // Who finds the design, frame and record of a draw, its own story tells.
  'sample_design.*': 'villages and numbers, without persons',
  'sample_frame.*': 'the name of a file, hashes and numbers',
  'sample_draw.*': 'a declaration for all who read the survey',
  'sample_draw_result.*': 'a seed with its minutes, for all who read the survey',
  'sample_draw_record.*': 'villages and numbers, without persons',
  'sample_draw_withdrawal.*': 'a reason for all who read the survey',
  'form_review.*': 'a reason for whoever leads or audits the survey, without a person: its story tells',
  'survey_pilot_form.group_id': 'a code of the edition',
  'survey_pilot_form.form': 'a questionnaire of an adopted edition',
  'survey_quota.*': 'numbers and a reason for whoever leads or audits the survey, without a person: its own test tells',
  'edition_questionnaire.*': 'the forms of an adopted edition, for all signed in',
  'takeover.*': 'a mapping of codes between published editions',
};

export type FieldName = keyof typeof FIELDS;
export type PersonalFieldName = keyof typeof PERSONAL_FIELDS;

/** A word that stands in no text but where it is planted, and survives every form: in small letters, without marks, of one word. */
/** Of figures, a number. */
export const canary = (field: FieldName, round: RoundOfWall): string =>
  field === 'baseline' ? `7351940${round.slice(-4)}` : `hoangyen${field.toLowerCase()}x${round.slice(-4)}x`;
export const personalCanary = (field: PersonalFieldName): string => `hoangyen${field.toLowerCase()}xmotx`;

/** All of them, each with who finds it: by how they stand to the round that it is of. */
export const CANARIES: readonly { readonly word: string; readonly round: RoundOfWall; readonly seenBy: readonly Standing[] }[] = [
  ...(['minh-hoa-2022', 'minh-hoa-2023'] as const).flatMap((round) =>
    (Object.keys(FIELDS) as FieldName[]).map((field) => ({ word: canary(field, round), round, seenBy: FIELDS[field].seenBy as readonly Standing[] })),
  ),
  ...(Object.keys(PERSONAL_FIELDS) as PersonalFieldName[]).map((field) => ({
    word: personalCanary(field),
    round: 'minh-hoa-2022' as const,
    seenBy: PERSONAL_FIELDS[field].seenBy as readonly Standing[],
  })),
];

/** Any of them. */
export const CANARY = /hoangyen[a-z]+x(?:\d{4}|mot)x|7351940\d{4}/g;
