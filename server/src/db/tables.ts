import type {
  DeliveryState,
  DeliveryWay,
  DocumentForm,
  ErasureDecision,
  ErasureKind,
  MailState,
  NoticeKind,
  ThreadKind,
  UploadState,
} from '@parindex/core/contracts/index';
import type { DocumentClass } from '@parindex/core/evidence/document-classes';
import type { DeliveredTable, DeliveryForm } from '@parindex/core/imports/index';
import type { PartStanding, Takeover, TakeoverMapping } from '@parindex/core/ledger/index';
import type { ReminderKind, ToldReminder } from '@parindex/core/reminders/index';
import type { DeadlineAct, SheetState } from '@parindex/core/round/index';
import type { ReportMatch } from '@parindex/core/submissions/signed-report';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** A calendar day as text, yyyy-mm-dd. */
type Day = string;
/** Written by us as a moment or text, read as a moment. */
type Moment = ColumnType<Date, Date | string, Date | string>;
type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
/** Left out, it is null. */
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>;
/** Written as JSON text, read as a value. */
type Json<T> = ColumnType<T, string, string>;

export interface BodyTable {
  id: string;
  kind: string;
  opened: Day | null;
  opening_number: string | null;
  opening_date: Day | null;
  closed: Day | null;
  closing_number: string | null;
  closing_date: Day | null;
  ranked: boolean | null;
  note: string | null;
  version: Generated<number>;
}

export interface BodyNameTable {
  body_id: string;
  position: number;
  from_date: Day | null;
  to_date: Day | null;
  full_name: string;
  short_name: string;
  sort_name: string;
  basis: string | null;
  status: string | null;
  search_key: string;
}

export interface BodyAttributeTable {
  body_id: string;
  attribute: 'type' | 'code' | 'region' | 'block' | 'parent';
  position: number;
  value: string;
  from_date: Day | null;
  to_date: Day | null;
  basis: string | null;
  status: string | null;
}

export interface BodySuccessionTable {
  predecessor: string;
  successor: string;
  partly: Generated<boolean>;
  decision_number: string | null;
  decision_date: Day | null;
  changed_on: Day | null;
  status: string | null;
}

export interface AccountTable {
  id: Generated<string>;
  email: string;
  name: string;
  search_key: Generated<string>;
  created_at: Moment;
  ended_at: MaybeMoment;
  version: Generated<number>;
}

export interface CredentialTable {
  account_id: string;
  password_hash: string | null;
  password_set_at: MaybeMoment;
  totp_secret: string | null;
  totp_confirmed_at: MaybeMoment;
  totp_candidate: string | null;
  totp_last_step: number | null;
}

export interface MembershipTable {
  id: Generated<string>;
  account_id: string;
  body_id: string | null;
  role: string;
  from_date: Day;
  to_date: Day | null;
  granted_by: string | null;
  granted_at: Moment;
  ended_by: string | null;
  ended_at: MaybeMoment;
  handover_id: string | null;
  version: Generated<number>;
}

export interface SessionTable {
  token_hash: Buffer;
  id: Generated<string>;
  account_id: string;
  created_at: Moment;
  seen_at: Moment;
  expires_at: Moment;
  ended_at: MaybeMoment;
  complete_at: MaybeMoment;
  address: string | null;
  agent: string | null;
}

export interface PersonalTokenTable {
  id: Generated<string>;
  account_id: string;
  name: string;
  token_hash: Buffer;
  scopes: string[];
  created_at: Moment;
  expires_at: Moment;
  used_at: MaybeMoment;
  revoked_at: MaybeMoment;
}

export interface OneTimeLinkTable {
  token_hash: Buffer;
  purpose: 'invitation' | 'reset';
  account_id: string;
  created_by: string | null;
  created_at: Moment;
  expires_at: Moment;
  used_at: MaybeMoment;
  withdrawn_at: MaybeMoment;
}

export interface SignInSlowingTable {
  email: string;
  kind: 'password' | 'code';
  failures: number;
  not_before: Moment;
}

export interface HandoverTable {
  id: string;
  from_account: string;
  to_account: string;
  on_day: Day;
  document_number: string | null;
  document_date: Day | null;
  record: Json<unknown>;
  performed_by: string;
  performed_at: Moment;
}

export interface EditionTable {
  id: string;
  state: 'draft' | 'adopted';
  owner_body: string | null;
  title: ColumnType<{ vi: string; en?: string } | null, string | null, string | null>;
  document: string;
  cases: string;
  scheme: ColumnType<unknown, string | null, string | null>;
  hash: string | null;
  cases_run: number | null;
  effective_from: Day | null;
  effective_to: Day | null;
  decision_number: string | null;
  decision_date: Day | null;
  created_by: string | null;
  created_at: Moment;
  adopted_by: string | null;
  adopted_at: MaybeMoment;
  version: Generated<number>;
}

export interface RoundTable {
  id: string;
  owner_body: string;
  year: number;
  title: string;
  edition_id: string | null;
  state: 'draft' | 'open' | 'closed';
  copied_from: string | null;
  created_by: string | null;
  created_at: Moment;
  opened_at: MaybeMoment;
  closed_at: MaybeMoment;
  deadline_act: Maybe<DeadlineAct>;
  version: Generated<number>;
}

export interface RoundStepTable {
  round_id: string;
  step: string;
  opens: Moment;
  closes: Moment;
  version: Generated<number>;
}

export interface ParticipantTable {
  round_id: string;
  body_id: string;
  position: number;
  block: string | null;
  ranked: Generated<boolean>;
  state: Generated<SheetState>;
}

export interface ExclusionTable {
  round_id: string;
  body_id: string;
  item: string;
  legal_basis: string;
}

export interface DomainOwnerTable {
  round_id: string;
  domain: string;
  body_id: string;
}

export interface CopiedPartTable {
  round_id: string;
  part: string;
  confirmed_by: string | null;
  confirmed_at: MaybeMoment;
}

export interface ExtensionTable {
  id: string;
  round_id: string;
  step: string;
  body_id: string | null;
  item: string | null;
  edition_id: string | null;
  until: Moment;
  document_number: string;
  document_date: Day;
  reason: string;
  granted_by: string;
  granted_at: Moment;
}

/** A takeover's mapping with what each sheet met: after which entry, and what the new edition did not take. */
export interface KeptMapping extends TakeoverMapping {
  readonly sheets: Readonly<Record<string, Pick<Takeover, 'after' | 'dropped'>>>;
}

export interface TakeoverTable {
  round_id: string;
  number: number;
  from_edition: string;
  to_edition: string;
  mapping: Json<KeptMapping>;
  document_number: string;
  document_date: Day;
  performed_by: string;
  performed_at: Moment;
}

export interface BaselineTable {
  round_id: string;
  body_id: string;
  year: number;
  figures: Json<Record<string, { value: string | boolean }>>;
  items: Json<Record<string, string>>;
  source: string;
}

/** What stood in the cells of a delivery. */
type DeliveryContent = Omit<DeliveredTable, 'form'>;

export interface EstimateTable {
  round_id: string;
  body_id: string;
  question: string;
  respondent_group: string;
  mean: string;
  answers: string;
  source: Maybe<string>;
  date: Maybe<Day>;
  vintage: Maybe<string>;
  writing_id: Maybe<string>;
}

export interface DeliveryTable {
  id: string;
  round_id: string;
  form: DeliveryForm;
  came_by: DeliveryWay;
  file_name: string | null;
  content_hash: Buffer;
  source: string | null;
  date: Day | null;
  vintage: string | null;
  content: Json<DeliveryContent>;
  brought_by: string;
  brought_at: Moment;
  state: Generated<DeliveryState>;
  decided_by: Maybe<string>;
  decided_at: MaybeMoment;
  reason: Maybe<string>;
}

export interface DeliveryWritingTable {
  id: string;
  delivery_id: string;
  round_id: string;
  number: number;
  written_by: string;
  written_at: Moment;
  reason: string | null;
  rows: Json<readonly unknown[]>;
  moved: Json<readonly unknown[]>;
}

export interface EstimateEntryTable {
  writing_id: string;
  round_id: string;
  body_id: string;
  question: string;
  respondent_group: string;
  mean: string;
  answers: string;
  source: string;
  date: Day;
  vintage: string | null;
}

export interface RollUpTable {
  entry_id: string;
  round_id: string;
  body_id: string;
  figure: string;
  source_round: string;
  source_figure: string;
  components: Json<readonly unknown[]>;
  without: Json<readonly unknown[]>;
  reason: string | null;
  made_by: string;
  made_at: Moment;
}

export interface DayOffYearTable {
  year: number;
  version: number;
}

export interface DayOffTable {
  date: Day;
  kind: 'off' | 'worked';
  name: string;
  source: string;
}

export interface PayloadTable {
  id: string;
  round_id: string | null;
  body_id: string | null;
  salt: Buffer;
  content: ColumnType<Record<string, unknown> | null, string, string | null>;
  purged_by_act: string | null;
  /** Read by people of the body alone. */
  kept_inside: Generated<boolean>;
}

export interface EntryTable {
  id: string;
  round_id: string;
  body_id: string;
  seq: number;
  target_kind: 'item' | 'figure' | null;
  target: string | null;
  act: string;
  stage: string;
  standing: string;
  actor: string;
  office: string;
  on_behalf_of: string | null;
  received_at: Moment;
  base: number;
  edition_id: string;
  changes: Json<Record<string, unknown>>;
  texts: string[];
  points: string | null;
  reason_code: string | null;
  citations: Json<unknown[]>;
  origin: string;
  cause: string | null;
  payload_id: string | null;
  payload_hash: Buffer | null;
  hash: Buffer;
}

export interface CellTable {
  round_id: string;
  body_id: string;
  stage: string;
  target_kind: 'item' | 'figure';
  target: string;
  fields: Json<Record<string, unknown>>;
  seqs: Json<Record<string, number>>;
}

export interface PartTable {
  round_id: string;
  body_id: string;
  target_kind: 'item' | 'figure';
  target: string;
  standing: PartStanding;
  seq: number;
  fields: Json<Record<string, unknown>>;
  seqs: Json<Record<string, number>>;
}

export interface AssignmentTable {
  id: string;
  round_id: string;
  body_id: string;
  target_kind: 'item' | 'figure';
  target: string;
  edition_id: string;
  to_body: string;
  to_account: Maybe<string>;
  due: MaybeMoment;
  payload_id: Maybe<string>;
  assigned_by: string;
  assigned_at: Moment;
  ended_by: Maybe<string>;
  ended_at: MaybeMoment;
}

export interface ApprovalChainTable {
  id: string;
  round_id: string;
  body_id: string;
  division: boolean;
  review: boolean;
  set_by: string;
  set_at: Moment;
  version: Generated<number>;
}

export interface AuditTable {
  /** bigint, as text. */
  n: GeneratedAlways<string>;
  xid: Generated<string>;
  at: Moment;
  actor: string | null;
  office: string | null;
  act: string;
  subject: string;
  round_id: string | null;
  body_id: string | null;
  content: Json<Record<string, unknown>>;
  payload_id: string | null;
  payload_hash: Buffer | null;
  hash: Buffer;
}

export interface SealTable {
  number: number;
  first: string;
  last: string;
  count: number;
  /** bigint, as text. */
  total: string;
  rows: string[];
  root: Buffer;
  previous: Buffer;
  hash: Buffer;
  sealed_at: Moment;
  horizon: string;
}

export interface ContentTable {
  sha256: Buffer;
  /** bigint, as text. */
  bytes: string | number;
  kept_at: MaybeMoment;
  scan: Generated<'waiting' | 'clean' | 'infected'>;
  scanned_at: MaybeMoment;
  scan_told: string | null;
  checked_at: MaybeMoment;
  check_found: 'whole' | 'missing' | 'changed' | null;
  gone_at: MaybeMoment;
  gone_for: 'removed' | 'purged' | 'infected' | 'unused' | null;
  erased_at: MaybeMoment;
}

export interface DocumentTable {
  id: string;
  round_id: string;
  body_id: string;
  form: DocumentForm;
  access: Generated<'restricted' | 'released'>;
  personal_data: Generated<boolean>;
  carried_from: Maybe<string>;
  compared_by: Maybe<string>;
  compared_at: MaybeMoment;
  withdrawn_by: Maybe<string>;
  withdrawn_at: MaybeMoment;
  created_by: string;
  created_at: Moment;
  version: Generated<number>;
  gone_at: MaybeMoment;
  gone_for: Maybe<'removed' | 'purged'>;
  erased_by: Maybe<string>;
}

export interface DocumentVersionTable {
  document_id: string;
  number: number;
  round_id: string;
  body_id: string;
  sha256: Buffer | null;
  /** bigint, as text. */
  bytes: string | number | null;
  file_name: string | null;
  kind: string | null;
  redacted: Generated<boolean>;
  doc_number: string | null;
  doc_number_key: string | null;
  issued_on: Day | null;
  issuer: string | null;
  subject: string | null;
  valid_from: Maybe<Day>;
  valid_to: Maybe<Day>;
  confirmed_by: Maybe<string>;
  confirmed_at: MaybeMoment;
  proposed: ColumnType<unknown, string | null, never>;
  findings: ColumnType<unknown[], string | undefined, never>;
  signatures: ColumnType<unknown[], string | undefined, never>;
  personal_found: ColumnType<unknown[], string | undefined, never>;
  pages: number | null;
  pages_are: string | null;
  late_by: Maybe<string>;
  uploaded_by: string;
  uploaded_at: Moment;
  search_key: Generated<string>;
}

export interface PageTextTable {
  document_id: string;
  number: number;
  page: number;
  round_id: string;
  body_id: string;
  title: string | null;
  text: string;
  blocks: ColumnType<unknown[] | null, string | null, never>;
  words: string;
  created_at: Moment;
}

export interface UploadTable {
  id: string;
  round_id: string;
  body_id: string;
  account_id: string;
  office: string;
  document_id: string;
  file_name: string;
  /** bigint, as text. */
  bytes: string | number;
  redacted: Generated<boolean>;
  late_by: string | null;
  created_at: Moment;
  until: Moment;
  state: UploadState;
  received_at: MaybeMoment;
  sha256: Maybe<Buffer>;
  refusal: ColumnType<{ code: string; details: Record<string, string> } | null, string | null | undefined, string | null>;
  tries: Generated<number>;
  ended_at: MaybeMoment;
  holder: string | null;
  held_until: MaybeMoment;
  wanted: Generated<boolean>;
}

export interface RetentionTermTable {
  document_class: DocumentClass;
  years: number | null;
  basis: string;
  set_by: string;
  set_at: Moment;
  version: Generated<number>;
}

export interface ErasureTable {
  id: string;
  kind: ErasureKind;
  round_id: string;
  body_id: string | null;
  documents: string[];
  reason: string;
  asked_by: string;
  asked_office: string;
  asked_at: Moment;
  decision: Maybe<ErasureDecision>;
  note: Maybe<string>;
  decided_by: Maybe<string>;
  decided_office: Maybe<string>;
  decided_at: MaybeMoment;
  record: ColumnType<unknown, never, never>;
}

export interface CommentThreadTable {
  id: string;
  round_id: string;
  body_id: string;
  item: string;
  edition_id: string;
  kind: ThreadKind;
  begun_by: string;
  begun_at: Moment;
  resolved_by: Maybe<string>;
  resolved_at: MaybeMoment;
  version: Generated<number>;
}

export interface CommentTable {
  id: string;
  thread_id: string;
  round_id: string;
  body_id: string;
  kind: ThreadKind;
  number: number;
  author: string;
  office: string;
  written_at: Moment;
  payload_id: string;
  withdrawn_at: MaybeMoment;
}

export interface NoticeTable {
  id: string;
  round_id: string;
  kind: NoticeKind;
  item: string | null;
  edition_id: string | null;
  question: string | null;
  text: string;
  published_by: string;
  published_at: Moment;
  withdrawn_by: Maybe<string>;
  withdrawn_at: MaybeMoment;
}

export interface QuestionTable {
  id: string;
  round_id: string;
  body_id: string;
  item: string;
  edition_id: string;
  text: string;
  asked_by: string;
  asked_at: Moment;
  answer_id: Maybe<string>;
}

export interface CommentMentionTable {
  comment_id: string;
  account_id: string;
}

export interface ReportTextTable {
  id: string;
  round_id: string;
  body_id: string;
  version: number;
  payload_id: string;
  written_by: string;
  written_at: Moment;
}

export interface UnsignedPermissionTable {
  id: string;
  round_id: string;
  body_id: string;
  payload_id: string;
  given_by: string;
  given_at: Moment;
}

export interface SendingTable {
  id: string;
  round_id: string;
  body_id: string;
  seq: number;
  code: string;
  sheet_hash: Buffer;
  file_hash: Buffer;
  file_bytes: number;
  matched: ReportMatch;
  permission_id: string | null;
  payload_id: string;
  scanned: boolean;
  sent_by: string;
  sent_at: Moment;
  head_number: number;
  head_hash: Buffer;
}

export interface ReopeningTable {
  id: string;
  round_id: string;
  body_id: string;
  seq: number;
  items: string[] | null;
  edition_id: string;
  until: MaybeMoment;
  by: string;
  at: Moment;
}

export interface MailTable {
  id: string;
  account_id: string;
  day: Day;
  message_id: string;
  state: Generated<MailState>;
  tries: Generated<number>;
  next_try: Moment;
  lease_until: MaybeMoment;
  told: Maybe<string>;
  made_at: Moment;
  ended_at: MaybeMoment;
}

export interface ReminderTable {
  id: Generated<string>;
  account_id: string;
  key: string;
  kind: ReminderKind;
  round_id: string;
  body_id: string;
  told: Json<ToldReminder>;
  day: Day;
  made_at: Moment;
  mail_id: string;
  read_at: MaybeMoment;
}

export interface CalendarFeedTable {
  account_id: string;
  token_hash: Buffer;
  made_at: Moment;
}

export interface InstallationTable {
  single: Generated<boolean>;
  kind: 'sandbox' | 'real';
  created_at: Generated<Date>;
}

/** All tables, as db/migrations made them. */
export interface Tables {
  installation: InstallationTable;
  body: BodyTable;
  body_name: BodyNameTable;
  body_attribute: BodyAttributeTable;
  body_succession: BodySuccessionTable;
  account: AccountTable;
  credential: CredentialTable;
  membership: MembershipTable;
  session: SessionTable;
  personal_token: PersonalTokenTable;
  one_time_link: OneTimeLinkTable;
  sign_in_slowing: SignInSlowingTable;
  handover: HandoverTable;
  edition: EditionTable;
  round: RoundTable;
  round_step: RoundStepTable;
  participant: ParticipantTable;
  exclusion: ExclusionTable;
  domain_owner: DomainOwnerTable;
  copied_part: CopiedPartTable;
  extension: ExtensionTable;
  takeover: TakeoverTable;
  baseline: BaselineTable;
  estimate: EstimateTable;
  day_off: DayOffTable;
  day_off_year: DayOffYearTable;
  payload: PayloadTable;
  entry: EntryTable;
  cell: CellTable;
  part: PartTable;
  assignment: AssignmentTable;
  approval_chain: ApprovalChainTable;
  content: ContentTable;
  document: DocumentTable;
  document_version: DocumentVersionTable;
  page_text: PageTextTable;
  upload: UploadTable;
  retention_term: RetentionTermTable;
  erasure: ErasureTable;
  comment_thread: CommentThreadTable;
  comment: CommentTable;
  comment_mention: CommentMentionTable;
  notice: NoticeTable;
  question: QuestionTable;
  delivery: DeliveryTable;
  delivery_writing: DeliveryWritingTable;
  estimate_entry: EstimateEntryTable;
  roll_up: RollUpTable;
  report_text: ReportTextTable;
  unsigned_permission: UnsignedPermissionTable;
  sending: SendingTable;
  reopening: ReopeningTable;
  mail: MailTable;
  reminder: ReminderTable;
  calendar_feed: CalendarFeedTable;
  audit: AuditTable;
  seal: SealTable;
}
