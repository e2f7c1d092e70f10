// Made by "npm run db:schema" from a database that the migrations have made: never edited by hand, and held true by schema.test.ts.
import type { GeneratedAlways } from 'kysely';
import type { BigInteger, Generated, Json, Moment } from './column-types.ts';

/** All tables, as the migrations make them. */
export interface Tables {
  account: {
    id: Generated<string>;
    email: string;
    name: string;
    search_key: Generated<string>;
    created_at: Moment;
    ended_at: Moment | null;
    version: Generated<number>;
    salt: Generated<Buffer>;
  };
  account_request: {
    id: string;
    kind: 'membership' | 'password' | 'secondFactor' | 'email';
    account_id: string;
    body_id: string | null;
    role: 'administrator' | 'owner' | 'head' | 'appraiser' | 'council' | 'auditor' | null;
    from_date: string | null;
    to_date: string | null;
    email: string | null;
    reason: string;
    asked_by: string;
    asked_office: string;
    asked_at: Moment;
    lapses_at: Moment;
    decision: 'carriedOut' | 'refused' | 'stopped' | null;
    note: string | null;
    decided_by: string | null;
    decided_office: string | null;
    decided_at: Moment | null;
  };
  account_request_code: {
    request_id: string;
    code_hash: Buffer;
  };
  appraisal_notice: {
    id: string;
    round_id: string;
    body_id: string;
    stage: 'appraised' | 'second';
    document_number: string;
    document_date: string;
    recorded_by: string;
    recorded_at: Moment;
    files: Generated<string[]>;
  };
  approval_chain: {
    id: string;
    round_id: string;
    body_id: string;
    division: boolean;
    review: boolean;
    set_by: string;
    set_at: Moment;
    version: Generated<number>;
  };
  assignment: {
    id: string;
    round_id: string;
    body_id: string;
    target_kind: 'item' | 'figure';
    target: string;
    edition_id: string;
    to_body: string;
    to_account: string | null;
    due: Moment | null;
    payload_id: string | null;
    assigned_by: string;
    assigned_at: Moment;
    ended_by: string | null;
    ended_at: Moment | null;
    matter: Generated<'sheet' | 'explanation'>;
  };
  audit: {
    n: GeneratedAlways<string>;
    xid: Generated<string>;
    at: Moment;
    actor: string | null;
    office: string | null;
    act: string;
    subject: string;
    round_id: string | null;
    body_id: string | null;
    content: Json<'audit.content'>;
    payload_id: string | null;
    payload_hash: Buffer | null;
    hash: Buffer;
  };
  baseline: {
    round_id: string;
    body_id: string;
    year: number;
    figures: Json<'baseline.figures'>;
    items: Json<'baseline.items'>;
    source: string;
    stage: 'claimed' | 'appraised' | 'second' | 'council' | null;
  };
  body: {
    id: string;
    kind: 'province' | 'ministry' | 'department' | 'division' | 'commune';
    opened: string | null;
    opening_number: string | null;
    opening_date: string | null;
    closed: string | null;
    closing_number: string | null;
    closing_date: string | null;
    ranked: boolean | null;
    note: string | null;
    version: Generated<number>;
  };
  body_attribute: {
    body_id: string;
    attribute: 'type' | 'code' | 'region' | 'block' | 'parent';
    position: number;
    value: string;
    from_date: string | null;
    to_date: string | null;
    basis: string | null;
    status: string | null;
  };
  body_name: {
    body_id: string;
    position: number;
    from_date: string | null;
    to_date: string | null;
    full_name: string;
    short_name: string;
    sort_name: string;
    basis: string | null;
    status: string | null;
    search_key: string;
  };
  body_result: {
    round_id: string;
    closed_at: Moment;
    body_id: string;
    result: Json<'body_result.result'>;
    items: Json<'body_result.items'> | null;
  };
  body_succession: {
    predecessor: string;
    successor: string;
    partly: Generated<boolean>;
    decision_number: string | null;
    decision_date: string | null;
    changed_on: string | null;
    status: string | null;
  };
  calendar_feed: {
    account_id: string;
    token_hash: Buffer;
    made_at: Moment;
  };
  cell: {
    round_id: string;
    body_id: string;
    stage: 'claimed' | 'appraised' | 'second' | 'council';
    target_kind: 'item' | 'figure';
    target: string;
    fields: Json<'cell.fields'>;
    seqs: Json<'cell.seqs'>;
  };
  closing_progress: {
    round_id: string;
    computed: number;
    bodies: number;
    told_at: Moment;
  };
  comment: {
    id: string;
    thread_id: string;
    round_id: string;
    body_id: string;
    kind: 'internal' | 'shared';
    number: number;
    author: string;
    office: string;
    written_at: Moment;
    payload_id: string;
    withdrawn_at: Moment | null;
  };
  comment_mention: {
    comment_id: string;
    account_id: string;
  };
  comment_thread: {
    id: string;
    round_id: string;
    body_id: string;
    item: string;
    edition_id: string;
    kind: 'internal' | 'shared';
    begun_by: string;
    begun_at: Moment;
    resolved_by: string | null;
    resolved_at: Moment | null;
    version: Generated<number>;
  };
  content: {
    sha256: Buffer;
    bytes: BigInteger;
    kept_at: Moment | null;
    scan: Generated<'waiting' | 'clean' | 'infected'>;
    scanned_at: Moment | null;
    scan_told: string | null;
    checked_at: Moment | null;
    check_found: 'whole' | 'missing' | 'changed' | null;
    gone_at: Moment | null;
    gone_for: 'removed' | 'purged' | 'infected' | 'unused' | null;
    erased_at: Moment | null;
    erasing_by: string | null;
    erasing_until: Moment | null;
  };
  copied_part: {
    round_id: string;
    part: string;
    confirmed_by: string | null;
    confirmed_at: Moment | null;
  };
  council_item: {
    id: string;
    round_id: string;
    session_id: string;
    place: number;
    body_id: string;
    item: string;
    proposal: 'asClaimed' | 'asAppraised' | 'other';
    words: string | null;
    targets: Generated<Json<'council_item.targets'>>;
    ballot: Generated<number>;
    state: Generated<'open' | 'closed' | 'concluded' | 'putOff'>;
    entry_id: string | null;
  };
  council_member: {
    session_id: string;
    account_id: string;
    position: string;
    presence: Generated<'expected' | 'present' | 'absent' | 'writing'>;
    absence: string | null;
    post: string | null;
    agency: string | null;
  };
  council_paper: {
    id: string;
    session_id: string;
    convened_at: Moment;
    convened_by: string;
    files: string[];
    items: Json<'council_paper.items'>;
  };
  council_session: {
    id: string;
    round_id: string;
    number: number;
    version: Generated<number>;
    state: Generated<'drafted' | 'convened' | 'held' | 'concluded'>;
    way: 'meeting' | 'writing';
    starts_at: Moment | null;
    place: string | null;
    chair: string | null;
    secretary: string | null;
    opened_at: Moment | null;
    concluded_at: Moment | null;
    made_by: string;
    made_at: Moment;
    minutes_read: Generated<boolean>;
  };
  council_vote: {
    item_id: string;
    ballot: number;
    account_id: string;
    choice: 'for' | 'against' | 'other';
    opinion: string | null;
    way: 'self' | 'ballot';
    entered_by: string;
    voted_at: Moment;
    file_id: string | null;
    seen: string | null;
  };
  credential: {
    account_id: string;
    password_hash: string | null;
    password_set_at: Moment | null;
    totp_secret: string | null;
    totp_confirmed_at: Moment | null;
    totp_candidate: string | null;
    totp_last_step: number | null;
  };
  day_off: {
    date: string;
    kind: 'off' | 'worked';
    name: string;
    source: string;
  };
  day_off_year: {
    year: number;
    version: number;
  };
  delivery: {
    id: string;
    round_id: string;
    form: 'csv' | 'xlsx' | 'json';
    came_by: 'page' | 'api' | 'folder' | 'survey';
    file_name: string | null;
    content_hash: Buffer;
    source: string | null;
    date: string | null;
    vintage: string | null;
    content: Json<'delivery.content'>;
    brought_by: string;
    brought_at: Moment;
    state: Generated<'pending' | 'written' | 'refused'>;
    decided_by: string | null;
    decided_at: Moment | null;
    reason: string | null;
  };
  delivery_writing: {
    id: string;
    delivery_id: string;
    round_id: string;
    number: number;
    written_by: string;
    written_at: Moment;
    reason: string | null;
    rows: Json<'delivery_writing.rows'>;
    moved: Json<'delivery_writing.moved'>;
  };
  document: {
    id: string;
    round_id: string;
    body_id: string;
    form: 'file' | 'reference' | 'secretMail';
    access: Generated<'restricted' | 'released'>;
    personal_data: Generated<boolean>;
    carried_from: string | null;
    compared_by: string | null;
    compared_at: Moment | null;
    withdrawn_by: string | null;
    withdrawn_at: Moment | null;
    created_by: string;
    created_at: Moment;
    version: Generated<number>;
    gone_at: Moment | null;
    gone_for: 'removed' | 'purged' | null;
    erased_by: string | null;
  };
  document_version: {
    document_id: string;
    number: number;
    round_id: string;
    body_id: string;
    sha256: Buffer | null;
    bytes: BigInteger | null;
    file_name: string | null;
    kind: string | null;
    redacted: Generated<boolean>;
    doc_number: string | null;
    doc_number_key: string | null;
    issued_on: string | null;
    issuer: string | null;
    subject: string | null;
    valid_from: string | null;
    valid_to: string | null;
    confirmed_by: string | null;
    confirmed_at: Moment | null;
    proposed: Json<'document_version.proposed'> | null;
    findings: Generated<Json<'document_version.findings'>>;
    signatures: Generated<Json<'document_version.signatures'>>;
    personal_found: Generated<Json<'document_version.personal_found'>>;
    pages: number | null;
    pages_are: string | null;
    late_by: string | null;
    uploaded_by: string;
    uploaded_at: Moment;
    search_key: Generated<string>;
    salt: Generated<Buffer>;
  };
  domain_owner: {
    round_id: string;
    domain: string;
    body_id: string;
    item: Generated<string>;
  };
  edition: {
    id: string;
    state: 'draft' | 'adopted';
    owner_body: string | null;
    title: Json<'edition.title'> | null;
    document: string;
    cases: string;
    scheme: Json<'edition.scheme'> | null;
    hash: string | null;
    cases_run: number | null;
    effective_from: string | null;
    effective_to: string | null;
    decision_number: string | null;
    decision_date: string | null;
    created_by: string | null;
    created_at: Moment;
    adopted_by: string | null;
    adopted_at: Moment | null;
    version: Generated<number>;
    decision_file: string | null;
    signing_key: string | null;
    signature: Buffer | null;
    withdrawn_at: Moment | null;
    withdrawal_number: string | null;
    withdrawal_date: string | null;
    withdrawal_file: string | null;
    replaced_by: string | null;
  };
  edition_change: {
    edition_id: string;
    version: number;
    save_id: string | null;
    sent_hash: string | null;
    changes: string | null;
    written_by: string;
    written_at: Moment;
  };
  edition_file: {
    id: string;
    edition_id: string;
    name: string;
    kind: string;
    bytes: number;
    sha256: Buffer;
    scanned: boolean;
    brought_by: string;
    brought_at: Moment;
  };
  edition_questionnaire: {
    edition_id: string;
    group_id: string;
    document: string;
    form: Json<'edition_questionnaire.form'>;
    hash: string;
  };
  edition_request: {
    id: string;
    edition_id: string;
    kind: 'adopt' | 'withdraw';
    edition_version: number;
    decision_number: string;
    decision_date: string;
    file_id: string;
    effective_from: string | null;
    effective_to: string | null;
    replaced_by: string | null;
    reason: string | null;
    asked_by: string;
    asked_office: string;
    asked_at: Moment;
    lapses_at: Moment;
    decision: 'carriedOut' | 'refused' | 'stopped' | null;
    note: string | null;
    decided_by: string | null;
    decided_office: string | null;
    decided_at: Moment | null;
  };
  entry: {
    id: string;
    round_id: string;
    body_id: string;
    seq: number;
    target_kind: 'item' | 'figure' | null;
    target: string | null;
    act:
      | 'declare'
      | 'propose'
      | 'submit'
      | 'recall'
      | 'accept'
      | 'return'
      | 'freeze'
      | 'send'
      | 'takeBack'
      | 'reopen'
      | 'ask'
      | 'siteCheck'
      | 'officialFigure'
      | 'reply'
      | 'proposeReply'
      | 'submitReply'
      | 'recallReply'
      | 'passReply'
      | 'acceptReply'
      | 'returnReply'
      | 'appraise'
      | 'conclude'
      | 'dispute'
      | 'freezeExplanation'
      | 'sendExplanation'
      | 'takeBackExplanation';
    stage: 'claimed' | 'appraised' | 'second' | 'council';
    standing: 'proposed' | 'effective';
    actor: string;
    office: string;
    on_behalf_of: string | null;
    received_at: Moment;
    base: number;
    edition_id: string;
    changes: Json<'entry.changes'>;
    texts: string[];
    points: string | null;
    reason_code: string | null;
    citations: Generated<Json<'entry.citations'>>;
    origin: 'web' | 'api' | 'import' | 'statistic' | 'rollUp';
    cause: string | null;
    payload_id: string | null;
    payload_hash: Buffer | null;
    hash: Buffer;
  };
  erasure: {
    id: string;
    kind: 'removal' | 'purge';
    round_id: string;
    body_id: string | null;
    documents: string[];
    reason: string;
    asked_by: string;
    asked_office: string;
    asked_at: Moment;
    decision: 'carriedOut' | 'refused' | null;
    note: string | null;
    decided_by: string | null;
    decided_office: string | null;
    decided_at: Moment | null;
    record: Json<'erasure.record'> | null;
    reach: 'body' | 'rounds' | 'all' | null;
  };
  estimate: {
    round_id: string;
    body_id: string;
    question: string;
    respondent_group: string;
    mean: string;
    answers: string;
    source: string | null;
    date: string | null;
    vintage: string | null;
    writing_id: string | null;
  };
  estimate_entry: {
    writing_id: string;
    round_id: string;
    body_id: string;
    question: string;
    respondent_group: string;
    mean: string;
    answers: string;
    source: string;
    date: string;
    vintage: string | null;
  };
  estimate_reader: {
    id: string;
    round_id: string;
    account_id: string;
    named_by: string;
    named_at: Moment;
    ended_by: string | null;
    ended_at: Moment | null;
    reason: string;
    end_reason: string | null;
  };
  estimate_release: {
    id: string;
    round_id: string;
    released_by: string;
    released_at: Moment;
    withdrawn_by: string | null;
    withdrawn_at: Moment | null;
    reason: string;
    withdrawal_reason: string | null;
  };
  exclusion: {
    round_id: string;
    body_id: string;
    item: string;
    legal_basis: string;
    decision_id: string | null;
  };
  extension: {
    id: string;
    round_id: string;
    step: 'monitoring' | 'selfAssessment' | 'appraisal' | 'explanation' | 'secondAppraisal' | 'survey' | 'council' | 'publication';
    body_id: string | null;
    item: string | null;
    edition_id: string | null;
    until: Moment;
    document_number: string;
    document_date: string;
    reason: string;
    granted_by: string;
    granted_at: Moment;
    decision_id: string | null;
  };
  first_mark: {
    drawn_id: string;
    draw_id: string;
    entry_id: string;
    account_id: string;
    marked_at: Moment;
    points: string;
    maximum: string;
  };
  form_review: {
    id: string;
    round_id: string;
    form_id: string;
    number: number;
    decision: 'accepted' | 'setAside';
    reason: string | null;
    decided_by: string;
    decided_at: Moment;
  };
  frozen_report: {
    id: string;
    round_id: string;
    body_id: string;
    seq: number;
    payload_id: string;
    made_at: Moment;
  };
  handover: {
    id: string;
    from_account: string;
    to_account: string;
    on_day: string;
    document_number: string | null;
    document_date: string | null;
    record: Json<'handover.record'>;
    performed_by: string;
    performed_at: Moment;
  };
  identity_key: {
    single: Generated<boolean>;
    key: Generated<Buffer>;
  };
  improvement_task: {
    id: string;
    round_id: string;
    body_id: string;
    item: string;
    measure: string;
    lead: string;
    due: string;
    state: 'open' | 'done' | 'dropped';
    note: string | null;
    document_number: string | null;
    document_date: string | null;
    version: number;
    changed_by: string;
    changed_at: Moment;
    product: string | null;
  };
  installation: {
    single: Generated<boolean>;
    kind: 'sandbox' | 'real';
    created_at: Generated<Moment>;
  };
  interest: {
    id: string;
    round_id: string;
    account_id: string;
    body_id: string;
    kind: 'kin' | 'formerWork' | 'other';
    reason: string;
    declared_by: string;
    declared_at: Moment;
    withdrawn_by: string | null;
    withdrawn_at: Moment | null;
    withdrawal_reason: string | null;
  };
  job: {
    id: string;
    kind: string;
    account_id: string | null;
    office: string | null;
    input: Generated<Json<'job.input'>>;
    every_seconds: number | null;
    state: Generated<'waiting' | 'done' | 'failed' | 'cancelled'>;
    due_at: Moment | null;
    attempts: Generated<number>;
    done_steps: Generated<BigInteger>;
    all_steps: BigInteger | null;
    created_at: Generated<Moment>;
    ended_at: Moment | null;
    holder: string | null;
    held_until: Moment | null;
    wanted: Generated<boolean>;
  };
  known_device: {
    token_hash: Buffer;
    account_id: string;
    made_at: Moment;
    seen_at: Moment;
  };
  mail: {
    id: string;
    account_id: string | null;
    day: string;
    message_id: string;
    state: Generated<'waiting' | 'sending' | 'sent' | 'unsure' | 'refused' | 'handedOver'>;
    tries: Generated<number>;
    next_try: Moment;
    lease_until: Moment | null;
    told: string | null;
    made_at: Moment;
    ended_at: Moment | null;
    kind: Generated<'reminders' | 'account' | 'anchor'>;
    says: Json<'mail.says'> | null;
    address: string | null;
    prompt: Generated<boolean>;
  };
  membership: {
    id: Generated<string>;
    account_id: string;
    body_id: string | null;
    role: 'administrator' | 'owner' | 'clerk' | 'head' | 'appraiser' | 'council' | 'auditor' | 'interviewer';
    from_date: string;
    to_date: string | null;
    granted_by: string | null;
    granted_at: Moment;
    ended_by: string | null;
    ended_at: Moment | null;
    handover_id: string | null;
    version: Generated<number>;
    request_id: string | null;
  };
  notice: {
    id: string;
    round_id: string;
    kind: 'guidance' | 'announcement' | 'answer';
    item: string | null;
    edition_id: string | null;
    question: string | null;
    text: string;
    published_by: string;
    published_at: Moment;
    withdrawn_by: string | null;
    withdrawn_at: Moment | null;
    doc_number: string | null;
    issued_on: string | null;
    files: Generated<string[]>;
  };
  notice_reading: {
    id: string;
    notice_id: string;
    account_id: string;
    office: string;
    read_at: Moment;
  };
  one_time_link: {
    token_hash: Buffer;
    purpose: 'invitation' | 'reset';
    account_id: string;
    created_by: string | null;
    created_at: Moment;
    expires_at: Moment;
    used_at: Moment | null;
    withdrawn_at: Moment | null;
  };
  page_text: {
    document_id: string;
    number: number;
    page: number;
    round_id: string;
    body_id: string;
    title: string | null;
    text: string;
    blocks: Json<'page_text.blocks'> | null;
    words: string;
    created_at: Moment;
  };
  part: {
    round_id: string;
    body_id: string;
    target_kind: 'item' | 'figure';
    target: string;
    standing: 'entered' | 'submitted' | 'passed' | 'returned' | 'approved' | 'changed' | 'reviewed';
    seq: number;
    fields: Json<'part.fields'>;
    seqs: Json<'part.seqs'>;
  };
  participant: {
    round_id: string;
    body_id: string;
    position: number;
    block: string | null;
    ranked: Generated<boolean>;
    state: Generated<'open' | 'frozen' | 'sent'>;
  };
  payload: {
    id: string;
    round_id: string | null;
    body_id: string | null;
    salt: Buffer;
    content: Json<'payload.content'> | null;
    purged_by_act: BigInteger | null;
    kept_inside: Generated<boolean>;
    stage: 'claimed' | 'appraised' | 'second' | 'council' | 'reply' | 'replyPart' | null;
  };
  person_share: {
    id: string;
    round_id: string;
    office_body: string;
    item: string | null;
    edition_id: string;
    body_id: string | null;
    account_id: string;
    assigned_by: string;
    assigned_at: Moment;
    ended_by: string | null;
    ended_at: Moment | null;
  };
  personal_token: {
    id: Generated<string>;
    account_id: string;
    name: string;
    token_hash: Buffer;
    scopes: string[];
    created_at: Moment;
    expires_at: Moment;
    used_at: Moment | null;
    revoked_at: Moment | null;
  };
  question: {
    id: string;
    round_id: string;
    body_id: string;
    item: string;
    edition_id: string;
    text: string;
    asked_by: string;
    asked_at: Moment;
    answer_id: string | null;
  };
  recovery_code: {
    account_id: string;
    code_hash: Buffer;
    made_at: Moment;
    used_at: Moment | null;
  };
  refused_sign_in: {
    quarter: Moment;
    account_id: string | null;
    kind: 'password' | 'code';
    address: string;
    count: number;
  };
  reminder: {
    id: Generated<string>;
    account_id: string;
    key: string;
    round_id: string | null;
    body_id: string;
    told: Json<'reminder.told'>;
    day: string;
    made_at: Moment;
    mail_id: string;
    read_at: Moment | null;
    edition_id: string | null;
  };
  reopening: {
    id: string;
    round_id: string;
    body_id: string;
    seq: number;
    items: string[] | null;
    edition_id: string;
    until: Moment | null;
    by: string;
    at: Moment;
  };
  report_sweep: {
    file_hash: Buffer;
    until: Moment;
  };
  report_text: {
    id: string;
    round_id: string;
    body_id: string;
    version: number;
    payload_id: string;
    written_by: string;
    written_at: Moment;
  };
  retention_term: {
    document_class: 'withdrawn' | 'personalData' | 'cited' | 'uncited';
    years: number | null;
    basis: string;
    set_by: string;
    set_at: Moment;
    version: Generated<number>;
  };
  roll_up: {
    entry_id: string;
    round_id: string;
    body_id: string;
    figure: string;
    source_round: string;
    source_figure: string;
    components: Json<'roll_up.components'>;
    without: Json<'roll_up.without'>;
    reason: string | null;
    made_by: string;
    made_at: Moment;
  };
  round: {
    id: string;
    owner_body: string;
    year: number;
    title: string;
    edition_id: string | null;
    state: 'draft' | 'open' | 'closed';
    copied_from: string | null;
    created_by: string | null;
    created_at: Moment;
    opened_at: Moment | null;
    closed_at: Moment | null;
    version: Generated<number>;
    deadline_act: 'freeze' | 'send' | null;
    ranking_shown: Generated<'overseers' | 'ownPlace' | 'participants'>;
    own_cause_months: Generated<number>;
    verdict_reasons: Json<'round.verdict_reasons'> | null;
    second_person_over: string | null;
  };
  round_document: {
    id: string;
    round_id: string;
    kind: 'plan' | 'guidance' | 'decision' | 'urging';
    made_by: string;
    made_at: Moment;
    withdrawn_by: string | null;
    withdrawn_at: Moment | null;
  };
  round_document_version: {
    document_id: string;
    number: number;
    round_id: string;
    doc_number: string;
    issued_on: string;
    issuer: string;
    subject: string;
    files: string[];
    made_by: string;
    made_at: Moment;
  };
  round_file: {
    id: string;
    round_id: string;
    name: string;
    kind: string;
    bytes: number;
    sha256: Buffer;
    scanned: boolean;
    brought_by: string;
    brought_at: Moment;
    urged: string[] | null;
    erased_at: Moment | null;
  };
  round_request: {
    id: string;
    round_id: string;
    kind: 'close' | 'undoClosing';
    told: Json<'round_request.told'>;
    reason: string;
    asked_by: string;
    asked_office: string;
    asked_at: Moment;
    lapses_at: Moment;
    decision: 'carriedOut' | 'refused' | 'stopped' | null;
    note: string | null;
    decided_by: string | null;
    decided_office: string | null;
    decided_at: Moment | null;
  };
  round_result: {
    round_id: string;
    closed_at: Moment;
    snapshot_hash: string;
    result_hash: string;
    snapshot: Buffer;
    made_by: string;
    made_at: Moment;
  };
  round_step: {
    round_id: string;
    step: 'monitoring' | 'selfAssessment' | 'appraisal' | 'explanation' | 'secondAppraisal' | 'survey' | 'council' | 'publication';
    opens: Moment;
    closes: Moment;
    version: Generated<number>;
  };
  sample_design: {
    id: string;
    round_id: string;
    number: number;
    document: string;
    design: Json<'sample_design.design'>;
    hash: string;
    brought_by: string;
    brought_at: Moment;
  };
  sample_draw: {
    id: string;
    round_id: string;
    number: number;
    frame_id: string;
    design: Json<'sample_draw.design'>;
    design_hash: string;
    frame_hash: string;
    clusters: number;
    households: BigInteger;
    strata: Json<'sample_draw.strata'>;
    sample: number;
    event: string;
    place: string;
    held_at: Moment;
    declared_by: string;
    declared_at: Moment;
  };
  sample_draw_record: {
    draw_id: string;
    record: string;
  };
  sample_draw_result: {
    draw_id: string;
    seed: string;
    attended: string;
    document_number: string;
    document_date: string;
    record_hash: string;
    entered_by: string;
    entered_at: Moment;
  };
  sample_draw_withdrawal: {
    draw_id: string;
    reason: string;
    withdrawn_by: string;
    withdrawn_at: Moment;
  };
  sample_frame: {
    id: string;
    round_id: string;
    number: number;
    design_id: string;
    file_name: string;
    file_hash: string;
    hash: string;
    clusters: number;
    households: BigInteger;
    strata: Json<'sample_frame.strata'>;
    sample: number;
    brought_by: string;
    brought_at: Moment;
  };
  sample_frame_lines: {
    frame_id: string;
    csv: Buffer;
  };
  seal: {
    number: number;
    first: BigInteger;
    last: BigInteger;
    count: number;
    total: BigInteger;
    rows: string[];
    root: Buffer;
    previous: Buffer;
    hash: Buffer;
    sealed_at: Moment;
    horizon: string;
    key_id: string | null;
    signature: Buffer | null;
  };
  seal_epoch: {
    number: number;
    cluster: string | null;
    after_n: BigInteger;
    after_block: number;
    horizon: string;
    begun_at: Moment;
  };
  second_mark: {
    drawn_id: string;
    points: string;
    maximum: string;
    changes: Json<'second_mark.changes'>;
    reason_code: string | null;
    reason: string | null;
    marked_by: string;
    marked_at: Moment;
  };
  second_marking: {
    id: string;
    round_id: string;
    edition_id: string;
    seed: string;
    listed: number;
    list_hash: string;
    drawn: number;
    drawn_by: string;
    drawn_at: Moment;
  };
  second_marking_item: {
    id: string;
    draw_id: string;
    round_id: string;
    body_id: string;
    edition_id: string;
    item: string;
    targets: string[];
    account_id: string | null;
    in_place_of: string | null;
  };
  second_marking_return: {
    drawn_id: string;
    reason: string;
    returned_by: string;
    returned_at: Moment;
  };
  security_key: {
    id: string;
    account_id: string;
    credential_id: Buffer;
    public_key: Buffer;
    counter: BigInteger;
    transports: Generated<string[]>;
    name: string;
    made_at: Moment;
    used_at: Moment | null;
  };
  sending: {
    id: string;
    round_id: string;
    body_id: string;
    seq: number;
    code: string;
    sheet_hash: Buffer;
    file_hash: Buffer;
    file_bytes: number;
    matched: 'made' | 'said' | 'permitted';
    permission_id: string | null;
    payload_id: string;
    scanned: boolean;
    sent_by: string;
    sent_at: Moment;
    head_number: number;
    head_hash: Buffer;
    matter: Generated<'sheet' | 'explanation'>;
  };
  session: {
    token_hash: Buffer;
    id: Generated<string>;
    account_id: string;
    created_at: Moment;
    seen_at: Moment;
    expires_at: Moment;
    ended_at: Moment | null;
    complete_at: Moment | null;
    address: string | null;
    agent: string | null;
    confirmed_at: Moment | null;
    idle_seconds: Generated<number>;
    ended_for: 'tooMany' | 'roleEnded' | null;
    challenge: Buffer | null;
    challenge_for: 'enrol' | 'prove' | null;
    challenge_until: Moment | null;
  };
  sign_in_slowing: {
    who: string;
    kind: 'password' | 'code';
    failures: number;
    not_before: Moment;
  };
  survey: {
    round_id: string;
    edition_id: string;
    threshold: number;
    opened_by: string;
    opened_at: Moment;
    closing_asked_by: string | null;
    closing_asked_at: Moment | null;
    closed_at: Moment | null;
    counts_hash: string | null;
    responses: BigInteger | null;
  };
  survey_pilot: {
    id: string;
    round_id: string;
    number: number;
    edition_id: string;
    started_by: string;
    started_at: Moment;
    ended_by: string | null;
    ended_at: Moment | null;
  };
  survey_pilot_form: {
    pilot_id: string;
    group_id: string;
    hash: string;
    form: Json<'survey_pilot_form.form'>;
    token: string;
  };
  survey_quota: {
    id: string;
    round_id: string;
    body_id: string;
    group_id: string;
    stratum: 'whole' | 'position' | 'unit' | 'cluster';
    value: string;
    number: number;
    most: number;
    aimed: number | null;
    reason: string | null;
    declared_by: string;
    declared_at: Moment;
  };
  takeover: {
    round_id: string;
    number: number;
    from_edition: string;
    to_edition: string;
    mapping: Json<'takeover.mapping'>;
    document_number: string;
    document_date: string;
    performed_by: string;
    performed_at: Moment;
  };
  text_mask: {
    id: string;
    round_id: string;
    body_id: string;
    seq: number;
    field: 'justification' | 'reason' | 'reason.text';
    version: number;
    spans: Json<'text_mask.spans'>;
    made_by: string;
    made_at: Moment;
  };
  unsigned_permission: {
    id: string;
    round_id: string;
    body_id: string;
    payload_id: string;
    given_by: string;
    given_at: Moment;
  };
  upload: {
    id: string;
    round_id: string;
    body_id: string;
    account_id: string;
    office: string;
    document_id: string;
    file_name: string;
    bytes: BigInteger;
    redacted: Generated<boolean>;
    late_by: string | null;
    created_at: Moment;
    until: Moment;
    state: 'receiving' | 'received' | 'kept' | 'refused' | 'cancelled';
    received_at: Moment | null;
    sha256: Buffer | null;
    refusal: Json<'upload.refusal'> | null;
    ended_at: Moment | null;
  };
  'answers.answer_count': {
    round_id: string;
    body_id: string;
    group_id: string;
    question: string;
    option: string;
    count: BigInteger;
  };
  'answers.back_check_pair': {
    id: string;
    round_id: string;
    body_id: string;
    group_id: string;
    interviewer_id: string;
    questions: Json<'answers.back_check_pair.questions'>;
  };
  'answers.back_check_tally': {
    round_id: string;
    body_id: string;
    group_id: string;
    interviewer_id: string | null;
    question: string;
    same: number;
    differs: number;
    once: number;
  };
  'answers.closed_response': {
    id: string;
    round_id: string;
    body_id: string;
    group_id: string;
    mode: string | null;
    minutes: number | null;
    answers: Json<'answers.closed_response.answers'>;
    invalid: Generated<string[]>;
    outcome: string | null;
    flags: Json<'answers.closed_response.flags'> | null;
    decision: string | null;
    cluster: string | null;
  };
  'answers.form_tally': {
    round_id: string;
    body_id: string;
    group_id: string;
    day: string;
    slot: number;
    drafts: number;
    sent: number;
  };
  'answers.paper_entry': {
    reference: Buffer;
    place: number;
    round_id: string;
    body_id: string;
    group_id: string;
    addressed: boolean;
    answers: Json<'answers.paper_entry.answers'>;
    invalid: string[];
    typed_by: string;
    typed_at: Moment;
  };
  'answers.paper_left': {
    round_id: string;
    body_id: string;
    group_id: string;
    once: number;
    differing: number;
    taken: Generated<number>;
  };
  'answers.response': {
    reference: Buffer;
    round_id: string;
    body_id: string;
    group_id: string;
    mode: 'online' | 'interview' | 'paper';
    answers: Json<'answers.response.answers'>;
    begun_at: Moment;
    saved_at: Moment;
    submission_id: string | null;
    submitted_at: Moment | null;
    receipt: string | null;
    counted: Generated<boolean>;
    resume_hash: Buffer | null;
    invalid: Generated<string[]>;
    outcome: 'complete' | 'partial' | 'breakOff' | null;
    label: string | null;
    flags: Json<'answers.response.flags'> | null;
    decision: 'accepted' | 'setAside' | null;
    cluster: string | null;
  };
  'answers.round_key': {
    round_id: string;
    key: Buffer;
  };
  'answers.set_apart': {
    submission_id: string;
    round_id: string;
    body_id: string;
    group_id: string;
    cluster: string;
    answers: Json<'answers.set_apart.answers'>;
    seconds: number;
    reason: 'late' | 'second' | 'former' | 'quota';
    receipt: string;
    came_at: Moment;
    held_for: Buffer | null;
    decision: 'taken' | 'leftOut' | null;
    decided_at: Moment | null;
    mode: Generated<'interview' | 'paper'>;
    reference: Buffer | null;
    invalid: Generated<string[]>;
  };
  'respondents.address': {
    id: string;
    round_id: string;
    body_id: string;
    group_id: string;
    cluster: string;
    cluster_name: string;
    household: string;
    address: string | null;
    reserve: boolean;
    place: number;
    listed_by: string;
    listed_at: Moment;
    erased_at: Moment | null;
  };
  'respondents.assignment': {
    address_id: string;
    account_id: string;
    assigned_by: string;
    assigned_at: Moment;
    ended_at: Moment | null;
  };
  'respondents.back_check': {
    id: string;
    draw_id: string;
    address_id: string;
    interviewer_id: string;
    drawn: boolean;
  };
  'respondents.back_check_draw': {
    id: string;
    round_id: string;
    body_id: string;
    group_id: string;
    number: number;
    percent: number;
    seed: string;
    drawn_by: string;
    drawn_at: Moment;
  };
  'respondents.back_check_given': {
    back_check_id: string;
    number: number;
    account_id: string;
    given_by: string;
    given_at: Moment;
  };
  'respondents.back_check_visit': {
    id: string;
    back_check_id: string;
    account_id: string;
    visited_at: Moment;
    outcome:
      | 'interviewed'
      | 'appointment'
      | 'absent'
      | 'refusal'
      | 'unable'
      | 'language'
      | 'noEligibleRespondent'
      | 'notLocated'
      | 'noHousehold'
      | 'vacant'
      | 'other'
      | 'nobodyCame';
    return_at: Moment | null;
    note: string | null;
    came_at: Moment;
  };
  'respondents.back_checked': {
    submission_hash: Buffer;
    back_check_id: string;
    receipt: string;
    compared: boolean;
  };
  'respondents.device_key': {
    account_id: string;
    key: Buffer;
    made_at: Moment;
  };
  'respondents.field_rule': {
    round_id: string;
    group_id: string;
    most_visits: number;
    replaced: string[];
    declared_by: string;
    declared_at: Moment;
  };
  'respondents.interviewed': {
    address_id: string;
    round_id: string;
    submission_hash: Buffer;
    receipt: string;
    number: GeneratedAlways<string>;
  };
  'respondents.link': {
    token_hash: Buffer;
    respondent_id: string;
    made_by: string;
    made_at: Moment;
    ended_at: Moment | null;
  };
  'respondents.list_confirmation': {
    round_id: string;
    body_id: string;
    document_number: string;
    document_date: string;
    groups: Json<'respondents.list_confirmation.groups'>;
    confirmed_by: string;
    confirmed_at: Moment;
    file_id: string | null;
    listed: number | null;
    ever_listed: number | null;
    list_hash: string | null;
  };
  'respondents.mailing': {
    id: string;
    round_id: string;
    kind: 'invitation' | 'reminder' | 'again';
    body_id: string | null;
    group_id: string | null;
    origin: string;
    asked_by: string;
    asked_at: Moment;
    failures: Generated<number>;
    next_try: Moment;
  };
  'respondents.mailing_person': {
    mailing_id: string;
    respondent_id: string;
    state: Generated<'waiting' | 'sending' | 'sent' | 'undeliverable' | 'unsure' | 'needless'>;
    tries: Generated<number>;
    next_try: Moment;
    tried_at: Moment | null;
    lease_until: Moment | null;
    told: string | null;
  };
  'respondents.paper_batch': {
    id: string;
    round_id: string;
    body_id: string;
    group_id: string;
    kind: 'addressed' | 'unaddressed';
    count: number;
    made_by: string;
    made_at: Moment;
  };
  'respondents.paper_form': {
    code_hash: Buffer;
    batch_id: string;
    respondent_id: string | null;
  };
  'respondents.paper_return': {
    batch_id: string;
    number: number;
    returned: number;
    blank: number;
    spoiled: number;
    refused: number;
    recorded_by: string;
    recorded_at: Moment;
  };
  'respondents.participation': {
    respondent_id: string;
    round_id: string;
  };
  'respondents.quota_place': {
    round_id: string;
    body_id: string;
    group_id: string;
    stratum: string;
    value: string;
    most: number;
    taken: number;
  };
  'respondents.respondent': {
    id: string;
    round_id: string;
    body_id: string;
    group_id: string;
    name: string;
    position: string | null;
    workplace: string | null;
    phone: string | null;
    mail: string | null;
    address: string | null;
    note: string | null;
    listed_by: string;
    listed_at: Moment;
    replaced_by: string | null;
    replaced_reason: string | null;
    erased_at: Moment | null;
    invited: Generated<boolean>;
    salt: Generated<Buffer>;
  };
  'respondents.respondent_tally': {
    round_id: string;
    body_id: string;
    group_id: string;
    state: string;
    slot: number;
    count: number;
  };
  'respondents.visit': {
    id: string;
    address_id: string;
    account_id: string;
    visited_at: Moment;
    outcome:
      | 'interviewed'
      | 'appointment'
      | 'absent'
      | 'refusal'
      | 'unable'
      | 'language'
      | 'noEligibleRespondent'
      | 'notLocated'
      | 'noHousehold'
      | 'vacant'
      | 'other';
    return_at: Moment | null;
    note: string | null;
    came_at: Moment;
  };
}
