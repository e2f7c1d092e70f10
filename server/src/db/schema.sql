-- Made by "npm run db:schema" from a database that the migrations have made: never edited by hand, and held true by schema.test.ts.
-- What policies and functions say stands in policies/ and functions/; comments are those of the migrations.

CREATE EXTENSION pg_trgm;

CREATE TABLE account (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  name text NOT NULL,
  -- By the core's searchKey of name and email.
  search_key text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL,
  ended_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  salt bytea NOT NULL DEFAULT uuid_send(gen_random_uuid()),
  PRIMARY KEY (id),
  CHECK ((email = lower(email)) AND (length(email) <= 254)),
  CHECK ((length(name) >= 1) AND (length(name) <= 200))
);
CREATE UNIQUE INDEX account_email ON account (email);
CREATE INDEX account_search ON account USING gin (search_key gin_trgm_ops);
CREATE TRIGGER by_two_persons BEFORE UPDATE OF email ON account FOR EACH ROW WHEN ((old.email IS DISTINCT FROM new.email)) EXECUTE FUNCTION app.refuse_other_address();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON account FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT (email, name, search_key, created_at) ON account TO parindex_app;
GRANT SELECT ON account TO parindex_app, parindex_sign_on;
GRANT UPDATE (email, name, search_key, version) ON account TO parindex_app;
ALTER TABLE account ENABLE ROW LEVEL SECURITY;
-- policy account_add FOR INSERT TO parindex_app
-- policy account_change FOR UPDATE TO parindex_app
-- policy account_read FOR SELECT TO parindex_app
-- policy account_sign_on FOR SELECT TO parindex_sign_on

-- What takes two persons: roles that decide, resets of somebody's password and second factor, another address (decision 0052).
CREATE TABLE account_request (
  id uuid NOT NULL,
  kind text NOT NULL,
  -- Whom it concerns.
  account_id uuid NOT NULL,
  -- Of a role; without a body over the whole installation.
  body_id text,
  role text,
  from_date date,
  to_date date,
  -- The new address, where that is what it is about.
  email text,
  reason text NOT NULL,
  asked_by uuid NOT NULL,
  asked_office uuid NOT NULL,
  asked_at timestamptz(3) NOT NULL,
  -- Nobody decides it any more from then on.
  lapses_at timestamptz(3) NOT NULL,
  decision text,
  note text,
  decided_by uuid,
  -- Absent where it was stopped: by whom it concerns, or by who asked.
  decided_office uuid,
  decided_at timestamptz(3),
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES account(id),
  FOREIGN KEY (asked_by) REFERENCES account(id),
  FOREIGN KEY (asked_office) REFERENCES membership(id),
  FOREIGN KEY (body_id) REFERENCES body(id),
  FOREIGN KEY (decided_by) REFERENCES account(id),
  FOREIGN KEY (decided_office) REFERENCES membership(id),
  CHECK (((kind = 'membership') = (role IS NOT NULL)) AND ((kind = 'membership') = (from_date IS NOT NULL))),
  CHECK ((kind = 'membership') OR (num_nonnulls(body_id, to_date) = 0)),
  CHECK ((kind = 'email') = (email IS NOT NULL)),
  CHECK ((body_id IS NOT NULL) OR (role IS NULL) OR (role IN ('administrator', 'auditor'))),
  CHECK (to_date >= from_date),
  CHECK ((kind = 'email') OR (asked_by <> account_id)),
  CHECK ((decision = 'stopped') OR ((decided_by <> asked_by) AND (decided_by <> account_id))),
  CHECK (num_nulls(decision, decided_by, decided_at) IN (0, 3)),
  CHECK ((decided_office IS NOT NULL) = ((decision IS NOT NULL) AND (decision <> 'stopped'))),
  CHECK (decision IN ('carriedOut', 'refused', 'stopped')),
  CHECK (length(email) <= 254),
  CHECK (kind IN ('membership', 'password', 'secondFactor', 'email')),
  CHECK (length(note) <= 2000),
  CHECK ((length(reason) >= 1) AND (length(reason) <= 2000)),
  CHECK (role IN ('administrator', 'owner', 'head', 'appraiser', 'council', 'auditor'))
);
CREATE INDEX account_request_account ON account_request (account_id);
CREATE INDEX account_request_waiting ON account_request (asked_at) WHERE (decision IS NULL);
CREATE TRIGGER admitted BEFORE INSERT ON account_request FOR EACH ROW EXECUTE FUNCTION app.admit_request();
CREATE TRIGGER decided_once BEFORE UPDATE ON account_request FOR EACH ROW WHEN ((old.decision IS NOT NULL)) EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER links_withdrawn AFTER INSERT ON account_request FOR EACH ROW EXECUTE FUNCTION app.withdraw_links_of_one();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON account_request FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER tell_concerned AFTER INSERT OR UPDATE ON account_request FOR EACH ROW EXECUTE FUNCTION app.tell_of_request();
GRANT INSERT (id, kind, account_id, body_id, role, from_date, to_date, email, reason, asked_by, asked_office, asked_at, lapses_at) ON account_request TO parindex_app;
GRANT SELECT ON account_request TO parindex_app;
ALTER TABLE account_request ENABLE ROW LEVEL SECURITY;
-- policy account_request_ask FOR INSERT TO parindex_app
-- policy account_request_read FOR SELECT TO parindex_app

-- A link that opens somebody's account is in two halves: a code for whoever asked, of which the hash is here; and what whoever decides is shown. Neither opens anything alone.
CREATE TABLE account_request_code (
  request_id uuid NOT NULL,
  code_hash bytea NOT NULL,
  PRIMARY KEY (request_id),
  FOREIGN KEY (request_id) REFERENCES account_request(id),
  CHECK (length(code_hash) = 32)
);
GRANT INSERT ON account_request_code TO parindex_app;
ALTER TABLE account_request_code ENABLE ROW LEVEL SECURITY;
-- policy account_request_code_add FOR INSERT TO parindex_app

-- That a body was sent the notice of what was decided on its sheet at a stage: a letter that was numbered and signed outside. The first for a stage tells the body its verdicts; one that comes later corrects number and day.
CREATE TABLE appraisal_notice (
  id uuid NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  stage text NOT NULL,
  document_number text NOT NULL,
  document_date date NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  files uuid[] NOT NULL DEFAULT '{}'::uuid[],
  PRIMARY KEY (id),
  FOREIGN KEY (recorded_by) REFERENCES account(id),
  FOREIGN KEY (round_id, body_id) REFERENCES participant(round_id, body_id),
  CHECK ((length(document_number) >= 1) AND (length(document_number) <= 100)),
  CHECK (stage IN ('appraised', 'second'))
);
CREATE INDEX appraisal_notice_recorded_by ON appraisal_notice (recorded_by);
CREATE INDEX appraisal_notice_sheet ON appraisal_notice (round_id, body_id, stage);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON appraisal_notice FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON appraisal_notice TO parindex_app;
ALTER TABLE appraisal_notice ENABLE ROW LEVEL SECURITY;
-- policy appraisal_notice_add FOR INSERT TO parindex_app
-- policy appraisal_notice_read FOR SELECT TO parindex_app

-- Through whose hands a part goes besides its department's leader: the head of a division before, the body's own review after.
CREATE TABLE approval_chain (
  id uuid NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  division boolean NOT NULL,
  review boolean NOT NULL,
  set_by uuid NOT NULL,
  set_at timestamptz(3) NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  UNIQUE (round_id, body_id),
  FOREIGN KEY (round_id, body_id) REFERENCES participant(round_id, body_id),
  FOREIGN KEY (set_by) REFERENCES account(id)
);
GRANT INSERT, SELECT ON approval_chain TO parindex_app;
GRANT UPDATE (division, review, set_by, set_at, version) ON approval_chain TO parindex_app;
ALTER TABLE approval_chain ENABLE ROW LEVEL SECURITY;
-- policy approval_chain_read FOR SELECT TO parindex_app
-- policy approval_chain_write FOR ALL TO parindex_app

CREATE TABLE assignment (
  id uuid NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  target_kind text NOT NULL,
  target text NOT NULL,
  -- What the target's code is a code of.
  edition_id text NOT NULL,
  to_body text NOT NULL,
  -- Who does it there, where that was said.
  to_account uuid,
  due timestamptz,
  -- A note to whoever gets it: what may lawfully be erased one day.
  payload_id uuid,
  assigned_by uuid NOT NULL,
  assigned_at timestamptz(3) NOT NULL,
  ended_by uuid,
  ended_at timestamptz(3),
  matter text NOT NULL DEFAULT 'sheet',
  PRIMARY KEY (id),
  FOREIGN KEY (assigned_by) REFERENCES account(id),
  FOREIGN KEY (edition_id) REFERENCES edition(id),
  FOREIGN KEY (ended_by) REFERENCES account(id),
  FOREIGN KEY (payload_id) REFERENCES payload(id),
  FOREIGN KEY (round_id, body_id) REFERENCES participant(round_id, body_id),
  FOREIGN KEY (to_account) REFERENCES account(id),
  FOREIGN KEY (to_body) REFERENCES body(id),
  CHECK (num_nulls(ended_by, ended_at) IN (0, 2)),
  CHECK (matter IN ('sheet', 'explanation')),
  CHECK ((length(target) >= 1) AND (length(target) <= 100)),
  CHECK (target_kind IN ('item', 'figure'))
);
CREATE UNIQUE INDEX assignment_in_force ON assignment (round_id, body_id, edition_id, matter, target_kind, target) WHERE (ended_at IS NULL);
CREATE INDEX assignment_to ON assignment (to_body) WHERE (ended_at IS NULL);
CREATE TRIGGER ended_once BEFORE UPDATE ON assignment FOR EACH ROW WHEN ((old.ended_at IS NOT NULL)) EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON assignment FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT (id, round_id, body_id, target_kind, target, edition_id, to_body, to_account, due, payload_id, assigned_by, assigned_at, matter) ON assignment TO parindex_app;
GRANT SELECT ON assignment TO parindex_app;
GRANT UPDATE (ended_by, ended_at) ON assignment TO parindex_app;
ALTER TABLE assignment ENABLE ROW LEVEL SECURITY;
-- policy assignment_add FOR INSERT TO parindex_app
-- policy assignment_end FOR UPDATE TO parindex_app
-- policy assignment_read FOR SELECT TO parindex_app

CREATE TABLE audit (
  n bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  -- Only tells the sealer what can no longer change. It holds in its own cluster alone: a restored row has 0 where a seal stood above it.
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  at timestamptz(3) NOT NULL,
  actor uuid,
  office uuid,
  act text NOT NULL,
  subject text NOT NULL,
  round_id text,
  body_id text,
  content jsonb NOT NULL,
  payload_id uuid,
  payload_hash bytea,
  hash bytea NOT NULL,
  PRIMARY KEY (n),
  FOREIGN KEY (payload_id) REFERENCES payload(id),
  CHECK ((payload_id IS NULL) = (payload_hash IS NULL))
);
CREATE INDEX audit_actor ON audit (actor, n);
CREATE INDEX audit_at ON audit USING brin (at);
CREATE INDEX audit_backup ON audit (n) WHERE (act = 'installation.backUp');
CREATE INDEX audit_round ON audit (round_id, body_id, n);
CREATE INDEX audit_subject ON audit (subject, n);
CREATE INDEX audit_xid ON audit (xid);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT (at, actor, office, act, subject, round_id, body_id, content, payload_id, payload_hash, hash) ON audit TO parindex_app, parindex_jobs, parindex_retention, parindex_sign_on;
GRANT SELECT (n, xid, hash) ON audit TO parindex_jobs;
GRANT SELECT ON audit TO parindex_app, parindex_retention;
ALTER TABLE audit ENABLE ROW LEVEL SECURITY;
-- policy audit_inside AS RESTRICTIVE FOR SELECT TO parindex_app
-- policy audit_jobs FOR INSERT TO parindex_jobs
-- policy audit_marking AS RESTRICTIVE FOR SELECT TO parindex_app
-- policy audit_own_cause AS RESTRICTIVE FOR SELECT TO parindex_app
-- policy audit_question AS RESTRICTIVE FOR SELECT TO parindex_app
-- policy audit_read FOR SELECT TO parindex_app
-- policy audit_retention FOR ALL TO parindex_retention
-- policy audit_seal FOR SELECT TO parindex_jobs
-- policy audit_sign_on FOR INSERT TO parindex_sign_on
-- policy audit_unseen AS RESTRICTIVE FOR SELECT TO parindex_app
-- policy audit_write FOR INSERT TO parindex_app

-- What the year before says of a body: from last year's round, or brought along in the first year.
CREATE TABLE baseline (
  round_id text NOT NULL,
  body_id text NOT NULL,
  year smallint NOT NULL,
  figures jsonb NOT NULL,
  items jsonb NOT NULL,
  source text NOT NULL,
  stage text,
  PRIMARY KEY (round_id, body_id),
  FOREIGN KEY (round_id, body_id) REFERENCES participant(round_id, body_id),
  CHECK (stage IN ('claimed', 'appraised', 'second', 'council'))
);
GRANT DELETE, INSERT, SELECT ON baseline TO parindex_app;
ALTER TABLE baseline ENABLE ROW LEVEL SECURITY;
-- policy baseline_add FOR INSERT TO parindex_app
-- policy baseline_read FOR SELECT TO parindex_app
-- policy baseline_remove FOR DELETE TO parindex_app

CREATE TABLE body (
  id text NOT NULL,
  kind text NOT NULL,
  opened date,
  -- The decisions by which it came and went.
  opening_number text,
  opening_date date,
  closed date,
  closing_number text,
  closing_date date,
  ranked boolean,
  note text,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  CHECK (closed >= opened),
  CHECK ((id ~ '^[a-z0-9]+(-[a-z0-9]+)*$') AND (length(id) <= 100)),
  CHECK (kind IN ('province', 'ministry', 'department', 'division', 'commune'))
);
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON body FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT, UPDATE ON body TO parindex_app;
GRANT SELECT ON body TO parindex_sign_on;
ALTER TABLE body ENABLE ROW LEVEL SECURITY;
-- policy body_read FOR SELECT TO public
-- policy body_write FOR ALL TO parindex_app

CREATE TABLE body_attribute (
  body_id text NOT NULL,
  attribute text NOT NULL,
  position smallint NOT NULL,
  value text NOT NULL,
  from_date date,
  to_date date,
  basis text,
  status text,
  PRIMARY KEY (body_id, attribute, "position"),
  FOREIGN KEY (body_id) REFERENCES body(id),
  CHECK (attribute IN ('type', 'code', 'region', 'block', 'parent')),
  CHECK (to_date >= from_date)
);
CREATE INDEX body_attribute_value ON body_attribute (attribute, value);
GRANT DELETE, INSERT, SELECT ON body_attribute TO parindex_app;
GRANT SELECT ON body_attribute TO parindex_sign_on;
ALTER TABLE body_attribute ENABLE ROW LEVEL SECURITY;
-- policy body_attribute_read FOR SELECT TO public
-- policy body_attribute_write FOR ALL TO parindex_app

CREATE TABLE body_name (
  body_id text NOT NULL,
  position smallint NOT NULL,
  from_date date,
  to_date date,
  full_name text NOT NULL,
  short_name text NOT NULL,
  sort_name text NOT NULL,
  basis text,
  status text,
  -- By the core's nameSearchText: the search keys of all three names, each between bars.
  search_key text NOT NULL,
  PRIMARY KEY (body_id, "position"),
  FOREIGN KEY (body_id) REFERENCES body(id),
  CHECK (to_date >= from_date)
);
CREATE INDEX body_name_search ON body_name USING gin (search_key gin_trgm_ops) WITH (fastupdate=off);
GRANT DELETE, INSERT, SELECT ON body_name TO parindex_app;
GRANT SELECT ON body_name TO parindex_sign_on;
ALTER TABLE body_name ENABLE ROW LEVEL SECURITY;
-- policy body_name_read FOR SELECT TO public
-- policy body_name_write FOR ALL TO parindex_app

-- What one body came to, and what each stage moved.
CREATE TABLE body_result (
  round_id text NOT NULL,
  closed_at timestamptz(3) NOT NULL,
  body_id text NOT NULL,
  result jsonb NOT NULL,
  items jsonb,
  PRIMARY KEY (round_id, closed_at, body_id),
  FOREIGN KEY (round_id, body_id) REFERENCES participant(round_id, body_id),
  FOREIGN KEY (round_id, closed_at) REFERENCES round_result(round_id, closed_at)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON body_result FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON body_result TO parindex_app;
ALTER TABLE body_result ENABLE ROW LEVEL SECURITY;
-- policy body_result_keep FOR INSERT TO parindex_app
-- policy body_result_read FOR SELECT TO parindex_app

CREATE TABLE body_succession (
  predecessor text NOT NULL,
  successor text NOT NULL,
  partly boolean NOT NULL DEFAULT false,
  decision_number text,
  decision_date date,
  changed_on date,
  status text,
  PRIMARY KEY (predecessor, successor),
  FOREIGN KEY (predecessor) REFERENCES body(id),
  FOREIGN KEY (successor) REFERENCES body(id)
);
CREATE INDEX body_succession_successor ON body_succession (successor);
GRANT DELETE, INSERT, SELECT ON body_succession TO parindex_app;
ALTER TABLE body_succession ENABLE ROW LEVEL SECURITY;
-- policy body_succession_read FOR SELECT TO public
-- policy body_succession_write FOR ALL TO parindex_app

CREATE TABLE calendar_feed (
  account_id uuid NOT NULL,
  -- SHA-256 of what stands in the address.
  token_hash bytea NOT NULL,
  made_at timestamptz(3) NOT NULL,
  PRIMARY KEY (account_id),
  UNIQUE (token_hash),
  FOREIGN KEY (account_id) REFERENCES account(id),
  CHECK (length(token_hash) = 32)
);
GRANT DELETE ON calendar_feed TO parindex_sign_on;
GRANT DELETE, INSERT ON calendar_feed TO parindex_app;
GRANT SELECT (account_id) ON calendar_feed TO parindex_sign_on;
GRANT SELECT (account_id, made_at) ON calendar_feed TO parindex_app;
ALTER TABLE calendar_feed ENABLE ROW LEVEL SECURITY;
-- policy calendar_feed_administered FOR SELECT TO parindex_app
-- policy calendar_feed_end FOR DELETE TO parindex_app
-- policy calendar_feed_own FOR ALL TO parindex_app
-- policy calendar_feed_sign_on FOR ALL TO parindex_sign_on

-- The present sheet: the fold of effective entries, kept beside them so that reading costs what is shown, not all history.
CREATE TABLE cell (
  round_id text NOT NULL,
  body_id text NOT NULL,
  stage text NOT NULL,
  target_kind text NOT NULL,
  target text NOT NULL,
  -- { field: value }, and { field: seq of the entry that last changed it }
  fields jsonb NOT NULL,
  seqs jsonb NOT NULL,
  PRIMARY KEY (round_id, body_id, stage, target_kind, target),
  FOREIGN KEY (round_id, body_id) REFERENCES participant(round_id, body_id),
  CHECK (stage IN ('claimed', 'appraised', 'second', 'council')),
  CHECK (target_kind IN ('item', 'figure'))
) WITH (fillfactor=70);
GRANT DELETE, INSERT, SELECT, UPDATE ON cell TO parindex_app;
ALTER TABLE cell ENABLE ROW LEVEL SECURITY;
-- policy cell_add FOR INSERT TO parindex_app
-- policy cell_change FOR UPDATE TO parindex_app
-- policy cell_of_department AS RESTRICTIVE FOR SELECT TO parindex_app
-- policy cell_read FOR SELECT TO parindex_app
-- policy cell_remove FOR DELETE TO parindex_app
-- policy cell_told AS RESTRICTIVE FOR SELECT TO parindex_app
-- policy cell_unseen AS RESTRICTIVE FOR SELECT TO parindex_app
-- policy cell_untold AS RESTRICTIVE FOR SELECT TO parindex_app

CREATE TABLE closing_progress (
  round_id text NOT NULL,
  computed integer NOT NULL,
  bodies integer NOT NULL,
  told_at timestamptz(3) NOT NULL,
  PRIMARY KEY (round_id),
  CHECK ((computed >= 0) AND (computed <= bodies))
);
GRANT INSERT, SELECT, UPDATE ON closing_progress TO parindex_app;
ALTER TABLE closing_progress ENABLE ROW LEVEL SECURITY;
-- policy closing_progress_of_run FOR ALL TO parindex_app

CREATE TABLE comment (
  id uuid NOT NULL,
  thread_id uuid NOT NULL,
  -- Of its thread: the wall stands before each comment by itself.
  round_id text NOT NULL,
  body_id text NOT NULL,
  kind text NOT NULL,
  number smallint NOT NULL,
  author uuid NOT NULL,
  office uuid NOT NULL,
  written_at timestamptz(3) NOT NULL,
  -- The text, apart: what may lawfully be erased one day.
  payload_id uuid NOT NULL,
  -- Taken back by its author: shown as such, and its text no more.
  withdrawn_at timestamptz(3),
  PRIMARY KEY (id),
  UNIQUE (thread_id, number),
  FOREIGN KEY (author) REFERENCES account(id),
  FOREIGN KEY (office) REFERENCES membership(id),
  FOREIGN KEY (payload_id) REFERENCES payload(id),
  FOREIGN KEY (thread_id, round_id, body_id, kind) REFERENCES comment_thread(id, round_id, body_id, kind),
  CHECK (kind IN ('internal', 'shared')),
  CHECK (number > 0)
);
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON comment FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER withdrawn_once BEFORE UPDATE ON comment FOR EACH ROW WHEN ((old.withdrawn_at IS NOT NULL)) EXECUTE FUNCTION app.refuse_change();
GRANT INSERT (id, thread_id, round_id, body_id, kind, number, author, office, written_at, payload_id) ON comment TO parindex_app;
GRANT SELECT ON comment TO parindex_app;
GRANT UPDATE (withdrawn_at) ON comment TO parindex_app;
ALTER TABLE comment ENABLE ROW LEVEL SECURITY;
-- policy comment_add FOR INSERT TO parindex_app
-- policy comment_read FOR SELECT TO parindex_app
-- policy comment_unseen AS RESTRICTIVE FOR SELECT TO parindex_app
-- policy comment_withdraw FOR UPDATE TO parindex_app

CREATE TABLE comment_mention (
  comment_id uuid NOT NULL,
  account_id uuid NOT NULL,
  PRIMARY KEY (comment_id, account_id),
  FOREIGN KEY (account_id) REFERENCES account(id),
  FOREIGN KEY (comment_id) REFERENCES comment(id)
);
CREATE INDEX comment_mention_account ON comment_mention (account_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON comment_mention FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON comment_mention TO parindex_app;
ALTER TABLE comment_mention ENABLE ROW LEVEL SECURITY;
-- policy comment_mention_add FOR INSERT TO parindex_app
-- policy comment_mention_read FOR SELECT TO parindex_app

CREATE TABLE comment_thread (
  id uuid NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  -- The item by its code, and what that is a code of.
  item text NOT NULL,
  edition_id text NOT NULL,
  kind text NOT NULL,
  begun_by uuid NOT NULL,
  begun_at timestamptz(3) NOT NULL,
  resolved_by uuid,
  resolved_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  UNIQUE (id, round_id, body_id, kind),
  FOREIGN KEY (begun_by) REFERENCES account(id),
  FOREIGN KEY (edition_id) REFERENCES edition(id),
  FOREIGN KEY (resolved_by) REFERENCES account(id),
  FOREIGN KEY (round_id, body_id) REFERENCES participant(round_id, body_id),
  CHECK (num_nulls(resolved_by, resolved_at) IN (0, 2)),
  CHECK ((length(item) >= 1) AND (length(item) <= 100)),
  CHECK (kind IN ('internal', 'shared'))
);
CREATE INDEX comment_thread_sheet ON comment_thread (round_id, body_id);
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON comment_thread FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON comment_thread TO parindex_app;
GRANT UPDATE (resolved_by, resolved_at, version) ON comment_thread TO parindex_app;
ALTER TABLE comment_thread ENABLE ROW LEVEL SECURITY;
-- policy comment_thread_add FOR INSERT TO parindex_app
-- policy comment_thread_change FOR UPDATE TO parindex_app
-- policy comment_thread_read FOR SELECT TO parindex_app
-- policy comment_thread_unseen AS RESTRICTIVE FOR SELECT TO parindex_app

-- Bytes, stored once however many documents hold them. A row comes before its object: what has no row here is an orphan and may be swept.
CREATE TABLE content (
  sha256 bytea NOT NULL,
  bytes bigint NOT NULL,
  -- Absent: still on the way to the store.
  kept_at timestamptz,
  -- Until it is clean nobody reads it, where there is a scanner.
  scan text NOT NULL DEFAULT 'waiting',
  scanned_at timestamptz,
  -- The scanner with its signatures, or the name of what it found.
  scan_told text,
  -- When the bytes were last read again and held against the hash, and what was found.
  checked_at timestamptz,
  check_found text,
  -- Since when the bytes are gone, and why; the row stays with its hash.
  gone_at timestamptz,
  gone_for text,
  erased_at timestamptz,
  erasing_by uuid,
  erasing_until timestamptz,
  PRIMARY KEY (sha256),
  CHECK (bytes > 0),
  CHECK ((gone_at IS NULL) = (gone_for IS NULL)),
  CHECK ((erased_at IS NULL) OR (gone_at IS NOT NULL)),
  CHECK ((erasing_by IS NULL) = (erasing_until IS NULL)),
  CHECK (check_found IN ('whole', 'missing', 'changed')),
  CHECK (gone_for IN ('removed', 'purged', 'infected', 'unused')),
  CHECK (scan IN ('waiting', 'clean', 'infected')),
  CHECK (octet_length(sha256) = 32)
);
CREATE INDEX content_damaged ON content (check_found) WHERE ((check_found <> 'whole') AND (gone_at IS NULL));
CREATE INDEX content_to_erase ON content (gone_at) WHERE ((gone_at IS NOT NULL) AND (erased_at IS NULL));
CREATE INDEX content_unchecked ON content (checked_at NULLS FIRST, sha256) WHERE (gone_at IS NULL);
CREATE INDEX content_waiting ON content (kept_at) WHERE ((scan = 'waiting') AND (gone_at IS NULL));
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON content FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER removed_for_ever BEFORE UPDATE ON content FOR EACH ROW EXECUTE FUNCTION app.refuse_removed_bytes();
GRANT INSERT, SELECT, UPDATE ON content TO parindex_jobs;
GRANT SELECT ON content TO parindex_app;
ALTER TABLE content ENABLE ROW LEVEL SECURITY;
-- policy content_jobs FOR ALL TO parindex_jobs
-- policy content_read FOR SELECT TO parindex_app

-- Parts copied from another round; each waits until a person says that it still holds.
CREATE TABLE copied_part (
  round_id text NOT NULL,
  part text NOT NULL,
  confirmed_by uuid,
  confirmed_at timestamptz,
  PRIMARY KEY (round_id, part),
  FOREIGN KEY (confirmed_by) REFERENCES account(id),
  FOREIGN KEY (round_id) REFERENCES round(id)
);
GRANT INSERT, SELECT, UPDATE ON copied_part TO parindex_app;
ALTER TABLE copied_part ENABLE ROW LEVEL SECURITY;
-- policy copied_part_read FOR SELECT TO parindex_app
-- policy copied_part_write FOR ALL TO parindex_app

-- An item of a body's sheet on the agenda, with what is put to the vote.
CREATE TABLE council_item (
  id uuid NOT NULL,
  round_id text NOT NULL,
  session_id uuid NOT NULL,
  place smallint NOT NULL,
  body_id text NOT NULL,
  item text NOT NULL,
  proposal text NOT NULL,
  -- What is proposed, in words.
  words text,
  -- Of other values: changes by target, as a verdict has them.
  targets jsonb NOT NULL DEFAULT '[]'::jsonb,
  -- Counts on with each new vote: those before it do not count.
  ballot smallint NOT NULL DEFAULT 1,
  state text NOT NULL DEFAULT 'open',
  entry_id uuid,
  PRIMARY KEY (id),
  UNIQUE (session_id, body_id, item),
  FOREIGN KEY (entry_id) REFERENCES entry(id),
  FOREIGN KEY (round_id, body_id) REFERENCES participant(round_id, body_id),
  FOREIGN KEY (round_id, session_id) REFERENCES council_session(round_id, id),
  CHECK (ballot > 0),
  CHECK ((state = 'concluded') = (entry_id IS NOT NULL)),
  CHECK ((length(item) >= 1) AND (length(item) <= 100)),
  CHECK (proposal IN ('asClaimed', 'asAppraised', 'other')),
  CHECK (state IN ('open', 'closed', 'concluded', 'putOff')),
  CHECK (jsonb_typeof(targets) = 'array'),
  CHECK ((length(words) >= 1) AND (length(words) <= 2000))
);
CREATE INDEX council_item_target ON council_item (round_id, body_id, item);
CREATE TRIGGER concluded_once BEFORE UPDATE ON council_item FOR EACH ROW WHEN ((old.state = 'concluded')) EXECUTE FUNCTION app.refuse_change();
GRANT DELETE, SELECT ON council_item TO parindex_app;
GRANT INSERT (id, round_id, session_id, place, body_id, item, proposal, words, targets) ON council_item TO parindex_app;
GRANT UPDATE (place, proposal, words, targets, ballot, state, entry_id) ON council_item TO parindex_app;
ALTER TABLE council_item ENABLE ROW LEVEL SECURITY;
-- policy council_item_add FOR INSERT TO parindex_app
-- policy council_item_change FOR UPDATE TO parindex_app
-- policy council_item_leave_out FOR DELETE TO parindex_app
-- policy council_item_read FOR SELECT TO parindex_app
-- policy council_item_unseen AS RESTRICTIVE FOR SELECT TO parindex_app

CREATE TABLE council_member (
  session_id uuid NOT NULL,
  account_id uuid NOT NULL,
  position text NOT NULL,
  presence text NOT NULL DEFAULT 'expected',
  -- Why somebody is absent.
  absence text,
  post text,
  agency text,
  PRIMARY KEY (session_id, account_id),
  FOREIGN KEY (account_id) REFERENCES account(id),
  FOREIGN KEY (session_id) REFERENCES council_session(id),
  CHECK ((length(absence) >= 1) AND (length(absence) <= 300)),
  CHECK ((length(agency) >= 1) AND (length(agency) <= 300)),
  CHECK ("position" IN ('chair', 'deputy', 'member')),
  CHECK ((length(post) >= 1) AND (length(post) <= 300)),
  CHECK (presence IN ('expected', 'present', 'absent', 'writing'))
);
GRANT DELETE, SELECT ON council_member TO parindex_app;
GRANT INSERT (session_id, account_id, position, presence, absence, post, agency) ON council_member TO parindex_app;
GRANT UPDATE (position, presence, absence, post, agency) ON council_member TO parindex_app;
ALTER TABLE council_member ENABLE ROW LEVEL SECURITY;
-- policy council_member_change FOR UPDATE TO parindex_app
-- policy council_member_leave_out FOR DELETE TO parindex_app
-- policy council_member_name FOR INSERT TO parindex_app
-- policy council_member_read FOR SELECT TO parindex_app

-- The papers of a session as its members got them when it was convened, with what stood on each item then. Convened again, it has new ones.
CREATE TABLE council_paper (
  id uuid NOT NULL,
  session_id uuid NOT NULL,
  convened_at timestamptz(3) NOT NULL,
  convened_by uuid NOT NULL,
  -- Files of the round.
  files uuid[] NOT NULL,
  items jsonb NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (session_id, convened_at),
  FOREIGN KEY (convened_by) REFERENCES account(id),
  FOREIGN KEY (session_id) REFERENCES council_session(id),
  CHECK (cardinality(files) > 0),
  CHECK (jsonb_typeof(items) = 'array')
);
CREATE INDEX council_paper_convened_by ON council_paper (convened_by);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON council_paper FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON council_paper TO parindex_app;
ALTER TABLE council_paper ENABLE ROW LEVEL SECURITY;
-- policy council_paper_keep FOR INSERT TO parindex_app
-- policy council_paper_read FOR SELECT TO parindex_app

-- Sessions of a round's council: who attends, what is on the agenda, how each member votes (decision 0103).
CREATE TABLE council_session (
  id uuid NOT NULL,
  round_id text NOT NULL,
  number smallint NOT NULL,
  version integer NOT NULL DEFAULT 1,
  state text NOT NULL DEFAULT 'drafted',
  -- A meeting, or a written ballot.
  way text NOT NULL,
  starts_at timestamptz(3),
  place text,
  chair uuid,
  secretary uuid,
  opened_at timestamptz(3),
  concluded_at timestamptz(3),
  made_by uuid NOT NULL,
  made_at timestamptz(3) NOT NULL,
  minutes_read boolean NOT NULL DEFAULT false,
  PRIMARY KEY (id),
  UNIQUE (round_id, id),
  UNIQUE (round_id, number),
  FOREIGN KEY (chair) REFERENCES account(id),
  FOREIGN KEY (made_by) REFERENCES account(id),
  FOREIGN KEY (round_id) REFERENCES round(id),
  FOREIGN KEY (secretary) REFERENCES account(id),
  CHECK (number > 0),
  CHECK ((length(place) >= 1) AND (length(place) <= 300)),
  CHECK (state IN ('drafted', 'convened', 'held', 'concluded')),
  CHECK (version > 0),
  CHECK (way IN ('meeting', 'writing'))
);
CREATE TRIGGER concluded_once BEFORE UPDATE ON council_session FOR EACH ROW WHEN ((old.state = 'concluded')) EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON council_session FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT (id, round_id, number, way, starts_at, place, chair, secretary, made_by, made_at) ON council_session TO parindex_app;
GRANT SELECT ON council_session TO parindex_app;
GRANT UPDATE (version, state, way, starts_at, place, chair, secretary, opened_at, concluded_at, minutes_read) ON council_session TO parindex_app;
ALTER TABLE council_session ENABLE ROW LEVEL SECURITY;
-- policy council_session_lead FOR UPDATE TO parindex_app
-- policy council_session_make FOR INSERT TO parindex_app
-- policy council_session_read FOR SELECT TO parindex_app

-- One vote of each member on what is proposed; changed until the vote is closed.
CREATE TABLE council_vote (
  item_id uuid NOT NULL,
  ballot smallint NOT NULL,
  account_id uuid NOT NULL,
  choice text NOT NULL,
  opinion text,
  way text NOT NULL,
  -- Who entered a written ballot.
  entered_by uuid NOT NULL,
  voted_at timestamptz(3) NOT NULL,
  file_id uuid,
  seen text,
  PRIMARY KEY (item_id, ballot, account_id),
  FOREIGN KEY (account_id) REFERENCES account(id),
  FOREIGN KEY (entered_by) REFERENCES account(id),
  FOREIGN KEY (file_id) REFERENCES round_file(id),
  FOREIGN KEY (item_id) REFERENCES council_item(id),
  CHECK ((choice <> 'other') OR (opinion IS NOT NULL)),
  CHECK ((way = 'self') = (entered_by = account_id)),
  CHECK (choice IN ('for', 'against', 'other')),
  CHECK (((way = 'ballot') = (file_id IS NOT NULL))) NOT VALID,
  CHECK ((length(opinion) >= 1) AND (length(opinion) <= 2000)),
  CHECK ((seen IS NOT NULL)) NOT VALID,
  CHECK (seen ~ '^[0-9a-f]{64}$'),
  CHECK (way IN ('self', 'ballot'))
);
CREATE INDEX council_vote_file ON council_vote (file_id) WHERE (file_id IS NOT NULL);
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON council_vote FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON council_vote TO parindex_app;
GRANT UPDATE (choice, opinion, way, entered_by, voted_at, file_id, seen) ON council_vote TO parindex_app;
ALTER TABLE council_vote ENABLE ROW LEVEL SECURITY;
-- policy council_vote_change FOR UPDATE TO parindex_app
-- policy council_vote_give FOR INSERT TO parindex_app
-- policy council_vote_read FOR SELECT TO parindex_app

-- What proves who somebody is; apart from the account, so that nothing reads it by the way.
CREATE TABLE credential (
  account_id uuid NOT NULL,
  password_hash text,
  password_set_at timestamptz,
  totp_secret text,
  totp_confirmed_at timestamptz,
  -- Shown, not confirmed by a code yet; the one before it serves until then.
  totp_candidate text,
  -- The last time step that was used: a code serves once.
  totp_last_step integer,
  PRIMARY KEY (account_id),
  FOREIGN KEY (account_id) REFERENCES account(id)
);
GRANT INSERT, SELECT, UPDATE ON credential TO parindex_sign_on;
ALTER TABLE credential ENABLE ROW LEVEL SECURITY;
-- policy credential_sign_on FOR ALL TO parindex_sign_on

CREATE TABLE day_off (
  date date NOT NULL,
  -- off: not worked; worked: a Saturday or Sunday worked in exchange.
  kind text NOT NULL,
  name text NOT NULL,
  source text NOT NULL,
  PRIMARY KEY (date),
  CHECK (kind IN ('off', 'worked'))
);
GRANT DELETE, INSERT, SELECT ON day_off TO parindex_app;
ALTER TABLE day_off ENABLE ROW LEVEL SECURITY;
-- policy day_off_read FOR SELECT TO public
-- policy day_off_write FOR ALL TO parindex_app

-- A year's list of days off is replaced whole; its version says which list was seen.
CREATE TABLE day_off_year (
  year smallint NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (year)
);
GRANT INSERT, SELECT, UPDATE ON day_off_year TO parindex_app;
ALTER TABLE day_off_year ENABLE ROW LEVEL SECURITY;
-- policy day_off_year_read FOR SELECT TO public
-- policy day_off_year_write FOR ALL TO parindex_app

-- A delivery as it came: what stood in its cells and nothing made of it. It writes nothing before an owner of the round agrees.
CREATE TABLE delivery (
  id uuid NOT NULL,
  round_id text NOT NULL,
  form text NOT NULL,
  came_by text NOT NULL,
  file_name text,
  -- SHA-256 over what its cells say: the same content is the same delivery, in whatever form it comes again.
  content_hash bytea NOT NULL,
  -- Told for all rows that do not say it themselves.
  source text,
  date date,
  vintage text,
  -- { sheet, columns: { column: number }, rows: [{ line, cells }] }
  content jsonb NOT NULL,
  brought_by uuid NOT NULL,
  brought_at timestamptz(3) NOT NULL,
  state text NOT NULL DEFAULT 'pending',
  -- Who agreed or refused last.
  decided_by uuid,
  decided_at timestamptz(3),
  reason text,
  PRIMARY KEY (id),
  UNIQUE (round_id, content_hash),
  FOREIGN KEY (brought_by) REFERENCES account(id),
  FOREIGN KEY (decided_by) REFERENCES account(id),
  FOREIGN KEY (round_id) REFERENCES round(id),
  CHECK (came_by IN ('page', 'api', 'folder', 'survey')),
  CHECK (((state = 'pending') = (decided_by IS NULL)) AND (num_nulls(decided_by, decided_at) IN (0, 2))),
  CHECK (octet_length(content_hash) = 32),
  CHECK ((length(file_name) >= 1) AND (length(file_name) <= 300)),
  CHECK (form IN ('csv', 'xlsx', 'json')),
  CHECK ((length(reason) >= 1) AND (length(reason) <= 2000)),
  CHECK ((length(source) >= 1) AND (length(source) <= 500)),
  CHECK (state IN ('pending', 'written', 'refused')),
  CHECK ((length(vintage) >= 1) AND (length(vintage) <= 200))
);
CREATE INDEX delivery_round ON delivery (round_id, brought_at);
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON delivery FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT (id, round_id, form, came_by, file_name, content_hash, source, date, vintage, content, brought_by, brought_at) ON delivery TO parindex_app;
GRANT SELECT ON delivery TO parindex_app;
GRANT UPDATE (state, decided_by, decided_at, reason) ON delivery TO parindex_app;
ALTER TABLE delivery ENABLE ROW LEVEL SECURITY;
-- policy delivery_add FOR INSERT TO parindex_app
-- policy delivery_decide FOR UPDATE TO parindex_app
-- policy delivery_read FOR SELECT TO parindex_app

-- What was written of a delivery: once as a rule, and again for rows that a frozen sheet or a choice had held back.
CREATE TABLE delivery_writing (
  -- Made by whoever agrees, so that a retry is recognised.
  id uuid NOT NULL,
  delivery_id uuid NOT NULL,
  round_id text NOT NULL,
  number smallint NOT NULL,
  written_by uuid NOT NULL,
  written_at timestamptz(3) NOT NULL,
  -- Why rows were written that nobody writes but by choosing them.
  reason text,
  -- [{ line, body, target, outcome, before, told, seq }]
  rows jsonb NOT NULL,
  -- [{ body, before, after }]
  moved jsonb NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (delivery_id, number),
  FOREIGN KEY (delivery_id) REFERENCES delivery(id),
  FOREIGN KEY (round_id) REFERENCES round(id),
  FOREIGN KEY (written_by) REFERENCES account(id),
  CHECK (number > 0),
  CHECK ((length(reason) >= 1) AND (length(reason) <= 2000))
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON delivery_writing FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON delivery_writing TO parindex_app;
ALTER TABLE delivery_writing ENABLE ROW LEVEL SECURITY;
-- policy delivery_writing_add FOR INSERT TO parindex_app
-- policy delivery_writing_read FOR SELECT TO parindex_app

CREATE TABLE document (
  id uuid NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  -- secretMail: sent by the way for secret papers; nothing of it is kept here, not even a title.
  form text NOT NULL,
  access text NOT NULL DEFAULT 'restricted',
  personal_data boolean NOT NULL DEFAULT false,
  -- Of the round before, said to hold still.
  carried_from uuid,
  -- Of a paper sent by the secret mail: who held it against the claim.
  compared_by uuid,
  compared_at timestamptz,
  -- Taken out of the library by the body itself, while nothing cited it.
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  gone_at timestamptz,
  gone_for text,
  erased_by uuid,
  PRIMARY KEY (id),
  FOREIGN KEY (carried_from) REFERENCES document(id),
  FOREIGN KEY (compared_by) REFERENCES account(id),
  FOREIGN KEY (created_by) REFERENCES account(id),
  FOREIGN KEY (erased_by) REFERENCES erasure(id),
  FOREIGN KEY (round_id, body_id) REFERENCES participant(round_id, body_id),
  FOREIGN KEY (withdrawn_by) REFERENCES account(id),
  CHECK (access IN ('restricted', 'released')),
  CHECK (num_nulls(gone_at, gone_for, erased_by) IN (0, 3)),
  CHECK (form IN ('file', 'reference', 'secretMail')),
  CHECK (gone_for IN ('removed', 'purged'))
);
CREATE INDEX document_carried ON document (carried_from) WHERE (carried_from IS NOT NULL);
CREATE INDEX document_library ON document (round_id, body_id, created_at);
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON document FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON document TO parindex_app, parindex_jobs;
GRANT UPDATE (access, personal_data, compared_by, compared_at, withdrawn_by, withdrawn_at, version) ON document TO parindex_app;
GRANT UPDATE (access, personal_data, version) ON document TO parindex_jobs;
ALTER TABLE document ENABLE ROW LEVEL SECURITY;
-- policy document_add FOR INSERT TO parindex_app
-- policy document_by_department AS RESTRICTIVE FOR UPDATE TO parindex_app
-- policy document_change FOR UPDATE TO parindex_app
-- policy document_jobs FOR ALL TO parindex_jobs
-- policy document_of_appraiser AS RESTRICTIVE FOR UPDATE TO parindex_app
-- policy document_read FOR SELECT TO parindex_app
-- policy document_unseen AS RESTRICTIVE FOR SELECT TO parindex_app
-- policy document_withdrawn AS RESTRICTIVE FOR UPDATE TO parindex_app

-- A version never replaces what an entry cited: another file, or another wording of the reference, is the next one.
CREATE TABLE document_version (
  document_id uuid NOT NULL,
  number smallint NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  -- Absent of a reference without a file.
  sha256 bytea,
  bytes bigint,
  file_name text,
  kind text,
  -- Blacked out, to be released in the place of the document itself.
  redacted boolean NOT NULL DEFAULT false,
  -- What the document says of itself, as somebody typed or confirmed it.
  doc_number text,
  doc_number_key text,
  issued_on date,
  issuer text,
  subject text,
  valid_from date,
  valid_to date,
  confirmed_by uuid,
  confirmed_at timestamptz,
  -- What the first page says, as it was read; what was found in the file; its electronic signatures.
  proposed jsonb,
  findings jsonb NOT NULL DEFAULT '[]'::jsonb,
  signatures jsonb NOT NULL DEFAULT '[]'::jsonb,
  -- { code, page, count } of personal data that was found, never the data.
  personal_found jsonb NOT NULL DEFAULT '[]'::jsonb,
  pages integer,
  pages_are text,
  -- By which extension it came when the step itself had closed: late for ever.
  late_by uuid,
  uploaded_by uuid NOT NULL,
  uploaded_at timestamptz(3) NOT NULL,
  -- By the core's searchKey of number, issuer, subject, file name.
  search_key text NOT NULL DEFAULT '',
  salt bytea NOT NULL DEFAULT uuid_send(gen_random_uuid()),
  PRIMARY KEY (document_id, number),
  FOREIGN KEY (confirmed_by) REFERENCES account(id),
  FOREIGN KEY (document_id) REFERENCES document(id),
  FOREIGN KEY (late_by) REFERENCES extension(id),
  FOREIGN KEY (sha256) REFERENCES content(sha256),
  FOREIGN KEY (uploaded_by) REFERENCES account(id),
  CHECK (valid_to >= valid_from),
  CHECK ((sha256 IS NULL) = (bytes IS NULL)),
  CHECK (number > 0)
);
CREATE INDEX document_version_content ON document_version (sha256);
CREATE INDEX document_version_number ON document_version (round_id, body_id, doc_number_key);
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON document_version FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER not_of_gone BEFORE INSERT OR UPDATE ON document_version FOR EACH ROW EXECUTE FUNCTION app.refuse_words_of_gone();
CREATE TRIGGER points_to_bytes BEFORE INSERT ON document_version FOR EACH ROW EXECUTE FUNCTION app.refuse_version_of_nothing();
GRANT INSERT, SELECT ON document_version TO parindex_app, parindex_jobs;
GRANT UPDATE (doc_number, doc_number_key, issued_on, issuer, subject, valid_from, valid_to, confirmed_by, confirmed_at, search_key) ON document_version TO parindex_app;
ALTER TABLE document_version ENABLE ROW LEVEL SECURITY;
-- policy document_version_add FOR INSERT TO parindex_app
-- policy document_version_added_by_department AS RESTRICTIVE FOR INSERT TO parindex_app
-- policy document_version_by_department AS RESTRICTIVE FOR UPDATE TO parindex_app
-- policy document_version_change FOR UPDATE TO parindex_app
-- policy document_version_jobs FOR ALL TO parindex_jobs
-- policy document_version_not_held AS RESTRICTIVE FOR SELECT TO parindex_app
-- policy document_version_of_appraiser AS RESTRICTIVE FOR UPDATE TO parindex_app
-- policy document_version_read FOR SELECT TO parindex_app
-- policy document_version_unseen AS RESTRICTIVE FOR SELECT TO parindex_app

CREATE TABLE domain_owner (
  round_id text NOT NULL,
  domain text NOT NULL,
  body_id text NOT NULL,
  item text NOT NULL DEFAULT '',
  PRIMARY KEY (round_id, domain, body_id, item),
  FOREIGN KEY (body_id) REFERENCES body(id),
  FOREIGN KEY (round_id) REFERENCES round(id),
  CHECK (length(item) <= 100)
);
GRANT DELETE, INSERT, SELECT ON domain_owner TO parindex_app;
ALTER TABLE domain_owner ENABLE ROW LEVEL SECURITY;
-- policy domain_owner_read FOR SELECT TO parindex_app
-- policy domain_owner_write FOR ALL TO parindex_app

CREATE TABLE edition (
  id text NOT NULL,
  state text NOT NULL,
  -- Whose owners may change the draft and adopt it; absent where the edition came with the project.
  owner_body text,
  -- { vi, en }, where it can be read.
  title json,
  -- As it was written, and the cases that belong to it.
  document text NOT NULL,
  cases text NOT NULL,
  -- Normal form and its hash; there from adoption on.
  scheme json,
  hash text,
  -- How many cases came out as expected when it was adopted.
  cases_run integer,
  effective_from date,
  effective_to date,
  decision_number text,
  decision_date date,
  created_by uuid,
  created_at timestamptz NOT NULL,
  adopted_by uuid,
  adopted_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  decision_file uuid,
  signing_key text,
  signature bytea,
  withdrawn_at timestamptz(3),
  withdrawal_number text,
  withdrawal_date date,
  withdrawal_file uuid,
  replaced_by text,
  PRIMARY KEY (id),
  FOREIGN KEY (adopted_by) REFERENCES account(id),
  FOREIGN KEY (created_by) REFERENCES account(id),
  FOREIGN KEY (decision_file) REFERENCES edition_file(id),
  FOREIGN KEY (owner_body) REFERENCES body(id),
  FOREIGN KEY (replaced_by) REFERENCES edition(id),
  FOREIGN KEY (withdrawal_file) REFERENCES edition_file(id),
  CHECK ((state = 'draft') OR ((scheme IS NOT NULL) AND (hash IS NOT NULL) AND (adopted_at IS NOT NULL))),
  CHECK (num_nulls(signing_key, signature) IN (0, 2)),
  CHECK (num_nulls(withdrawn_at, withdrawal_number, withdrawal_date, withdrawal_file) IN (0, 4)),
  CHECK ((withdrawn_at IS NULL) OR (state = 'adopted')),
  CHECK ((replaced_by IS NULL) OR (withdrawn_at IS NOT NULL)),
  CHECK ((id ~ '^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$') AND (length(id) <= 100)),
  CHECK (length(signing_key) <= 100),
  CHECK (state IN ('draft', 'adopted'))
);
CREATE TRIGGER adopted_is_locked BEFORE DELETE OR UPDATE ON edition FOR EACH ROW EXECUTE FUNCTION app.refuse_change_of_adopted();
CREATE TRIGGER adopting_by_two BEFORE INSERT OR UPDATE ON edition FOR EACH ROW WHEN ((new.state = 'adopted')) EXECUTE FUNCTION app.refuse_adopting_alone();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON edition FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT DELETE, INSERT, SELECT, UPDATE ON edition TO parindex_app;
ALTER TABLE edition ENABLE ROW LEVEL SECURITY;
-- policy edition_add FOR INSERT TO parindex_app
-- policy edition_change FOR UPDATE TO parindex_app
-- policy edition_read FOR SELECT TO public
-- policy edition_remove FOR DELETE TO parindex_app

-- What was changed in a draft, version by version, as long as it is one: those who write it at the same time are joined by it (decision 0142).
CREATE TABLE edition_change (
  edition_id text NOT NULL,
  -- The version of the draft that came of it.
  version integer NOT NULL,
  -- The id of the save, and the hash of what was sent under it; absent where the whole texts were replaced.
  save_id uuid,
  sent_hash text,
  -- JSON text of a list by parts, as numbers keep their digits; absent where the whole texts were replaced.
  changes text,
  written_by uuid NOT NULL,
  written_at timestamptz(3) NOT NULL,
  PRIMARY KEY (edition_id, version),
  UNIQUE (edition_id, save_id),
  FOREIGN KEY (edition_id) REFERENCES edition(id),
  FOREIGN KEY (written_by) REFERENCES account(id),
  CHECK (((save_id IS NULL) = (changes IS NULL)) AND ((save_id IS NULL) = (sent_hash IS NULL))),
  CHECK (version > 1)
);
CREATE INDEX edition_change_written_by ON edition_change (written_by);
GRANT DELETE, INSERT, SELECT ON edition_change TO parindex_app;
ALTER TABLE edition_change ENABLE ROW LEVEL SECURITY;
-- policy edition_change_add FOR INSERT TO parindex_app
-- policy edition_change_forget FOR DELETE TO parindex_app
-- policy edition_change_read FOR SELECT TO parindex_app

-- A signed decision as it was brought: found by its hash in the store, among reports.
CREATE TABLE edition_file (
  id uuid NOT NULL,
  edition_id text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  bytes integer NOT NULL,
  sha256 bytea NOT NULL,
  scanned boolean NOT NULL,
  brought_by uuid NOT NULL,
  brought_at timestamptz(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (edition_id, id),
  FOREIGN KEY (brought_by) REFERENCES account(id),
  FOREIGN KEY (edition_id) REFERENCES edition(id),
  CHECK (bytes > 0),
  CHECK ((length(kind) >= 1) AND (length(kind) <= 20)),
  CHECK ((length(name) >= 1) AND (length(name) <= 300)),
  CHECK (length(sha256) = 32)
);
CREATE INDEX edition_file_hash ON edition_file (sha256);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON edition_file FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON edition_file TO parindex_app;
ALTER TABLE edition_file ENABLE ROW LEVEL SECURITY;
-- policy edition_file_add FOR INSERT TO parindex_app
-- policy edition_file_read FOR SELECT TO parindex_app

-- The form of a group of respondents beside an adopted edition; locked once a survey is opened with it.
CREATE TABLE edition_questionnaire (
  edition_id text NOT NULL,
  group_id text NOT NULL,
  -- As it was written.
  document text NOT NULL,
  -- Normal form and its hash.
  form json NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (edition_id, group_id),
  FOREIGN KEY (edition_id) REFERENCES edition(id),
  CHECK ((length(group_id) >= 1) AND (length(group_id) <= 100)),
  CHECK (length(hash) = 64)
);
CREATE TRIGGER locked_once_used BEFORE INSERT OR DELETE OR UPDATE ON edition_questionnaire FOR EACH ROW EXECUTE FUNCTION app.refuse_change_of_used_form();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON edition_questionnaire FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON edition_questionnaire TO parindex_app;
GRANT SELECT ON edition_questionnaire TO parindex_jobs;
GRANT UPDATE (document, form, hash) ON edition_questionnaire TO parindex_app;
ALTER TABLE edition_questionnaire ENABLE ROW LEVEL SECURITY;
-- policy questionnaire_bring FOR INSERT TO parindex_app
-- policy questionnaire_change FOR UPDATE TO parindex_app
-- policy questionnaire_read FOR SELECT TO public

CREATE TABLE edition_request (
  id uuid NOT NULL,
  edition_id text NOT NULL,
  kind text NOT NULL,
  -- Of the edition as whoever asked saw it: one that has changed since is asked for anew.
  edition_version integer NOT NULL,
  -- The decision, and its file.
  decision_number text NOT NULL,
  decision_date date NOT NULL,
  file_id uuid NOT NULL,
  effective_from date,
  effective_to date,
  replaced_by text,
  reason text,
  asked_by uuid NOT NULL,
  asked_office uuid NOT NULL,
  asked_at timestamptz(3) NOT NULL,
  -- Nobody decides it any more from then on.
  lapses_at timestamptz(3) NOT NULL,
  decision text,
  note text,
  decided_by uuid,
  -- Absent where whoever asked stopped it.
  decided_office uuid,
  decided_at timestamptz(3),
  PRIMARY KEY (id),
  FOREIGN KEY (asked_by) REFERENCES account(id),
  FOREIGN KEY (asked_office) REFERENCES membership(id),
  FOREIGN KEY (decided_by) REFERENCES account(id),
  FOREIGN KEY (decided_office) REFERENCES membership(id),
  FOREIGN KEY (edition_id, file_id) REFERENCES edition_file(edition_id, id),
  FOREIGN KEY (edition_id) REFERENCES edition(id),
  FOREIGN KEY (replaced_by) REFERENCES edition(id),
  CHECK ((decision = 'stopped') OR (decided_by <> asked_by)),
  CHECK (num_nulls(decision, decided_by, decided_at) IN (0, 3)),
  CHECK ((decided_office IS NOT NULL) = ((decision IS NOT NULL) AND (decision <> 'stopped'))),
  CHECK (
CASE kind
    WHEN 'adopt' THEN ((effective_from IS NOT NULL) AND (replaced_by IS NULL))
    ELSE (num_nulls(effective_from, effective_to) = 2)
END),
  CHECK (replaced_by <> edition_id),
  CHECK (decision IN ('carriedOut', 'refused', 'stopped')),
  CHECK ((length(decision_number) >= 1) AND (length(decision_number) <= 200)),
  CHECK (kind IN ('adopt', 'withdraw')),
  CHECK (length(note) <= 2000),
  CHECK ((length(reason) >= 1) AND (length(reason) <= 2000))
);
CREATE INDEX edition_request_edition ON edition_request (edition_id, asked_at DESC);
CREATE TRIGGER decided_once BEFORE UPDATE ON edition_request FOR EACH ROW WHEN ((old.decision IS NOT NULL)) EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON edition_request FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT (id, edition_id, kind, edition_version, decision_number, decision_date, file_id, effective_from, effective_to, replaced_by, reason, asked_by, asked_office, asked_at, lapses_at) ON edition_request TO parindex_app;
GRANT SELECT ON edition_request TO parindex_app;
ALTER TABLE edition_request ENABLE ROW LEVEL SECURITY;
-- policy edition_request_ask FOR INSERT TO parindex_app
-- policy edition_request_read FOR SELECT TO parindex_app

CREATE TABLE entry (
  id uuid NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  seq integer NOT NULL,
  -- Both absent where the act is of the whole sheet.
  target_kind text,
  target text,
  act text NOT NULL,
  stage text NOT NULL,
  standing text NOT NULL,
  actor uuid NOT NULL,
  office uuid NOT NULL,
  on_behalf_of uuid,
  received_at timestamptz(3) NOT NULL,
  base integer NOT NULL,
  -- One that a round uses, which is why it needs no reference of its own: all writers would lock its one row.
  edition_id text NOT NULL,
  changes jsonb NOT NULL,
  -- Fields whose values stand in the payload.
  texts text[] NOT NULL,
  -- Points as the core gave them when it was written; null where the item had none yet.
  points text,
  reason_code text,
  citations jsonb NOT NULL DEFAULT '[]'::jsonb,
  origin text NOT NULL,
  cause uuid,
  payload_id uuid,
  payload_hash bytea,
  hash bytea NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (round_id, body_id, seq),
  FOREIGN KEY (actor) REFERENCES account(id),
  FOREIGN KEY (office) REFERENCES membership(id),
  FOREIGN KEY (on_behalf_of) REFERENCES account(id),
  FOREIGN KEY (payload_id) REFERENCES payload(id),
  FOREIGN KEY (round_id, body_id) REFERENCES participant(round_id, body_id),
  CHECK (act IN ('declare', 'propose', 'submit', 'recall', 'accept', 'return', 'freeze', 'send', 'takeBack', 'reopen', 'ask', 'siteCheck', 'officialFigure', 'reply', 'proposeReply', 'submitReply', 'recallReply', 'passReply', 'acceptReply', 'returnReply', 'appraise', 'conclude', 'dispute', 'freezeExplanation', 'sendExplanation', 'takeBackExplanation')),
  CHECK (base >= 0),
  CHECK ((target_kind IS NULL) = (target IS NULL)),
  CHECK ((payload_id IS NULL) = (payload_hash IS NULL)),
  CHECK (origin IN ('web', 'api', 'import', 'statistic', 'rollUp')),
  CHECK (seq > 0),
  CHECK (stage IN ('claimed', 'appraised', 'second', 'council')),
  CHECK (standing IN ('proposed', 'effective')),
  CHECK (target_kind IN ('item', 'figure'))
);
CREATE INDEX entry_actor ON entry (actor);
CREATE INDEX entry_explanation ON entry (round_id, body_id, seq) WHERE (act IN ('ask', 'siteCheck', 'officialFigure', 'reply', 'dispute', 'freezeExplanation', 'sendExplanation', 'takeBackExplanation'));
CREATE INDEX entry_proposed_verdict ON entry (round_id, body_id) WHERE ((stage <> 'claimed') AND (standing = 'proposed') AND (act = 'appraise'));
CREATE INDEX entry_reopen ON entry (round_id, body_id, seq) WHERE (act = 'reopen');
CREATE INDEX entry_reply_part ON entry (round_id, body_id, seq) WHERE (act IN ('proposeReply', 'submitReply', 'recallReply', 'passReply', 'acceptReply', 'returnReply'));
CREATE INDEX entry_target ON entry (round_id, body_id, target_kind, target, seq);
CREATE INDEX entry_verdict ON entry (round_id, body_id) WHERE (stage <> 'claimed');
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON entry FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON entry TO parindex_app;
ALTER TABLE entry ENABLE ROW LEVEL SECURITY;
-- policy entry_by_appraiser AS RESTRICTIVE FOR INSERT TO parindex_app
-- policy entry_by_department AS RESTRICTIVE FOR INSERT TO parindex_app
-- policy entry_by_stage AS RESTRICTIVE FOR INSERT TO parindex_app
-- policy entry_in_time AS RESTRICTIVE FOR INSERT TO parindex_app
-- policy entry_not_own_cause AS RESTRICTIVE FOR INSERT TO parindex_app
-- policy entry_not_told AS RESTRICTIVE FOR INSERT TO parindex_app
-- policy entry_not_unseen AS RESTRICTIVE FOR INSERT TO parindex_app
-- policy entry_of_department AS RESTRICTIVE FOR SELECT TO parindex_app
-- policy entry_of_two AS RESTRICTIVE FOR INSERT TO parindex_app
-- policy entry_read FOR SELECT TO parindex_app
-- policy entry_replied AS RESTRICTIVE FOR SELECT TO parindex_app
-- policy entry_told AS RESTRICTIVE FOR SELECT TO parindex_app
-- policy entry_unseen AS RESTRICTIVE FOR SELECT TO parindex_app
-- policy entry_untold AS RESTRICTIVE FOR SELECT TO parindex_app
-- policy entry_within_body AS RESTRICTIVE FOR SELECT TO parindex_app
-- policy entry_write FOR INSERT TO parindex_app

CREATE TABLE erasure (
  id uuid NOT NULL,
  kind text NOT NULL,
  round_id text NOT NULL,
  -- Whose document is to be removed; absent of a purge.
  body_id text,
  -- The one to be removed; all whose term was over.
  documents uuid[] NOT NULL,
  reason text NOT NULL,
  asked_by uuid NOT NULL,
  asked_office uuid NOT NULL,
  asked_at timestamptz(3) NOT NULL,
  decision text,
  note text,
  decided_by uuid,
  decided_office uuid,
  decided_at timestamptz(3),
  -- What went, as it stood at that moment: for the printable record.
  record jsonb,
  reach text,
  PRIMARY KEY (id),
  FOREIGN KEY (asked_by) REFERENCES account(id),
  FOREIGN KEY (asked_office) REFERENCES membership(id),
  FOREIGN KEY (body_id) REFERENCES body(id),
  FOREIGN KEY (decided_by) REFERENCES account(id),
  FOREIGN KEY (decided_office) REFERENCES membership(id),
  FOREIGN KEY (round_id) REFERENCES round(id),
  CHECK ((kind = 'purge') OR ((body_id IS NOT NULL) AND (cardinality(documents) = 1))),
  CHECK (decided_by <> asked_by),
  CHECK (num_nulls(decision, decided_by, decided_office, decided_at) IN (0, 4)),
  CHECK ((record IS NOT NULL) = (NOT (decision IS DISTINCT FROM 'carriedOut'))),
  CHECK ((reach IS NULL) OR ((kind = 'removal') AND (decision = 'carriedOut'))),
  CHECK (decision IN ('carriedOut', 'refused')),
  CHECK (cardinality(documents) > 0),
  CHECK (kind IN ('removal', 'purge')),
  CHECK (reach IN ('body', 'rounds', 'all')),
  CHECK ((length(reason) >= 1) AND (length(reason) <= 2000))
);
CREATE UNIQUE INDEX erasure_open_purge ON erasure (round_id) WHERE ((kind = 'purge') AND (decision IS NULL));
CREATE UNIQUE INDEX erasure_open_removal ON erasure ((documents[1])) WHERE ((kind = 'removal') AND (decision IS NULL));
CREATE TRIGGER decided_once BEFORE UPDATE ON erasure FOR EACH ROW WHEN ((old.decision IS NOT NULL)) EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON erasure FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT (id, kind, round_id, body_id, documents, reason, asked_by, asked_office, asked_at) ON erasure TO parindex_app;
GRANT SELECT ON erasure TO parindex_app;
ALTER TABLE erasure ENABLE ROW LEVEL SECURITY;
-- policy erasure_ask FOR INSERT TO parindex_app
-- policy erasure_read FOR SELECT TO parindex_app

-- Means of survey questions by group, as the survey gives them.
CREATE TABLE estimate (
  round_id text NOT NULL,
  body_id text NOT NULL,
  question text NOT NULL,
  respondent_group text NOT NULL,
  mean text NOT NULL,
  answers text NOT NULL,
  source text,
  date date,
  vintage text,
  writing_id uuid,
  PRIMARY KEY (round_id, body_id, question, respondent_group),
  FOREIGN KEY (round_id, body_id) REFERENCES participant(round_id, body_id),
  FOREIGN KEY (writing_id) REFERENCES delivery_writing(id)
);
GRANT DELETE, INSERT, SELECT ON estimate TO parindex_app;
GRANT UPDATE (mean, answers, source, date, vintage, writing_id) ON estimate TO parindex_app;
ALTER TABLE estimate ENABLE ROW LEVEL SECURITY;
-- policy estimate_add FOR INSERT TO parindex_app
-- policy estimate_change FOR UPDATE TO parindex_app
-- policy estimate_read FOR SELECT TO parindex_app
-- policy estimate_remove FOR DELETE TO parindex_app

-- Every mean that was ever written, whatever stands now.
CREATE TABLE estimate_entry (
  writing_id uuid NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  question text NOT NULL,
  respondent_group text NOT NULL,
  mean text NOT NULL,
  answers text NOT NULL,
  source text NOT NULL,
  date date NOT NULL,
  vintage text,
  PRIMARY KEY (writing_id, body_id, question, respondent_group),
  FOREIGN KEY (round_id, body_id) REFERENCES participant(round_id, body_id),
  FOREIGN KEY (writing_id) REFERENCES delivery_writing(id)
);
CREATE INDEX estimate_entry_sheet ON estimate_entry (round_id, body_id, question);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON estimate_entry FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON estimate_entry TO parindex_app;
ALTER TABLE estimate_entry ENABLE ROW LEVEL SECURITY;
-- policy estimate_entry_add FOR INSERT TO parindex_app
-- policy estimate_entry_read FOR SELECT TO parindex_app

-- What surveys gave is sealed while a round runs: who sees it before it is released, by role or by name, and its release.
CREATE TABLE estimate_reader (
  id uuid NOT NULL,
  round_id text NOT NULL,
  account_id uuid NOT NULL,
  named_by uuid NOT NULL,
  named_at timestamptz NOT NULL,
  ended_by uuid,
  ended_at timestamptz,
  reason text NOT NULL,
  end_reason text,
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES account(id),
  FOREIGN KEY (ended_by) REFERENCES account(id),
  FOREIGN KEY (named_by) REFERENCES account(id),
  FOREIGN KEY (round_id) REFERENCES round(id),
  CHECK (num_nonnulls(end_reason, ended_at) IN (0, 2)),
  CHECK (num_nonnulls(ended_by, ended_at) IN (0, 2)),
  CHECK ((length(end_reason) >= 1) AND (length(end_reason) <= 2000)),
  CHECK ((length(reason) >= 1) AND (length(reason) <= 2000))
);
CREATE UNIQUE INDEX estimate_reader_once ON estimate_reader (round_id, account_id) WHERE (ended_at IS NULL);
CREATE TRIGGER ended_once BEFORE UPDATE ON estimate_reader FOR EACH ROW WHEN ((old.ended_at IS NOT NULL)) EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON estimate_reader FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT (id, round_id, account_id, named_by, named_at, reason) ON estimate_reader TO parindex_app;
GRANT SELECT ON estimate_reader TO parindex_app;
GRANT UPDATE (ended_by, ended_at, end_reason) ON estimate_reader TO parindex_app;
ALTER TABLE estimate_reader ENABLE ROW LEVEL SECURITY;
-- policy estimate_reader_add FOR INSERT TO parindex_app
-- policy estimate_reader_end FOR UPDATE TO parindex_app
-- policy estimate_reader_read FOR SELECT TO parindex_app

-- Released by an owner; taken back while the round is open. Both stay.
CREATE TABLE estimate_release (
  id uuid NOT NULL,
  round_id text NOT NULL,
  released_by uuid NOT NULL,
  released_at timestamptz NOT NULL,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  reason text NOT NULL,
  withdrawal_reason text,
  PRIMARY KEY (id),
  FOREIGN KEY (released_by) REFERENCES account(id),
  FOREIGN KEY (round_id) REFERENCES round(id),
  FOREIGN KEY (withdrawn_by) REFERENCES account(id),
  CHECK (num_nonnulls(withdrawn_by, withdrawn_at) IN (0, 2)),
  CHECK (num_nonnulls(withdrawal_reason, withdrawn_at) IN (0, 2)),
  CHECK ((length(reason) >= 1) AND (length(reason) <= 2000)),
  CHECK ((length(withdrawal_reason) >= 1) AND (length(withdrawal_reason) <= 2000))
);
CREATE UNIQUE INDEX estimate_release_once ON estimate_release (round_id) WHERE (withdrawn_at IS NULL);
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON estimate_release FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER withdrawn_once BEFORE UPDATE ON estimate_release FOR EACH ROW WHEN ((old.withdrawn_at IS NOT NULL)) EXECUTE FUNCTION app.refuse_change();
GRANT INSERT (id, round_id, released_by, released_at, reason) ON estimate_release TO parindex_app;
GRANT SELECT ON estimate_release TO parindex_app;
GRANT UPDATE (withdrawn_by, withdrawn_at, withdrawal_reason) ON estimate_release TO parindex_app;
ALTER TABLE estimate_release ENABLE ROW LEVEL SECURITY;
-- policy estimate_release_add FOR INSERT TO parindex_app
-- policy estimate_release_read FOR SELECT TO parindex_app
-- policy estimate_release_withdraw FOR UPDATE TO parindex_app

CREATE TABLE exclusion (
  round_id text NOT NULL,
  body_id text NOT NULL,
  item text NOT NULL,
  legal_basis text NOT NULL,
  decision_id uuid,
  PRIMARY KEY (round_id, body_id, item),
  FOREIGN KEY (round_id, body_id) REFERENCES participant(round_id, body_id),
  FOREIGN KEY (round_id, decision_id) REFERENCES round_document(round_id, id),
  CHECK ((length(legal_basis) >= 1) AND (length(legal_basis) <= 1000))
);
GRANT DELETE, INSERT, SELECT ON exclusion TO parindex_app;
ALTER TABLE exclusion ENABLE ROW LEVEL SECURITY;
-- policy exclusion_read FOR SELECT TO parindex_app
-- policy exclusion_write FOR ALL TO parindex_app

CREATE TABLE extension (
  id uuid NOT NULL,
  round_id text NOT NULL,
  step text NOT NULL,
  -- Absent: all bodies, all items.
  body_id text,
  item text,
  -- What the item's code is a code of; absent: whatever edition is in force.
  edition_id text,
  until timestamptz NOT NULL,
  document_number text NOT NULL,
  document_date date NOT NULL,
  reason text NOT NULL,
  granted_by uuid NOT NULL,
  granted_at timestamptz NOT NULL,
  decision_id uuid,
  PRIMARY KEY (id),
  FOREIGN KEY (edition_id) REFERENCES edition(id),
  FOREIGN KEY (granted_by) REFERENCES account(id),
  FOREIGN KEY (round_id, body_id) REFERENCES participant(round_id, body_id),
  FOREIGN KEY (round_id, decision_id) REFERENCES round_document(round_id, id),
  FOREIGN KEY (round_id) REFERENCES round(id),
  FOREIGN KEY (round_id, step) REFERENCES round_step(round_id, step),
  CHECK ((length(document_number) >= 1) AND (length(document_number) <= 100)),
  CHECK ((length(reason) >= 1) AND (length(reason) <= 2000))
);
CREATE INDEX extension_round ON extension (round_id, step);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON extension FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON extension TO parindex_app;
GRANT SELECT ON extension TO parindex_jobs;
ALTER TABLE extension ENABLE ROW LEVEL SECURITY;
-- policy extension_add FOR INSERT TO parindex_app
-- policy extension_read FOR SELECT TO parindex_app

-- The first mark of a drawn item, as it stood when it was drawn.
CREATE TABLE first_mark (
  drawn_id uuid NOT NULL,
  draw_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  account_id uuid NOT NULL,
  marked_at timestamptz(3) NOT NULL,
  points text NOT NULL,
  maximum text NOT NULL,
  PRIMARY KEY (drawn_id),
  FOREIGN KEY (account_id) REFERENCES account(id),
  FOREIGN KEY (draw_id) REFERENCES second_marking(id),
  FOREIGN KEY (drawn_id) REFERENCES second_marking_item(id),
  FOREIGN KEY (entry_id) REFERENCES entry(id)
);
CREATE INDEX first_mark_account ON first_mark (account_id);
CREATE INDEX first_mark_draw ON first_mark (draw_id);
CREATE INDEX first_mark_entry ON first_mark (entry_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON first_mark FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON first_mark TO parindex_app;
ALTER TABLE first_mark ENABLE ROW LEVEL SECURITY;
-- policy first_mark_keep FOR INSERT TO parindex_app
-- policy first_mark_keep_anew FOR INSERT TO parindex_app
-- policy first_mark_read FOR SELECT TO parindex_app

-- What a reviewer made of a form: the latest holds, none is taken away.
CREATE TABLE form_review (
  id uuid NOT NULL,
  round_id text NOT NULL,
  -- The label of a form.
  form_id uuid NOT NULL,
  number smallint NOT NULL,
  decision text NOT NULL,
  reason text,
  decided_by uuid NOT NULL,
  decided_at timestamptz(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (form_id, number),
  FOREIGN KEY (decided_by) REFERENCES account(id),
  FOREIGN KEY (round_id) REFERENCES survey(round_id),
  CHECK ((decision = 'accepted') OR (reason IS NOT NULL)),
  CHECK (decision IN ('accepted', 'setAside')),
  CHECK (number > 0),
  CHECK ((length(reason) >= 1) AND (length(reason) <= 2000))
);
CREATE INDEX form_review_decided_by ON form_review (decided_by);
CREATE INDEX form_review_round ON form_review (round_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON form_review FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER holds AFTER INSERT ON form_review FOR EACH ROW EXECUTE FUNCTION app.hold_review();
GRANT INSERT, SELECT ON form_review TO parindex_app;
ALTER TABLE form_review ENABLE ROW LEVEL SECURITY;
-- policy form_review_decide FOR INSERT TO parindex_app
-- policy form_review_read FOR SELECT TO parindex_app

-- What the report of a sheet says, as it was when the sheet was frozen: a document that is removed, renamed or held later changes nothing of it. Its id is that of the entry that froze the sheet.
CREATE TABLE frozen_report (
  id uuid NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  seq integer NOT NULL,
  payload_id uuid NOT NULL,
  made_at timestamptz(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (round_id, body_id, seq),
  FOREIGN KEY (id) REFERENCES entry(id),
  FOREIGN KEY (payload_id) REFERENCES payload(id),
  FOREIGN KEY (round_id, body_id) REFERENCES participant(round_id, body_id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON frozen_report FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON frozen_report TO parindex_app;
ALTER TABLE frozen_report ENABLE ROW LEVEL SECURITY;
-- policy frozen_report_add FOR INSERT TO parindex_app
-- policy frozen_report_read FOR SELECT TO parindex_app

CREATE TABLE handover (
  id uuid NOT NULL,
  from_account uuid NOT NULL,
  to_account uuid NOT NULL,
  on_day date NOT NULL,
  document_number text,
  document_date date,
  -- What passed, as it stood at that moment: the printable record.
  record jsonb NOT NULL,
  performed_by uuid NOT NULL,
  performed_at timestamptz NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY (from_account) REFERENCES account(id),
  FOREIGN KEY (performed_by) REFERENCES account(id),
  FOREIGN KEY (to_account) REFERENCES account(id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON handover FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON handover TO parindex_app;
ALTER TABLE handover ENABLE ROW LEVEL SECURITY;
-- policy handover_add FOR INSERT TO parindex_app
-- policy handover_read FOR SELECT TO parindex_app

-- By which identities are sealed. No role that serves reads it, backups leave it out, and a restored database has one of its own.
CREATE TABLE identity_key (
  single boolean NOT NULL DEFAULT true,
  key bytea NOT NULL DEFAULT sha256(((uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) || uuid_send(gen_random_uuid()))),
  PRIMARY KEY (single),
  CHECK (length(key) = 32),
  CHECK (single)
);

-- What a body does about the points that it lost at an item in a closed round: its own task, of which there is one an item (decision 0111).
CREATE TABLE improvement_task (
  id uuid NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  item text NOT NULL,
  measure text NOT NULL,
  -- The unit or the person, as its body calls them.
  lead text NOT NULL,
  due date NOT NULL,
  state text NOT NULL,
  note text,
  document_number text,
  document_date date,
  version integer NOT NULL,
  changed_by uuid NOT NULL,
  changed_at timestamptz(3) NOT NULL,
  product text,
  PRIMARY KEY (id),
  UNIQUE (round_id, body_id, item),
  FOREIGN KEY (changed_by) REFERENCES account(id),
  FOREIGN KEY (round_id, body_id) REFERENCES participant(round_id, body_id),
  CHECK (num_nonnulls(document_number, document_date) IN (0, 2)),
  CHECK ((state = 'open') = (note IS NULL)),
  CHECK ((state <> 'open') OR (document_number IS NULL)),
  CHECK ((length(document_number) >= 1) AND (length(document_number) <= 100)),
  CHECK ((length(lead) >= 1) AND (length(lead) <= 300)),
  CHECK ((length(measure) >= 1) AND (length(measure) <= 2000)),
  CHECK ((length(note) >= 1) AND (length(note) <= 2000)),
  CHECK ((length(product) >= 1) AND (length(product) <= 2000)),
  CHECK (state IN ('open', 'done', 'dropped')),
  CHECK (version > 0)
);
CREATE INDEX improvement_task_changed_by ON improvement_task (changed_by);
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON improvement_task FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON improvement_task TO parindex_app;
GRANT UPDATE (measure, lead, due, state, note, document_number, document_date, version, changed_by, changed_at, product) ON improvement_task TO parindex_app;
ALTER TABLE improvement_task ENABLE ROW LEVEL SECURITY;
-- policy improvement_task_add FOR INSERT TO parindex_app
-- policy improvement_task_change FOR UPDATE TO parindex_app
-- policy improvement_task_read FOR SELECT TO parindex_app

-- What this database is: a sandbox of invented bodies, or the real thing.
CREATE TABLE installation (
  single boolean NOT NULL DEFAULT true,
  kind text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (single),
  CHECK (kind IN ('sandbox', 'real')),
  CHECK (single)
);
GRANT SELECT ON installation TO parindex_app, parindex_jobs, parindex_sign_on;

CREATE TABLE interest (
  id uuid NOT NULL,
  round_id text NOT NULL,
  account_id uuid NOT NULL,
  -- Whose sheet it keeps from the person.
  body_id text NOT NULL,
  kind text NOT NULL,
  reason text NOT NULL,
  -- The person, or an owner of the round.
  declared_by uuid NOT NULL,
  declared_at timestamptz NOT NULL,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawal_reason text,
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES account(id),
  FOREIGN KEY (body_id) REFERENCES body(id),
  FOREIGN KEY (declared_by) REFERENCES account(id),
  FOREIGN KEY (round_id) REFERENCES round(id),
  FOREIGN KEY (withdrawn_by) REFERENCES account(id),
  CHECK (num_nonnulls(withdrawn_by, withdrawn_at, withdrawal_reason) IN (0, 3)),
  CHECK (kind IN ('kin', 'formerWork', 'other')),
  CHECK ((length(reason) >= 1) AND (length(reason) <= 2000)),
  CHECK ((length(withdrawal_reason) >= 1) AND (length(withdrawal_reason) <= 2000))
);
CREATE INDEX interest_account ON interest (account_id);
CREATE UNIQUE INDEX interest_once ON interest (round_id, account_id, body_id, kind) WHERE (withdrawn_at IS NULL);
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON interest FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER withdrawn_once BEFORE UPDATE ON interest FOR EACH ROW WHEN ((old.withdrawn_at IS NOT NULL)) EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON interest TO parindex_app;
GRANT UPDATE (withdrawn_by, withdrawn_at, withdrawal_reason) ON interest TO parindex_app;
ALTER TABLE interest ENABLE ROW LEVEL SECURITY;
-- policy interest_add FOR INSERT TO parindex_app
-- policy interest_read FOR SELECT TO parindex_app
-- policy interest_withdraw FOR UPDATE TO parindex_app

-- One table of all that is worked on beside the requests. Whoever works on a job holds it for some seconds at a time: a process that dies lets go by its silence, and it works behind a PgBouncer. Leases and due times go by the database's clock, which all processes share.
CREATE TABLE job (
  id uuid NOT NULL,
  kind text NOT NULL,
  -- For whom it acts; absent: for nobody.
  account_id uuid,
  office uuid,
  -- What its kind needs besides. No text that may have to be erased.
  input jsonb NOT NULL DEFAULT '{}'::jsonb,
  -- Of what is done again and again: seconds from one end to the next beginning.
  every_seconds integer,
  state text NOT NULL DEFAULT 'waiting',
  -- Absent: what it works on is not there yet.
  due_at timestamptz,
  -- How often it was begun since it last went well.
  attempts integer NOT NULL DEFAULT 0,
  -- Of how many steps so many are done.
  done_steps bigint NOT NULL DEFAULT 0,
  all_steps bigint,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ended_at timestamptz,
  holder uuid,
  held_until timestamptz,
  -- Somebody else waits for it: the holder lets go where it can.
  wanted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES account(id),
  FOREIGN KEY (office) REFERENCES membership(id),
  CHECK ((state = 'waiting') = (ended_at IS NULL)),
  CHECK ((every_seconds IS NULL) OR ((state = 'waiting') AND (account_id IS NULL))),
  CHECK (every_seconds > 0),
  CHECK ((length(kind) >= 1) AND (length(kind) <= 100)),
  CHECK (state IN ('waiting', 'done', 'failed', 'cancelled'))
);
CREATE INDEX job_account ON job (account_id, created_at);
CREATE INDEX job_due ON job (kind, attempts, due_at) WHERE ((state = 'waiting') AND (due_at IS NOT NULL));
CREATE INDEX job_ended ON job (ended_at) WHERE (state <> 'waiting');
CREATE UNIQUE INDEX job_repeated ON job (kind) WHERE (every_seconds IS NOT NULL);
GRANT DELETE, INSERT, SELECT, UPDATE ON job TO parindex_jobs;
GRANT INSERT (id, kind, account_id, office, input, due_at) ON job TO parindex_app;
GRANT SELECT (id, kind, account_id, office, input, every_seconds, state, due_at, attempts, done_steps, all_steps, created_at, ended_at) ON job TO parindex_app;
GRANT UPDATE (state, due_at, ended_at) ON job TO parindex_app;
ALTER TABLE job ENABLE ROW LEVEL SECURITY;
-- policy job_change FOR UPDATE TO parindex_app
-- policy job_jobs FOR ALL TO parindex_jobs
-- policy job_read FOR SELECT TO parindex_app
-- policy job_send FOR INSERT TO parindex_app

-- Devices on which an account has signed in completely: somebody else's guesses do not hold them up.
CREATE TABLE known_device (
  token_hash bytea NOT NULL,
  account_id uuid NOT NULL,
  made_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (token_hash),
  FOREIGN KEY (account_id) REFERENCES account(id),
  CHECK (length(token_hash) = 32)
);
CREATE INDEX known_device_account ON known_device (account_id, seen_at);
GRANT DELETE, INSERT, SELECT ON known_device TO parindex_sign_on;
GRANT SELECT (account_id, made_at, seen_at) ON known_device TO parindex_app;
GRANT UPDATE (seen_at) ON known_device TO parindex_sign_on;
ALTER TABLE known_device ENABLE ROW LEVEL SECURITY;
-- policy known_device_read FOR SELECT TO parindex_app
-- policy known_device_sign_on FOR ALL TO parindex_sign_on

CREATE TABLE mail (
  id uuid NOT NULL,
  account_id uuid,
  -- In Asia/Ho_Chi_Minh.
  day date NOT NULL,
  -- The same at every try, so that whoever gets it twice can tell. What it says is in its reminders, to whom it goes in the account.
  message_id text NOT NULL,
  -- unsure: a process died or a line broke after the mail server may have taken it. Such a mail is sent again by a person's word alone.
  state text NOT NULL DEFAULT 'waiting',
  tries integer NOT NULL DEFAULT 0,
  next_try timestamptz NOT NULL,
  lease_until timestamptz,
  -- What the mail server said last.
  told text,
  made_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  kind text NOT NULL DEFAULT 'reminders',
  says jsonb,
  address text,
  prompt boolean NOT NULL DEFAULT false,
  PRIMARY KEY (id),
  UNIQUE (message_id),
  FOREIGN KEY (account_id) REFERENCES account(id),
  CHECK (length(address) <= 254),
  CHECK ((state = 'sending') = (lease_until IS NOT NULL)),
  CHECK ((state IN ('sent', 'handedOver')) = (ended_at IS NOT NULL)),
  CHECK ((kind = 'reminders') = (says IS NULL)),
  CHECK ((kind = 'anchor') = (account_id IS NULL)),
  CHECK ((account_id IS NOT NULL) OR (address IS NOT NULL)),
  CHECK (kind IN ('reminders', 'account', 'anchor')),
  CHECK ((length(message_id) >= 3) AND (length(message_id) <= 200)),
  CHECK (state IN ('waiting', 'sending', 'sent', 'unsure', 'refused', 'handedOver')),
  CHECK (length(told) <= 500)
);
CREATE INDEX mail_not_gone ON mail (next_try, id) WHERE (state <> ALL (ARRAY['sent', 'handedOver']));
CREATE UNIQUE INDEX mail_reminders_of_a_day ON mail (account_id, day) WHERE ((kind = 'reminders') AND (NOT prompt));
CREATE TRIGGER ended_once BEFORE UPDATE ON mail FOR EACH ROW WHEN ((old.ended_at IS NOT NULL)) EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON mail FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT ON mail TO parindex_jobs;
GRANT SELECT (id, account_id, day, state, tries, next_try, lease_until, kind, prompt) ON mail TO parindex_jobs;
GRANT SELECT ON mail TO parindex_app;
GRANT UPDATE (state, next_try, ended_at) ON mail TO parindex_app;
GRANT UPDATE (state, next_try, lease_until, told, ended_at) ON mail TO parindex_jobs;
ALTER TABLE mail ENABLE ROW LEVEL SECURITY;
-- policy mail_decide FOR UPDATE TO parindex_app
-- policy mail_jobs FOR ALL TO parindex_jobs
-- policy mail_read FOR SELECT TO parindex_app

CREATE TABLE membership (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL,
  -- Absent: the whole installation, for administrators and auditors.
  body_id text,
  role text NOT NULL,
  from_date date NOT NULL,
  to_date date,
  granted_by uuid,
  granted_at timestamptz NOT NULL,
  ended_by uuid,
  ended_at timestamptz,
  handover_id uuid,
  version integer NOT NULL DEFAULT 1,
  request_id uuid,
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES account(id),
  FOREIGN KEY (body_id) REFERENCES body(id),
  FOREIGN KEY (ended_by) REFERENCES account(id),
  FOREIGN KEY (granted_by) REFERENCES account(id),
  FOREIGN KEY (handover_id) REFERENCES handover(id),
  FOREIGN KEY (request_id) REFERENCES account_request(id),
  CHECK ((body_id IS NOT NULL) OR (role IN ('administrator', 'auditor'))),
  CHECK (to_date >= (from_date - 1)),
  CHECK (role IN ('administrator', 'owner', 'clerk', 'head', 'appraiser', 'council', 'auditor', 'interviewer'))
);
CREATE INDEX membership_account ON membership (account_id);
CREATE INDEX membership_body ON membership (body_id);
CREATE TRIGGER enough_administrators AFTER UPDATE OF to_date ON membership FOR EACH ROW EXECUTE FUNCTION app.refuse_too_few_administrators();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON membership FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER not_longer BEFORE UPDATE OF to_date ON membership FOR EACH ROW EXECUTE FUNCTION app.refuse_longer_role();
CREATE TRIGGER tell_concerned AFTER INSERT OR UPDATE OF to_date ON membership FOR EACH ROW EXECUTE FUNCTION app.tell_of_role();
GRANT INSERT, SELECT ON membership TO parindex_app;
GRANT SELECT ON membership TO parindex_sign_on;
GRANT UPDATE (to_date, ended_by, ended_at, handover_id, version) ON membership TO parindex_app;
ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
-- policy membership_add FOR INSERT TO parindex_app
-- policy membership_change FOR UPDATE TO parindex_app
-- policy membership_read FOR SELECT TO parindex_app
-- policy membership_sign_on FOR SELECT TO parindex_sign_on

CREATE TABLE migration (
  name character varying(255) NOT NULL,
  timestamp character varying(255) NOT NULL,
  PRIMARY KEY (name)
);
GRANT SELECT ON migration TO parindex_app;

-- From here on functions and policies are applied from server/src/db/functions and policies, after the migrations (definitions.ts). What was applied last:
CREATE TABLE migration_repeatable (
  single boolean NOT NULL DEFAULT true,
  -- SHA-256 of the files' names and texts.
  hash text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now(),
  release integer NOT NULL DEFAULT 0,
  PRIMARY KEY (single),
  CHECK (single)
);
GRANT SELECT ON migration_repeatable TO parindex_app;

CREATE TABLE notice (
  id uuid NOT NULL,
  round_id text NOT NULL,
  -- answer: to a question, whose words stand with it; who asked does not.
  kind text NOT NULL,
  -- Absent: of the whole round. By its code, and what that is a code of.
  item text,
  edition_id text,
  question text,
  text text NOT NULL,
  published_by uuid NOT NULL,
  published_at timestamptz(3) NOT NULL,
  withdrawn_by uuid,
  withdrawn_at timestamptz(3),
  doc_number text,
  issued_on date,
  files uuid[] NOT NULL DEFAULT '{}'::uuid[],
  PRIMARY KEY (id),
  FOREIGN KEY (edition_id) REFERENCES edition(id),
  FOREIGN KEY (published_by) REFERENCES account(id),
  FOREIGN KEY (round_id) REFERENCES round(id),
  FOREIGN KEY (withdrawn_by) REFERENCES account(id),
  CHECK ((item IS NULL) = (edition_id IS NULL)),
  CHECK ((kind = 'answer') = (question IS NOT NULL)),
  CHECK (num_nulls(withdrawn_by, withdrawn_at) IN (0, 2)),
  CHECK (num_nulls(doc_number, issued_on) IN (0, 2)),
  CHECK ((length(doc_number) >= 1) AND (length(doc_number) <= 100)),
  CHECK (cardinality(files) <= 20),
  CHECK ((length(item) >= 1) AND (length(item) <= 100)),
  CHECK (kind IN ('guidance', 'announcement', 'answer')),
  CHECK ((length(question) >= 1) AND (length(question) <= 5000)),
  CHECK ((length(text) >= 1) AND (length(text) <= 5000))
);
CREATE INDEX notice_round ON notice (round_id, published_at DESC);
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON notice FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER withdrawn_once BEFORE UPDATE ON notice FOR EACH ROW WHEN ((old.withdrawn_at IS NOT NULL)) EXECUTE FUNCTION app.refuse_change();
GRANT INSERT (id, round_id, kind, item, edition_id, question, text, published_by, published_at, doc_number, issued_on, files) ON notice TO parindex_app;
GRANT SELECT ON notice TO parindex_app;
GRANT UPDATE (withdrawn_by, withdrawn_at) ON notice TO parindex_app;
ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
-- policy notice_add FOR INSERT TO parindex_app
-- policy notice_read FOR SELECT TO parindex_app
-- policy notice_withdraw FOR UPDATE TO parindex_app

-- Somebody says that they have read a notice; through which office, as the list is by body.
CREATE TABLE notice_reading (
  id uuid NOT NULL,
  notice_id uuid NOT NULL,
  account_id uuid NOT NULL,
  office uuid NOT NULL,
  read_at timestamptz(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (notice_id, account_id),
  FOREIGN KEY (account_id) REFERENCES account(id),
  FOREIGN KEY (notice_id) REFERENCES notice(id),
  FOREIGN KEY (office) REFERENCES membership(id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON notice_reading FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON notice_reading TO parindex_app;
ALTER TABLE notice_reading ENABLE ROW LEVEL SECURITY;
-- policy notice_reading_add FOR INSERT TO parindex_app
-- policy notice_reading_read FOR SELECT TO parindex_app

CREATE TABLE one_time_link (
  token_hash bytea NOT NULL,
  purpose text NOT NULL,
  account_id uuid NOT NULL,
  created_by uuid,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  withdrawn_at timestamptz,
  PRIMARY KEY (token_hash),
  FOREIGN KEY (account_id) REFERENCES account(id),
  FOREIGN KEY (created_by) REFERENCES account(id),
  CHECK (purpose IN ('invitation', 'reset'))
);
CREATE INDEX one_time_link_account ON one_time_link (account_id);
GRANT INSERT ON one_time_link TO parindex_app;
GRANT SELECT (purpose, account_id, created_by, created_at, expires_at, used_at, withdrawn_at) ON one_time_link TO parindex_app;
GRANT SELECT ON one_time_link TO parindex_sign_on;
GRANT UPDATE (used_at, withdrawn_at) ON one_time_link TO parindex_sign_on;
GRANT UPDATE (withdrawn_at) ON one_time_link TO parindex_app;
ALTER TABLE one_time_link ENABLE ROW LEVEL SECURITY;
-- policy one_time_link_add FOR INSERT TO parindex_app
-- policy one_time_link_change FOR UPDATE TO parindex_app
-- policy one_time_link_read FOR SELECT TO parindex_app
-- policy one_time_link_sign_on FOR ALL TO parindex_sign_on

-- The text of each page, and what a preview shows of it.
CREATE TABLE page_text (
  document_id uuid NOT NULL,
  number smallint NOT NULL,
  page integer NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  title text,
  text text NOT NULL,
  blocks jsonb,
  -- By the core's searchKey, word by word.
  words tsvector NOT NULL,
  -- Of its document: found pages are told newest first.
  created_at timestamptz NOT NULL,
  PRIMARY KEY (document_id, number, page),
  FOREIGN KEY (document_id, number) REFERENCES document_version(document_id, number),
  CHECK (page > 0)
);
CREATE INDEX page_text_newest ON page_text (round_id, created_at DESC, document_id, number, page);
CREATE INDEX page_text_newest_of_body ON page_text (body_id, round_id, created_at DESC, document_id, number, page);
CREATE INDEX page_text_words ON page_text USING gin (words) WITH (fastupdate=off);
CREATE TRIGGER not_of_gone BEFORE INSERT OR UPDATE ON page_text FOR EACH ROW EXECUTE FUNCTION app.refuse_words_of_gone();
GRANT INSERT, SELECT ON page_text TO parindex_app, parindex_jobs;
ALTER TABLE page_text ENABLE ROW LEVEL SECURITY;
-- policy page_text_add FOR INSERT TO parindex_app
-- policy page_text_added_by_department AS RESTRICTIVE FOR INSERT TO parindex_app
-- policy page_text_jobs FOR ALL TO parindex_jobs
-- policy page_text_not_held AS RESTRICTIVE FOR SELECT TO parindex_app
-- policy page_text_read FOR SELECT TO parindex_app
-- policy page_text_unseen AS RESTRICTIVE FOR SELECT TO parindex_app

-- What departments have in hand: the fold of proposals beside the ledger, as cells are of what counts.
CREATE TABLE part (
  round_id text NOT NULL,
  body_id text NOT NULL,
  target_kind text NOT NULL,
  target text NOT NULL,
  standing text NOT NULL,
  -- Of the entry that brought it there.
  seq integer NOT NULL,
  fields jsonb NOT NULL,
  seqs jsonb NOT NULL,
  PRIMARY KEY (round_id, body_id, target_kind, target),
  FOREIGN KEY (round_id, body_id) REFERENCES participant(round_id, body_id),
  CHECK (standing IN ('entered', 'submitted', 'passed', 'returned', 'approved', 'changed', 'reviewed')),
  CHECK (target_kind IN ('item', 'figure'))
) WITH (fillfactor=70);
GRANT DELETE, INSERT, SELECT, UPDATE ON part TO parindex_app;
ALTER TABLE part ENABLE ROW LEVEL SECURITY;
-- policy part_add FOR INSERT TO parindex_app
-- policy part_change FOR UPDATE TO parindex_app
-- policy part_read FOR SELECT TO parindex_app
-- policy part_remove FOR DELETE TO parindex_app

-- A body in a round: the row under its sheet. Writers of one sheet wait for each other here.
CREATE TABLE participant (
  round_id text NOT NULL,
  body_id text NOT NULL,
  position integer NOT NULL,
  block text,
  ranked boolean NOT NULL DEFAULT true,
  state text NOT NULL DEFAULT 'open',
  PRIMARY KEY (round_id, body_id),
  FOREIGN KEY (body_id) REFERENCES body(id),
  FOREIGN KEY (round_id) REFERENCES round(id),
  CHECK (state IN ('open', 'frozen', 'sent'))
);
CREATE INDEX participant_body ON participant (body_id);
GRANT DELETE, SELECT ON participant TO parindex_app;
GRANT INSERT (round_id, body_id, position, block, ranked) ON participant TO parindex_app;
GRANT SELECT ON participant TO parindex_jobs;
GRANT UPDATE (position, block, ranked) ON participant TO parindex_app;
ALTER TABLE participant ENABLE ROW LEVEL SECURITY;
-- policy participant_read FOR SELECT TO parindex_app
-- policy participant_write FOR ALL TO parindex_app

-- What may lawfully be erased one day: free text, before and after. What is hashed refers to it by a salted hash.
CREATE TABLE payload (
  id uuid NOT NULL,
  round_id text,
  body_id text,
  salt bytea NOT NULL,
  -- Absent once purged.
  content jsonb,
  purged_by_act bigint,
  kept_inside boolean NOT NULL DEFAULT false,
  stage text,
  PRIMARY KEY (id),
  CHECK (stage IN ('claimed', 'appraised', 'second', 'council', 'reply', 'replyPart'))
);
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON payload FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT ON payload TO parindex_jobs, parindex_sign_on;
GRANT INSERT, SELECT ON payload TO parindex_app;
GRANT SELECT ON payload TO parindex_retention;
GRANT UPDATE (content, purged_by_act) ON payload TO parindex_retention;
ALTER TABLE payload ENABLE ROW LEVEL SECURITY;
-- policy payload_inside AS RESTRICTIVE FOR SELECT TO parindex_app
-- policy payload_jobs FOR INSERT TO parindex_jobs
-- policy payload_of_department AS RESTRICTIVE FOR SELECT TO parindex_app
-- policy payload_of_erasure FOR INSERT TO parindex_app
-- policy payload_purge FOR ALL TO parindex_retention
-- policy payload_read FOR SELECT TO parindex_app
-- policy payload_sign_on FOR INSERT TO parindex_sign_on
-- policy payload_told AS RESTRICTIVE FOR SELECT TO parindex_app
-- policy payload_unseen AS RESTRICTIVE FOR SELECT TO parindex_app
-- policy payload_untold AS RESTRICTIVE FOR SELECT TO parindex_app
-- policy payload_write FOR INSERT TO parindex_app

-- What an appraising body has given to its people (decision 0100): an item of all bodies, all items of a body, or one item of one body.
CREATE TABLE person_share (
  id uuid NOT NULL,
  round_id text NOT NULL,
  -- The body that appraises.
  office_body text NOT NULL,
  -- By its code in this edition; null: every item.
  item text,
  edition_id text NOT NULL,
  -- null: every body.
  body_id text,
  account_id uuid NOT NULL,
  assigned_by uuid NOT NULL,
  assigned_at timestamptz NOT NULL,
  ended_by uuid,
  ended_at timestamptz,
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES account(id),
  FOREIGN KEY (assigned_by) REFERENCES account(id),
  FOREIGN KEY (body_id) REFERENCES body(id),
  FOREIGN KEY (edition_id) REFERENCES edition(id),
  FOREIGN KEY (ended_by) REFERENCES account(id),
  FOREIGN KEY (office_body) REFERENCES body(id),
  FOREIGN KEY (round_id) REFERENCES round(id),
  CHECK (num_nonnulls(item, body_id) > 0),
  CHECK (num_nonnulls(ended_by, ended_at) IN (0, 2)),
  CHECK ((length(item) >= 1) AND (length(item) <= 100))
);
CREATE UNIQUE INDEX person_share_once ON person_share (round_id, office_body, item, body_id, account_id) NULLS NOT DISTINCT WHERE (ended_at IS NULL);
CREATE TRIGGER ended_once BEFORE UPDATE ON person_share FOR EACH ROW WHEN ((old.ended_at IS NOT NULL)) EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON person_share FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON person_share TO parindex_app;
GRANT UPDATE (ended_by, ended_at) ON person_share TO parindex_app;
ALTER TABLE person_share ENABLE ROW LEVEL SECURITY;
-- policy person_share_add FOR INSERT TO parindex_app
-- policy person_share_end FOR UPDATE TO parindex_app
-- policy person_share_read FOR SELECT TO parindex_app

CREATE TABLE personal_token (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL,
  name text NOT NULL,
  token_hash bytea NOT NULL,
  scopes text[] NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (id),
  UNIQUE (token_hash),
  FOREIGN KEY (account_id) REFERENCES account(id),
  CHECK ((length(name) >= 1) AND (length(name) <= 100))
);
CREATE INDEX personal_token_account ON personal_token (account_id);
CREATE TRIGGER never_prolonged BEFORE UPDATE OF expires_at ON personal_token FOR EACH ROW WHEN ((new.expires_at > old.expires_at)) EXECUTE FUNCTION app.refuse_change();
GRANT INSERT ON personal_token TO parindex_app;
GRANT SELECT (id, account_id, name, revoked_at) ON personal_token TO parindex_sign_on;
GRANT SELECT (id, account_id, name, scopes, created_at, expires_at, used_at, revoked_at) ON personal_token TO parindex_app;
GRANT UPDATE (expires_at, revoked_at) ON personal_token TO parindex_app;
GRANT UPDATE (revoked_at) ON personal_token TO parindex_sign_on;
ALTER TABLE personal_token ENABLE ROW LEVEL SECURITY;
-- policy personal_token_add FOR INSERT TO parindex_app
-- policy personal_token_change FOR UPDATE TO parindex_app
-- policy personal_token_read FOR SELECT TO parindex_app
-- policy personal_token_sign_on FOR ALL TO parindex_sign_on

CREATE TABLE question (
  id uuid NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  item text NOT NULL,
  edition_id text NOT NULL,
  text text NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamptz(3) NOT NULL,
  answer_id uuid,
  PRIMARY KEY (id),
  UNIQUE (answer_id),
  FOREIGN KEY (answer_id) REFERENCES notice(id),
  FOREIGN KEY (asked_by) REFERENCES account(id),
  FOREIGN KEY (edition_id) REFERENCES edition(id),
  FOREIGN KEY (round_id, body_id) REFERENCES participant(round_id, body_id),
  CHECK ((length(item) >= 1) AND (length(item) <= 100)),
  CHECK ((length(text) >= 1) AND (length(text) <= 5000))
);
CREATE INDEX question_body ON question (body_id);
CREATE INDEX question_round ON question (round_id, asked_at);
CREATE TRIGGER answered_once BEFORE UPDATE ON question FOR EACH ROW WHEN ((old.answer_id IS NOT NULL)) EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON question FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT (id, round_id, body_id, item, edition_id, text, asked_by, asked_at) ON question TO parindex_app;
GRANT SELECT ON question TO parindex_app;
GRANT UPDATE (answer_id) ON question TO parindex_app;
ALTER TABLE question ENABLE ROW LEVEL SECURITY;
-- policy question_answer FOR UPDATE TO parindex_app
-- policy question_ask FOR INSERT TO parindex_app
-- policy question_read FOR SELECT TO parindex_app

-- Codes that stand in for a lost second factor, each once; only their hashes.
CREATE TABLE recovery_code (
  account_id uuid NOT NULL,
  code_hash bytea NOT NULL,
  made_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (account_id, code_hash),
  FOREIGN KEY (account_id) REFERENCES account(id),
  CHECK (length(code_hash) = 32)
);
GRANT DELETE, INSERT, SELECT ON recovery_code TO parindex_sign_on;
GRANT SELECT (account_id, made_at, used_at) ON recovery_code TO parindex_app;
GRANT UPDATE (used_at) ON recovery_code TO parindex_sign_on;
ALTER TABLE recovery_code ENABLE ROW LEVEL SECURITY;
-- policy recovery_code_read FOR SELECT TO parindex_app
-- policy recovery_code_sign_on FOR ALL TO parindex_sign_on

-- Refused sign-ins in sums, until their quarter of an hour is over and the trail is told.
CREATE TABLE refused_sign_in (
  quarter timestamptz NOT NULL,
  -- Absent: there is no such account.
  account_id uuid,
  kind text NOT NULL,
  -- An IPv4 address, or the first half of an IPv6 one.
  address text NOT NULL,
  count integer NOT NULL,
  UNIQUE NULLS NOT DISTINCT (quarter, address, account_id, kind),
  FOREIGN KEY (account_id) REFERENCES account(id),
  CHECK (kind IN ('password', 'code'))
);
GRANT DELETE, INSERT, SELECT ON refused_sign_in TO parindex_sign_on;
GRANT UPDATE (count) ON refused_sign_in TO parindex_sign_on;
ALTER TABLE refused_sign_in ENABLE ROW LEVEL SECURITY;
-- policy refused_sign_in_sign_on FOR ALL TO parindex_sign_on

CREATE TABLE reminder (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL,
  -- Kind, what it is of and the closing: told once to a person, whoever looks how often.
  key text NOT NULL,
  round_id text,
  body_id text NOT NULL,
  -- As it stood when it was told: titles, step, closing.
  told jsonb NOT NULL,
  day date NOT NULL,
  made_at timestamptz(3) NOT NULL,
  mail_id uuid NOT NULL,
  read_at timestamptz(3),
  edition_id text,
  PRIMARY KEY (id),
  UNIQUE (account_id, key),
  FOREIGN KEY (account_id) REFERENCES account(id),
  FOREIGN KEY (body_id) REFERENCES body(id),
  FOREIGN KEY (edition_id) REFERENCES edition(id),
  FOREIGN KEY (mail_id) REFERENCES mail(id),
  FOREIGN KEY (round_id) REFERENCES round(id),
  CHECK (num_nonnulls(round_id, edition_id) = 1),
  CHECK (length(key) <= 1000)
);
CREATE INDEX reminder_mail ON reminder (mail_id);
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON reminder FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT ON reminder TO parindex_jobs;
GRANT SELECT (account_id, key) ON reminder TO parindex_jobs;
GRANT SELECT ON reminder TO parindex_app;
GRANT UPDATE (read_at) ON reminder TO parindex_app;
ALTER TABLE reminder ENABLE ROW LEVEL SECURITY;
-- policy reminder_jobs FOR ALL TO parindex_jobs
-- policy reminder_mark FOR UPDATE TO parindex_app
-- policy reminder_read FOR SELECT TO parindex_app

-- A sheet reopened by the owner. Its id is that of the entry, where the reason stands.
CREATE TABLE reopening (
  id uuid NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  seq integer NOT NULL,
  -- By their codes in the edition; absent: the whole sheet.
  items text[],
  edition_id text NOT NULL,
  -- Absent: by the calendar.
  until timestamptz(3),
  by uuid NOT NULL,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (round_id, body_id, seq),
  FOREIGN KEY (by) REFERENCES account(id),
  FOREIGN KEY (edition_id) REFERENCES edition(id),
  FOREIGN KEY (id) REFERENCES entry(id),
  FOREIGN KEY (round_id, body_id) REFERENCES participant(round_id, body_id),
  CHECK (cardinality(items) > 0)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON reopening FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON reopening TO parindex_app;
ALTER TABLE reopening ENABLE ROW LEVEL SECURITY;
-- policy reopening_add FOR INSERT TO parindex_app
-- policy reopening_read FOR SELECT TO parindex_app

-- Signed reports that lay in the store though nothing was sent with them, and until when each is, or was, being erased.
CREATE TABLE report_sweep (
  file_hash bytea NOT NULL,
  until timestamptz NOT NULL,
  PRIMARY KEY (file_hash),
  CHECK (octet_length(file_hash) = 32)
);

-- Difficulties and proposals of a body, as its report says them: each version stays.
CREATE TABLE report_text (
  id uuid NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  version integer NOT NULL,
  payload_id uuid NOT NULL,
  written_by uuid NOT NULL,
  written_at timestamptz(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (round_id, body_id, version),
  FOREIGN KEY (payload_id) REFERENCES payload(id),
  FOREIGN KEY (round_id, body_id) REFERENCES participant(round_id, body_id),
  FOREIGN KEY (written_by) REFERENCES account(id),
  CHECK (version > 0)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON report_text FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON report_text TO parindex_app;
ALTER TABLE report_text ENABLE ROW LEVEL SECURITY;
-- policy report_text_add FOR INSERT TO parindex_app
-- policy report_text_read FOR SELECT TO parindex_app

CREATE TABLE retention_term (
  document_class text NOT NULL,
  -- Full years after the one in which the round closed; absent: kept for ever.
  years smallint,
  basis text NOT NULL,
  set_by uuid NOT NULL,
  set_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (document_class),
  FOREIGN KEY (set_by) REFERENCES account(id),
  CHECK ((length(basis) >= 1) AND (length(basis) <= 1000)),
  CHECK (document_class IN ('withdrawn', 'personalData', 'cited', 'uncited')),
  CHECK ((years >= 1) AND (years <= 100))
);
GRANT INSERT, SELECT ON retention_term TO parindex_app;
GRANT UPDATE (years, basis, set_by, set_at, version) ON retention_term TO parindex_app;
ALTER TABLE retention_term ENABLE ROW LEVEL SECURITY;
-- policy retention_term_read FOR SELECT TO parindex_app
-- policy retention_term_set FOR ALL TO parindex_app

-- What an entry was added up from.
CREATE TABLE roll_up (
  entry_id uuid NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  figure text NOT NULL,
  source_round text NOT NULL,
  source_figure text NOT NULL,
  -- [{ body, name, value, stage, seq, at }]
  components jsonb NOT NULL,
  -- Bodies that have no figure yet and were left out by name: [{ body, name }]
  without jsonb NOT NULL,
  reason text,
  made_by uuid NOT NULL,
  made_at timestamptz(3) NOT NULL,
  PRIMARY KEY (entry_id),
  FOREIGN KEY (entry_id) REFERENCES entry(id),
  FOREIGN KEY (made_by) REFERENCES account(id),
  FOREIGN KEY (round_id, body_id) REFERENCES participant(round_id, body_id),
  FOREIGN KEY (source_round) REFERENCES round(id),
  CHECK ((jsonb_array_length(without) = 0) OR (reason IS NOT NULL)),
  CHECK ((length(reason) >= 1) AND (length(reason) <= 2000))
);
CREATE INDEX roll_up_figure ON roll_up (round_id, body_id, figure, made_at);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON roll_up FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON roll_up TO parindex_app;
ALTER TABLE roll_up ENABLE ROW LEVEL SECURITY;
-- policy roll_up_add FOR INSERT TO parindex_app
-- policy roll_up_read FOR SELECT TO parindex_app

CREATE TABLE round (
  id text NOT NULL,
  owner_body text NOT NULL,
  year smallint NOT NULL,
  title text NOT NULL,
  edition_id text,
  state text NOT NULL,
  copied_from text,
  created_by uuid,
  created_at timestamptz NOT NULL,
  opened_at timestamptz,
  closed_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  deadline_act text,
  ranking_shown text NOT NULL DEFAULT 'overseers',
  own_cause_months integer NOT NULL DEFAULT 24,
  verdict_reasons jsonb,
  second_person_over text,
  PRIMARY KEY (id),
  FOREIGN KEY (copied_from) REFERENCES round(id),
  FOREIGN KEY (created_by) REFERENCES account(id),
  FOREIGN KEY (edition_id) REFERENCES edition(id),
  FOREIGN KEY (owner_body) REFERENCES body(id),
  CHECK ((state = 'draft') OR (edition_id IS NOT NULL)),
  CHECK (deadline_act IN ('freeze', 'send')),
  CHECK ((id ~ '^[a-z0-9]+(-[a-z0-9]+)*$') AND (length(id) <= 100)),
  CHECK ((own_cause_months >= 0) AND (own_cause_months <= 120)),
  CHECK (ranking_shown IN ('overseers', 'ownPlace', 'participants')),
  CHECK (second_person_over ~ '^[0-9]{1,4}(\.[0-9]{1,4})?$'),
  CHECK (state IN ('draft', 'open', 'closed')),
  CHECK ((length(title) >= 1) AND (length(title) <= 300)),
  CHECK ((year >= 2000) AND (year <= 2200))
);
CREATE TRIGGER closing_by_two BEFORE UPDATE OF state ON round FOR EACH ROW WHEN ((old.state IS DISTINCT FROM new.state)) EXECUTE FUNCTION app.refuse_closing_alone();
CREATE TRIGGER made_open BEFORE INSERT ON round FOR EACH ROW WHEN ((new.state <> 'draft')) EXECUTE FUNCTION app.refuse_closing_alone();
GRANT INSERT (id, owner_body, year, title, edition_id, state, copied_from, created_by, created_at, verdict_reasons, second_person_over) ON round TO parindex_app;
GRANT SELECT ON round TO parindex_app, parindex_jobs;
GRANT UPDATE (year, title, edition_id, state, opened_at, version, deadline_act, ranking_shown, own_cause_months, verdict_reasons, second_person_over) ON round TO parindex_app;
ALTER TABLE round ENABLE ROW LEVEL SECURITY;
-- policy round_read FOR SELECT TO parindex_app
-- policy round_second_person AS RESTRICTIVE FOR UPDATE TO parindex_app
-- policy round_write FOR ALL TO parindex_app

CREATE TABLE round_document (
  id uuid NOT NULL,
  round_id text NOT NULL,
  -- decision: on an extension or an exclusion.
  kind text NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamptz(3) NOT NULL,
  withdrawn_by uuid,
  withdrawn_at timestamptz(3),
  PRIMARY KEY (id),
  UNIQUE (round_id, id),
  FOREIGN KEY (made_by) REFERENCES account(id),
  FOREIGN KEY (round_id) REFERENCES round(id),
  FOREIGN KEY (withdrawn_by) REFERENCES account(id),
  CHECK (num_nulls(withdrawn_by, withdrawn_at) IN (0, 2)),
  CHECK (kind IN ('plan', 'guidance', 'decision', 'urging'))
);
CREATE UNIQUE INDEX round_document_one_plan ON round_document (round_id) WHERE ((kind = 'plan') AND (withdrawn_at IS NULL));
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON round_document FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER withdrawn_once BEFORE UPDATE ON round_document FOR EACH ROW WHEN ((old.withdrawn_at IS NOT NULL)) EXECUTE FUNCTION app.refuse_change();
GRANT INSERT (id, round_id, kind, made_by, made_at) ON round_document TO parindex_app;
GRANT SELECT ON round_document TO parindex_app;
GRANT UPDATE (withdrawn_by, withdrawn_at) ON round_document TO parindex_app;
ALTER TABLE round_document ENABLE ROW LEVEL SECURITY;
-- policy round_document_add FOR INSERT TO parindex_app
-- policy round_document_read FOR SELECT TO parindex_app
-- policy round_document_withdraw FOR UPDATE TO parindex_app

-- The highest number is read; those before stay.
CREATE TABLE round_document_version (
  document_id uuid NOT NULL,
  number smallint NOT NULL,
  round_id text NOT NULL,
  doc_number text NOT NULL,
  issued_on date NOT NULL,
  issuer text NOT NULL,
  subject text NOT NULL,
  -- In the order in which they are shown; files of the same round (policy).
  files uuid[] NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamptz(3) NOT NULL,
  PRIMARY KEY (document_id, number),
  FOREIGN KEY (made_by) REFERENCES account(id),
  FOREIGN KEY (round_id, document_id) REFERENCES round_document(round_id, id),
  CHECK ((length(doc_number) >= 1) AND (length(doc_number) <= 100)),
  CHECK ((cardinality(files) >= 0) AND (cardinality(files) <= 20)),
  CHECK ((length(issuer) >= 1) AND (length(issuer) <= 300)),
  CHECK (number > 0),
  CHECK ((length(subject) >= 1) AND (length(subject) <= 2000))
);
CREATE INDEX round_document_version_round ON round_document_version (round_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON round_document_version FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON round_document_version TO parindex_app;
ALTER TABLE round_document_version ENABLE ROW LEVEL SECURITY;
-- policy round_document_version_add FOR INSERT TO parindex_app
-- policy round_document_version_read FOR SELECT TO parindex_app

-- A file as it was brought: found by its hash in the store, among reports.
CREATE TABLE round_file (
  id uuid NOT NULL,
  round_id text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  bytes integer NOT NULL,
  sha256 bytea NOT NULL,
  scanned boolean NOT NULL,
  brought_by uuid NOT NULL,
  brought_at timestamptz(3) NOT NULL,
  urged text[],
  erased_at timestamptz(3),
  PRIMARY KEY (id),
  FOREIGN KEY (brought_by) REFERENCES account(id),
  FOREIGN KEY (round_id) REFERENCES round(id),
  CHECK (bytes > 0),
  CHECK ((length(kind) >= 1) AND (length(kind) <= 20)),
  CHECK ((length(name) >= 1) AND (length(name) <= 300)),
  CHECK (length(sha256) = 32),
  CHECK (cardinality(urged) > 0)
);
CREATE INDEX round_file_hash ON round_file (sha256);
CREATE INDEX round_file_round ON round_file (round_id);
CREATE TRIGGER erased_once BEFORE UPDATE ON round_file FOR EACH ROW EXECUTE FUNCTION app.refuse_change_of_file();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON round_file FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON round_file TO parindex_app;
ALTER TABLE round_file ENABLE ROW LEVEL SECURITY;
-- policy round_file_add FOR INSERT TO parindex_app
-- policy round_file_read FOR SELECT TO parindex_app

-- Closing a round, and undoing that until it is published, take two persons: one asks with a reason, another decides (decision 0068).
CREATE TABLE round_request (
  id uuid NOT NULL,
  round_id text NOT NULL,
  kind text NOT NULL,
  -- What was still open in the round, as whoever asked was told.
  told jsonb NOT NULL,
  reason text NOT NULL,
  asked_by uuid NOT NULL,
  asked_office uuid NOT NULL,
  asked_at timestamptz(3) NOT NULL,
  -- Nobody decides it any more from then on.
  lapses_at timestamptz(3) NOT NULL,
  decision text,
  note text,
  decided_by uuid,
  -- Absent where whoever asked stopped it.
  decided_office uuid,
  decided_at timestamptz(3),
  PRIMARY KEY (id),
  FOREIGN KEY (asked_by) REFERENCES account(id),
  FOREIGN KEY (asked_office) REFERENCES membership(id),
  FOREIGN KEY (decided_by) REFERENCES account(id),
  FOREIGN KEY (decided_office) REFERENCES membership(id),
  FOREIGN KEY (round_id) REFERENCES round(id),
  CHECK ((decision = 'stopped') OR (decided_by <> asked_by)),
  CHECK (num_nulls(decision, decided_by, decided_at) IN (0, 3)),
  CHECK ((decided_office IS NOT NULL) = ((decision IS NOT NULL) AND (decision <> 'stopped'))),
  CHECK (decision IN ('carriedOut', 'refused', 'stopped')),
  CHECK (kind IN ('close', 'undoClosing')),
  CHECK (length(note) <= 2000),
  CHECK ((length(reason) >= 1) AND (length(reason) <= 2000)),
  CHECK (jsonb_typeof(told) = 'array')
);
CREATE INDEX round_request_round ON round_request (round_id, asked_at DESC);
CREATE TRIGGER decided_once BEFORE UPDATE ON round_request FOR EACH ROW WHEN ((old.decision IS NOT NULL)) EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON round_request FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT (id, round_id, kind, told, reason, asked_by, asked_office, asked_at, lapses_at) ON round_request TO parindex_app;
GRANT SELECT ON round_request TO parindex_app;
ALTER TABLE round_request ENABLE ROW LEVEL SECURITY;
-- policy round_request_ask FOR INSERT TO parindex_app
-- policy round_request_read FOR SELECT TO parindex_app

-- The final result of a round: what was computed when it was closed, with the snapshot that it was computed from (decision 0107).
CREATE TABLE round_result (
  round_id text NOT NULL,
  -- The closing that it belongs to: one that is undone leaves its result behind, and no result of the round.
  closed_at timestamptz(3) NOT NULL,
  snapshot_hash text NOT NULL,
  result_hash text NOT NULL,
  -- The canonical text of the snapshot, compressed (gzip).
  snapshot bytea NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamptz(3) NOT NULL,
  PRIMARY KEY (round_id, closed_at),
  FOREIGN KEY (made_by) REFERENCES account(id),
  FOREIGN KEY (round_id) REFERENCES round(id),
  CHECK (result_hash ~ '^[0-9a-f]{64}$'),
  CHECK (snapshot_hash ~ '^[0-9a-f]{64}$')
);
CREATE INDEX round_result_made_by ON round_result (made_by);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON round_result FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON round_result TO parindex_app;
ALTER TABLE round_result ENABLE ROW LEVEL SECURITY;
-- policy round_result_keep FOR INSERT TO parindex_app
-- policy round_result_read FOR SELECT TO parindex_app

CREATE TABLE round_step (
  round_id text NOT NULL,
  step text NOT NULL,
  opens timestamptz NOT NULL,
  closes timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (round_id, step),
  FOREIGN KEY (round_id) REFERENCES round(id),
  CHECK (opens < closes),
  CHECK (step IN ('monitoring', 'selfAssessment', 'appraisal', 'explanation', 'secondAppraisal', 'survey', 'council', 'publication'))
);
GRANT DELETE, INSERT, SELECT, UPDATE ON round_step TO parindex_app;
GRANT SELECT ON round_step TO parindex_jobs;
ALTER TABLE round_step ENABLE ROW LEVEL SECURITY;
-- policy round_step_read FOR SELECT TO parindex_app
-- policy round_step_write FOR ALL TO parindex_app

-- A design as it was brought; the newest counts until a draw is declared.
CREATE TABLE sample_design (
  id uuid NOT NULL,
  round_id text NOT NULL,
  -- In which order they came: the highest counts.
  number integer NOT NULL,
  -- As it was written.
  document text NOT NULL,
  -- Normal form and its hash.
  design json NOT NULL,
  hash text NOT NULL,
  brought_by uuid NOT NULL,
  brought_at timestamptz(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (round_id, id),
  UNIQUE (round_id, number),
  FOREIGN KEY (brought_by) REFERENCES account(id),
  FOREIGN KEY (round_id) REFERENCES survey(round_id),
  CHECK ((length(document) >= 1) AND (length(document) <= 200000)),
  CHECK (hash ~ '^[0-9a-f]{64}$'),
  CHECK (number > 0)
);
CREATE INDEX sample_design_brought_by ON sample_design (brought_by);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON sample_design FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON sample_design TO parindex_app;
ALTER TABLE sample_design ENABLE ROW LEVEL SECURITY;
-- policy sample_design_bring FOR INSERT TO parindex_app
-- policy sample_design_read FOR SELECT TO parindex_app

-- A draw as it was declared: design and frame are fixed, and by which public act the seed will be. The next one only once it was withdrawn (policy).
CREATE TABLE sample_draw (
  id uuid NOT NULL,
  round_id text NOT NULL,
  number smallint NOT NULL,
  frame_id uuid NOT NULL,
  design json NOT NULL,
  design_hash text NOT NULL,
  frame_hash text NOT NULL,
  clusters integer NOT NULL,
  households bigint NOT NULL,
  strata json NOT NULL,
  sample integer NOT NULL,
  -- What is held, where, when.
  event text NOT NULL,
  place text NOT NULL,
  held_at timestamptz(3) NOT NULL,
  declared_by uuid NOT NULL,
  declared_at timestamptz(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (round_id, number),
  FOREIGN KEY (declared_by) REFERENCES account(id),
  FOREIGN KEY (round_id) REFERENCES survey(round_id),
  FOREIGN KEY (round_id, frame_id) REFERENCES sample_frame(round_id, id),
  CHECK (held_at > declared_at),
  CHECK (design_hash ~ '^[0-9a-f]{64}$'),
  CHECK ((length(event) >= 1) AND (length(event) <= 2000)),
  CHECK (frame_hash ~ '^[0-9a-f]{64}$'),
  CHECK (number > 0),
  CHECK ((length(place) >= 1) AND (length(place) <= 300))
);
CREATE INDEX sample_draw_declared_by ON sample_draw (declared_by);
CREATE INDEX sample_draw_frame ON sample_draw (round_id, frame_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON sample_draw FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON sample_draw TO parindex_app;
ALTER TABLE sample_draw ENABLE ROW LEVEL SECURITY;
-- policy sample_draw_declare FOR INSERT TO parindex_app
-- policy sample_draw_read FOR SELECT TO parindex_app

-- The record to the letter, as it is downloaded and verified.
CREATE TABLE sample_draw_record (
  draw_id uuid NOT NULL,
  record text NOT NULL,
  PRIMARY KEY (draw_id),
  FOREIGN KEY (draw_id) REFERENCES sample_draw_result(draw_id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON sample_draw_record FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON sample_draw_record TO parindex_app;
ALTER TABLE sample_draw_record ENABLE ROW LEVEL SECURITY;
-- policy sample_draw_record_keep FOR INSERT TO parindex_app
-- policy sample_draw_record_read FOR SELECT TO parindex_app

-- The seed that came out, and by which minutes: once, and not before the act.
CREATE TABLE sample_draw_result (
  draw_id uuid NOT NULL,
  seed text NOT NULL,
  -- Who was there.
  attended text NOT NULL,
  document_number text NOT NULL,
  document_date date NOT NULL,
  -- The hash of the record, which is all that the draw gave.
  record_hash text NOT NULL,
  entered_by uuid NOT NULL,
  entered_at timestamptz(3) NOT NULL,
  PRIMARY KEY (draw_id),
  FOREIGN KEY (draw_id) REFERENCES sample_draw(id),
  FOREIGN KEY (entered_by) REFERENCES account(id),
  CHECK ((length(attended) >= 1) AND (length(attended) <= 2000)),
  CHECK ((length(document_number) >= 1) AND (length(document_number) <= 100)),
  CHECK (record_hash ~ '^[0-9a-f]{64}$'),
  CHECK ((length(seed) >= 1) AND (length(seed) <= 200))
);
CREATE INDEX sample_draw_result_entered_by ON sample_draw_result (entered_by);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON sample_draw_result FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON sample_draw_result TO parindex_app;
ALTER TABLE sample_draw_result ENABLE ROW LEVEL SECURITY;
-- policy sample_draw_result_enter FOR INSERT TO parindex_app
-- policy sample_draw_result_read FOR SELECT TO parindex_app

-- That a draw counts no more, and why: it stays to be seen.
CREATE TABLE sample_draw_withdrawal (
  draw_id uuid NOT NULL,
  reason text NOT NULL,
  withdrawn_by uuid NOT NULL,
  withdrawn_at timestamptz(3) NOT NULL,
  PRIMARY KEY (draw_id),
  FOREIGN KEY (draw_id) REFERENCES sample_draw(id),
  FOREIGN KEY (withdrawn_by) REFERENCES account(id),
  CHECK ((length(reason) >= 1) AND (length(reason) <= 2000))
);
CREATE INDEX sample_draw_withdrawal_withdrawn_by ON sample_draw_withdrawal (withdrawn_by);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON sample_draw_withdrawal FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON sample_draw_withdrawal TO parindex_app;
ALTER TABLE sample_draw_withdrawal ENABLE ROW LEVEL SECURITY;
-- policy sample_draw_withdrawal_add FOR INSERT TO parindex_app
-- policy sample_draw_withdrawal_read FOR SELECT TO parindex_app

-- A frame as it was read by a design; the newest of the newest design counts until a draw is declared.
CREATE TABLE sample_frame (
  id uuid NOT NULL,
  round_id text NOT NULL,
  number integer NOT NULL,
  design_id uuid NOT NULL,
  file_name text NOT NULL,
  -- Of the file as it was brought, and of what was read of it.
  file_hash text NOT NULL,
  hash text NOT NULL,
  clusters integer NOT NULL,
  households bigint NOT NULL,
  -- What the design takes of it, by stratum, and how many units over all stages.
  strata json NOT NULL,
  sample integer NOT NULL,
  brought_by uuid NOT NULL,
  brought_at timestamptz(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (round_id, id),
  UNIQUE (round_id, number),
  FOREIGN KEY (brought_by) REFERENCES account(id),
  FOREIGN KEY (round_id, design_id) REFERENCES sample_design(round_id, id),
  FOREIGN KEY (round_id) REFERENCES survey(round_id),
  CHECK (clusters > 0),
  CHECK (file_hash ~ '^[0-9a-f]{64}$'),
  CHECK ((length(file_name) >= 1) AND (length(file_name) <= 300)),
  CHECK (hash ~ '^[0-9a-f]{64}$'),
  CHECK (households >= 0),
  CHECK (number > 0),
  CHECK (sample >= 0)
);
CREATE INDEX sample_frame_brought_by ON sample_frame (brought_by);
CREATE INDEX sample_frame_design ON sample_frame (round_id, design_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON sample_frame FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON sample_frame TO parindex_app;
ALTER TABLE sample_frame ENABLE ROW LEVEL SECURITY;
-- policy sample_frame_bring FOR INSERT TO parindex_app
-- policy sample_frame_read FOR SELECT TO parindex_app

-- Its lines as CSV, in the order of the codes, with what the design asks for and nothing else: compressed (gzip).
CREATE TABLE sample_frame_lines (
  frame_id uuid NOT NULL,
  csv bytea NOT NULL,
  PRIMARY KEY (frame_id),
  FOREIGN KEY (frame_id) REFERENCES sample_frame(id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON sample_frame_lines FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON sample_frame_lines TO parindex_app;
ALTER TABLE sample_frame_lines ENABLE ROW LEVEL SECURITY;
-- policy sample_frame_lines_bring FOR INSERT TO parindex_app
-- policy sample_frame_lines_read FOR SELECT TO parindex_app

CREATE TABLE seal (
  number integer NOT NULL,
  first bigint NOT NULL,
  last bigint NOT NULL,
  count integer NOT NULL,
  -- Rows of this block and of all before it.
  total bigint NOT NULL,
  -- The sealed rows in their order.
  rows bigint[] NOT NULL,
  root bytea NOT NULL,
  previous bytea NOT NULL,
  hash bytea NOT NULL,
  sealed_at timestamptz(3) NOT NULL,
  -- Rows of older transactions are all sealed; 1 after a restore.
  horizon xid8 NOT NULL,
  key_id text,
  signature bytea,
  PRIMARY KEY (number),
  CHECK (cardinality(rows) = count),
  CHECK ((key_id IS NULL) = (signature IS NULL)),
  CHECK (count > 0),
  CHECK ((length(key_id) >= 1) AND (length(key_id) <= 60))
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON seal FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON seal TO parindex_jobs;
GRANT SELECT ON seal TO parindex_app;

-- In which cluster the trail is sealed. Transaction ids hold in their own cluster alone: after a move by dump and restore they begin anew, and what is still to be sealed is told by them no more. Rows up to `after_n` are sealed, or were never honest.
CREATE TABLE seal_epoch (
  number integer NOT NULL,
  -- PostgreSQL's own identifier; absent where it may not be read.
  cluster text,
  after_n bigint NOT NULL,
  after_block integer NOT NULL,
  -- Rows of older transactions of this cluster are all sealed, until a later block says more.
  horizon xid8 NOT NULL,
  begun_at timestamptz(3) NOT NULL,
  PRIMARY KEY (number),
  CHECK ((length(cluster) >= 1) AND (length(cluster) <= 40)),
  CHECK (number > 0)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON seal_epoch FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON seal_epoch TO parindex_jobs;

-- The second mark. It is no verdict: no sheet counts it.
CREATE TABLE second_mark (
  drawn_id uuid NOT NULL,
  points text NOT NULL,
  maximum text NOT NULL,
  -- What it would change, figures first, as a verdict does.
  changes jsonb NOT NULL,
  reason_code text,
  reason text,
  marked_by uuid NOT NULL,
  marked_at timestamptz(3) NOT NULL,
  PRIMARY KEY (drawn_id),
  FOREIGN KEY (drawn_id) REFERENCES second_marking_item(id),
  FOREIGN KEY (marked_by) REFERENCES account(id),
  CHECK ((length(reason) >= 1) AND (length(reason) <= 2000))
);
CREATE INDEX second_mark_marked_by ON second_mark (marked_by);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON second_mark FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON second_mark TO parindex_app;
ALTER TABLE second_mark ENABLE ROW LEVEL SECURITY;
-- policy second_mark_give FOR INSERT TO parindex_app
-- policy second_mark_read FOR SELECT TO parindex_app

-- A sample of appraised items is marked a second time by people who do not see the first mark, so that it is known how far two agree (decision 0113). A draw: anybody who has the list works out by the seed what was drawn.
CREATE TABLE second_marking (
  id uuid NOT NULL,
  round_id text NOT NULL,
  edition_id text NOT NULL,
  seed text NOT NULL,
  -- The decided items that were drawn from, and the hash of their list.
  listed integer NOT NULL,
  list_hash text NOT NULL,
  drawn integer NOT NULL,
  drawn_by uuid NOT NULL,
  drawn_at timestamptz(3) NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY (drawn_by) REFERENCES account(id),
  FOREIGN KEY (edition_id) REFERENCES edition(id),
  FOREIGN KEY (round_id) REFERENCES round(id),
  CHECK ((drawn >= 1) AND (drawn <= listed)),
  CHECK (listed > 0),
  CHECK ((length(seed) >= 1) AND (length(seed) <= 100))
);
CREATE INDEX second_marking_drawn_by ON second_marking (drawn_by);
CREATE INDEX second_marking_edition ON second_marking (edition_id);
CREATE INDEX second_marking_round ON second_marking (round_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON second_marking FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON second_marking TO parindex_app;
ALTER TABLE second_marking ENABLE ROW LEVEL SECURITY;
-- policy second_marking_draw FOR INSERT TO parindex_app
-- policy second_marking_read FOR SELECT TO parindex_app

-- An item of a body that was drawn, and who marks it a second time.
CREATE TABLE second_marking_item (
  id uuid NOT NULL,
  draw_id uuid NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  edition_id text NOT NULL,
  item text NOT NULL,
  -- The item, and the figures that it uses, as kind/id: what is decided on these is closed to the second marker until they have marked.
  targets text[] NOT NULL,
  -- null: there was nobody who may.
  account_id uuid,
  in_place_of uuid,
  PRIMARY KEY (id),
  UNIQUE (in_place_of),
  FOREIGN KEY (account_id) REFERENCES account(id),
  FOREIGN KEY (draw_id) REFERENCES second_marking(id),
  FOREIGN KEY (edition_id) REFERENCES edition(id),
  FOREIGN KEY (in_place_of) REFERENCES second_marking_item(id),
  FOREIGN KEY (round_id, body_id) REFERENCES participant(round_id, body_id),
  CHECK ((length(item) >= 1) AND (length(item) <= 100))
);
CREATE INDEX second_marking_item_account ON second_marking_item (account_id);
CREATE UNIQUE INDEX second_marking_item_drawn ON second_marking_item (draw_id, body_id, item) WHERE (in_place_of IS NULL);
CREATE INDEX second_marking_item_edition ON second_marking_item (edition_id);
CREATE INDEX second_marking_item_sheet ON second_marking_item (round_id, body_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON second_marking_item FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON second_marking_item TO parindex_app;
ALTER TABLE second_marking_item ENABLE ROW LEVEL SECURITY;
-- policy second_marking_item_give FOR INSERT TO parindex_app
-- policy second_marking_item_give_anew FOR INSERT TO parindex_app
-- policy second_marking_item_read FOR SELECT TO parindex_app

-- Whoever cannot mark a drawn item hands it back, and says why; another is drawn for it, who marks it in its place, as blind as the first (decision 0133).
CREATE TABLE second_marking_return (
  drawn_id uuid NOT NULL,
  reason text NOT NULL,
  returned_by uuid NOT NULL,
  returned_at timestamptz(3) NOT NULL,
  PRIMARY KEY (drawn_id),
  FOREIGN KEY (drawn_id) REFERENCES second_marking_item(id),
  FOREIGN KEY (returned_by) REFERENCES account(id),
  CHECK ((length(reason) >= 1) AND (length(reason) <= 2000))
);
CREATE INDEX second_marking_return_returned_by ON second_marking_return (returned_by);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON second_marking_return FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON second_marking_return TO parindex_app;
ALTER TABLE second_marking_return ENABLE ROW LEVEL SECURITY;
-- policy second_marking_return_read FOR SELECT TO parindex_app
-- policy second_marking_return_say FOR INSERT TO parindex_app

-- Security keys and passkeys as a second factor (decision 0059): what they prove is held against a public key, so nothing here is a secret.
CREATE TABLE security_key (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  -- How the key names itself; no two accounts share one.
  credential_id bytea NOT NULL,
  public_key bytea NOT NULL,
  -- How often it has signed, as it says itself: one that goes back is another key with the same secret. Keys that do not count say 0.
  counter bigint NOT NULL,
  transports text[] NOT NULL DEFAULT '{}'[],
  name text NOT NULL,
  made_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (id),
  UNIQUE (credential_id),
  FOREIGN KEY (account_id) REFERENCES account(id),
  CHECK (counter >= 0),
  CHECK ((length(credential_id) >= 1) AND (length(credential_id) <= 1023)),
  CHECK ((length(name) >= 1) AND (length(name) <= 100)),
  CHECK ((length(public_key) >= 1) AND (length(public_key) <= 4096))
);
CREATE INDEX security_key_account ON security_key (account_id);
GRANT DELETE, INSERT, SELECT ON security_key TO parindex_sign_on;
GRANT SELECT (id, account_id, name, made_at, used_at) ON security_key TO parindex_app;
GRANT UPDATE (counter, used_at) ON security_key TO parindex_sign_on;
ALTER TABLE security_key ENABLE ROW LEVEL SECURITY;
-- policy security_key_read FOR SELECT TO parindex_app
-- policy security_key_sign_on FOR ALL TO parindex_sign_on

-- A sheet sent with its signed report. Its id is that of the entry.
CREATE TABLE sending (
  id uuid NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  seq integer NOT NULL,
  -- What the receipt is found by.
  code text NOT NULL,
  sheet_hash bytea NOT NULL,
  file_hash bytea NOT NULL,
  file_bytes integer NOT NULL,
  -- made: the report as it was made, signed; said: the report says the sheet's hash; permitted: nothing but the owner's word.
  matched text NOT NULL,
  permission_id uuid,
  -- The signatures as they were read: names of people.
  payload_id uuid NOT NULL,
  scanned boolean NOT NULL,
  sent_by uuid NOT NULL,
  sent_at timestamptz(3) NOT NULL,
  -- The head of the sealed trail at the time.
  head_number integer NOT NULL,
  head_hash bytea NOT NULL,
  matter text NOT NULL DEFAULT 'sheet',
  PRIMARY KEY (id),
  UNIQUE (code),
  UNIQUE (permission_id),
  UNIQUE (round_id, body_id, seq),
  FOREIGN KEY (id) REFERENCES entry(id),
  FOREIGN KEY (payload_id) REFERENCES payload(id),
  FOREIGN KEY (permission_id) REFERENCES unsigned_permission(id),
  FOREIGN KEY (round_id, body_id) REFERENCES participant(round_id, body_id),
  FOREIGN KEY (sent_by) REFERENCES account(id),
  CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
  CHECK (file_bytes > 0),
  CHECK (length(file_hash) = 32),
  CHECK (matched IN ('made', 'said', 'permitted')),
  CHECK (matter IN ('sheet', 'explanation')),
  CHECK (length(sheet_hash) = 32)
);
CREATE INDEX sending_sheet_hash ON sending (sheet_hash);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON sending FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON sending TO parindex_app;
ALTER TABLE sending ENABLE ROW LEVEL SECURITY;
-- policy sending_add FOR INSERT TO parindex_app
-- policy sending_read FOR SELECT TO parindex_app
-- policy sending_unseen AS RESTRICTIVE FOR SELECT TO parindex_app

CREATE TABLE session (
  token_hash bytea NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  -- Absent: the password was right, the second factor is still to come.
  complete_at timestamptz,
  address text,
  agent text,
  confirmed_at timestamptz,
  idle_seconds integer NOT NULL DEFAULT 3600,
  ended_for text,
  challenge bytea,
  challenge_for text,
  challenge_until timestamptz,
  PRIMARY KEY (token_hash),
  UNIQUE (id),
  FOREIGN KEY (account_id) REFERENCES account(id),
  CHECK (length(challenge) = 32),
  CHECK (challenge_for IN ('enrol', 'prove')),
  CHECK (num_nulls(challenge, challenge_for, challenge_until) IN (0, 3)),
  CHECK (ended_for IN ('tooMany', 'roleEnded'))
);
CREATE INDEX session_account ON session (account_id);
GRANT INSERT, SELECT, UPDATE ON session TO parindex_sign_on;
GRANT SELECT (id, account_id, created_at, seen_at, expires_at, ended_at, complete_at, address, agent, idle_seconds, ended_for) ON session TO parindex_app;
GRANT UPDATE (ended_at, ended_for) ON session TO parindex_app;
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
-- policy session_end FOR UPDATE TO parindex_app
-- policy session_read FOR SELECT TO parindex_app
-- policy session_sign_on FOR ALL TO parindex_sign_on

-- Failed sign-ins slow an account down, never an address alone.
CREATE TABLE sign_in_slowing (
  who text NOT NULL,
  -- Passwords and codes are counted apart: the right password must not clear the guesses at a code.
  kind text NOT NULL,
  failures integer NOT NULL,
  not_before timestamptz NOT NULL,
  PRIMARY KEY (who, kind),
  CHECK (kind IN ('password', 'code'))
);
CREATE INDEX sign_in_slowing_age ON sign_in_slowing (not_before);
GRANT DELETE, INSERT, SELECT, UPDATE ON sign_in_slowing TO parindex_sign_on;
ALTER TABLE sign_in_slowing ENABLE ROW LEVEL SECURITY;
-- policy sign_in_slowing_sign_on FOR ALL TO parindex_sign_on

CREATE TABLE survey (
  round_id text NOT NULL,
  -- Whose forms it uses, from its opening to its end, whatever edition the round takes over.
  edition_id text NOT NULL,
  -- Of a group with fewer answers nothing is shown.
  threshold smallint NOT NULL,
  opened_by uuid NOT NULL,
  opened_at timestamptz(3) NOT NULL,
  -- From then on no form is taken; a job counts what is left and closes it.
  closing_asked_by uuid,
  closing_asked_at timestamptz(3),
  closed_at timestamptz(3),
  -- Hash of all counts as they were when it was closed.
  counts_hash text,
  -- How many forms were there then.
  responses bigint,
  PRIMARY KEY (round_id),
  FOREIGN KEY (closing_asked_by) REFERENCES account(id),
  FOREIGN KEY (edition_id) REFERENCES edition(id),
  FOREIGN KEY (opened_by) REFERENCES account(id),
  FOREIGN KEY (round_id) REFERENCES round(id),
  CHECK (num_nulls(closing_asked_by, closing_asked_at) IN (0, 2)),
  CHECK (num_nulls(closed_at, counts_hash, responses) IN (0, 3)),
  CHECK ((closed_at IS NULL) OR (closing_asked_at IS NOT NULL)),
  CHECK (length(counts_hash) = 64),
  CHECK ((threshold >= 3) AND (threshold <= 100))
);
CREATE INDEX survey_closing_asked_by ON survey (closing_asked_by);
CREATE INDEX survey_edition ON survey (edition_id);
CREATE INDEX survey_opened_by ON survey (opened_by);
CREATE TRIGGER after_pilot BEFORE INSERT ON survey FOR EACH ROW EXECUTE FUNCTION app.refuse_pilot_beside_survey();
CREATE TRIGGER closed_once BEFORE UPDATE ON survey FOR EACH ROW WHEN ((old.closed_at IS NOT NULL)) EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER key_made AFTER INSERT ON survey FOR EACH ROW EXECUTE FUNCTION app.make_survey_key();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON survey FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT (round_id, edition_id, threshold, opened_by, opened_at) ON survey TO parindex_app;
GRANT SELECT ON survey TO parindex_app, parindex_jobs;
GRANT UPDATE (closing_asked_by, closing_asked_at) ON survey TO parindex_app;
ALTER TABLE survey ENABLE ROW LEVEL SECURITY;
-- policy survey_add FOR INSERT TO parindex_app
-- policy survey_end FOR UPDATE TO parindex_app
-- policy survey_jobs FOR SELECT TO parindex_jobs
-- policy survey_read FOR SELECT TO parindex_app

CREATE TABLE survey_pilot (
  id uuid NOT NULL,
  round_id text NOT NULL,
  number smallint NOT NULL,
  -- Whose questionnaires were tried.
  edition_id text NOT NULL,
  started_by uuid NOT NULL,
  started_at timestamptz(3) NOT NULL,
  ended_by uuid,
  ended_at timestamptz(3),
  PRIMARY KEY (id),
  UNIQUE (round_id, number),
  FOREIGN KEY (edition_id) REFERENCES edition(id),
  FOREIGN KEY (ended_by) REFERENCES account(id),
  FOREIGN KEY (round_id) REFERENCES round(id),
  FOREIGN KEY (started_by) REFERENCES account(id),
  CHECK (num_nulls(ended_by, ended_at) IN (0, 2)),
  CHECK (number > 0)
);
CREATE INDEX survey_pilot_edition ON survey_pilot (edition_id);
CREATE INDEX survey_pilot_ended_by ON survey_pilot (ended_by);
CREATE UNIQUE INDEX survey_pilot_runs ON survey_pilot (round_id) WHERE (ended_at IS NULL);
CREATE INDEX survey_pilot_started_by ON survey_pilot (started_by);
CREATE TRIGGER before_survey BEFORE INSERT ON survey_pilot FOR EACH ROW EXECUTE FUNCTION app.refuse_pilot_beside_survey();
CREATE TRIGGER drafts_dropped AFTER UPDATE ON survey_pilot FOR EACH ROW WHEN ((new.ended_at IS NOT NULL)) EXECUTE FUNCTION app.drop_tried_drafts();
CREATE TRIGGER ended_once BEFORE UPDATE ON survey_pilot FOR EACH ROW WHEN ((old.ended_at IS NOT NULL)) EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON survey_pilot FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT (id, round_id, number, edition_id, started_by, started_at) ON survey_pilot TO parindex_app;
GRANT SELECT ON survey_pilot TO parindex_app;
GRANT UPDATE (ended_by, ended_at) ON survey_pilot TO parindex_app;
ALTER TABLE survey_pilot ENABLE ROW LEVEL SECURITY;
-- policy survey_pilot_end FOR UPDATE TO parindex_app
-- policy survey_pilot_read FOR SELECT TO parindex_app
-- policy survey_pilot_start FOR INSERT TO parindex_app

-- The questionnaire of a group as it was when the pilot began, whatever becomes of it, and the open link to it.
CREATE TABLE survey_pilot_form (
  pilot_id uuid NOT NULL,
  group_id text NOT NULL,
  -- Of the questionnaire in normal form.
  hash text NOT NULL,
  -- As it is shown: with a page for remarks.
  form json NOT NULL,
  -- Told to whoever leads the survey, again and again: it opens an empty form, and the answers in one have a code of their own. No link to a survey looks like it.
  token text NOT NULL,
  PRIMARY KEY (pilot_id, group_id),
  UNIQUE (token),
  FOREIGN KEY (pilot_id) REFERENCES survey_pilot(id),
  CHECK ((length(group_id) >= 1) AND (length(group_id) <= 100)),
  CHECK (length(hash) = 64),
  CHECK (token ~ '^thu-[A-Za-z0-9_-]{43}$')
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON survey_pilot_form FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON survey_pilot_form TO parindex_app;
ALTER TABLE survey_pilot_form ENABLE ROW LEVEL SECURITY;
-- policy survey_pilot_form_read FOR SELECT TO parindex_app
-- policy survey_pilot_form_start FOR INSERT TO parindex_app

-- As the owner of the round has declared it: the latest holds, none is taken away.
CREATE TABLE survey_quota (
  id uuid NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  group_id text NOT NULL,
  -- Of the whole group, or of those who have something in a column of their list, or of the addresses of a village.
  stratum text NOT NULL,
  value text NOT NULL,
  number smallint NOT NULL,
  -- As many responses are taken, and as many are aimed at.
  most integer NOT NULL,
  aimed integer,
  -- Needed once somebody has answered.
  reason text,
  declared_by uuid NOT NULL,
  declared_at timestamptz(3) NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY (body_id) REFERENCES body(id),
  FOREIGN KEY (declared_by) REFERENCES account(id),
  FOREIGN KEY (round_id) REFERENCES survey(round_id),
  CHECK ((aimed >= 1) AND (aimed <= most)),
  CHECK ((stratum = 'whole') = (value = '')),
  CHECK ((length(group_id) >= 1) AND (length(group_id) <= 100)),
  CHECK (most > 0),
  CHECK (number > 0),
  CHECK ((length(reason) >= 1) AND (length(reason) <= 1000)),
  CHECK (stratum IN ('whole', 'position', 'unit', 'cluster')),
  CHECK (length(value) <= 500)
);
CREATE INDEX survey_quota_body ON survey_quota (body_id);
CREATE INDEX survey_quota_declared_by ON survey_quota (declared_by);
CREATE UNIQUE INDEX survey_quota_number ON survey_quota (round_id, body_id, group_id, stratum, lower(value), number);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON survey_quota FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER opens_places AFTER INSERT ON survey_quota FOR EACH ROW EXECUTE FUNCTION app.open_places();
GRANT INSERT, SELECT ON survey_quota TO parindex_app;
ALTER TABLE survey_quota ENABLE ROW LEVEL SECURITY;
-- policy survey_quota_declare FOR INSERT TO parindex_app
-- policy survey_quota_read FOR SELECT TO parindex_app

-- A later edition takes over in mid-round, item by item by the mapping.
CREATE TABLE takeover (
  round_id text NOT NULL,
  number smallint NOT NULL,
  from_edition text NOT NULL,
  to_edition text NOT NULL,
  -- { items: { old: new or null }, figures: { old: new or null }, sheets: { body: { after: seq, dropped: [{ stage, target, fields }] } } }
  mapping jsonb NOT NULL,
  document_number text NOT NULL,
  document_date date NOT NULL,
  performed_by uuid NOT NULL,
  performed_at timestamptz NOT NULL,
  PRIMARY KEY (round_id, number),
  FOREIGN KEY (from_edition) REFERENCES edition(id),
  FOREIGN KEY (performed_by) REFERENCES account(id),
  FOREIGN KEY (round_id) REFERENCES round(id),
  FOREIGN KEY (to_edition) REFERENCES edition(id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON takeover FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON takeover TO parindex_app;
ALTER TABLE takeover ENABLE ROW LEVEL SECURITY;
-- policy takeover_add FOR INSERT TO parindex_app
-- policy takeover_read FOR SELECT TO parindex_app

-- What is masked in a reason or an explanation before it is published, told by the owner of the round; the last version of a text holds (decision 0128).
CREATE TABLE text_mask (
  id uuid NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  -- The entry that holds the text, and in which field.
  seq integer NOT NULL,
  field text NOT NULL,
  version integer NOT NULL,
  -- Places in the text, [from, to]; none: looked at, and nothing is to be masked. Never the words themselves, which may have to be erased.
  spans jsonb NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamptz(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE (round_id, body_id, seq, field, version),
  FOREIGN KEY (made_by) REFERENCES account(id),
  FOREIGN KEY (round_id, body_id, seq) REFERENCES entry(round_id, body_id, seq),
  CHECK (field IN ('justification', 'reason', 'reason.text')),
  CHECK (jsonb_typeof(spans) = 'array'),
  CHECK (version > 0)
);
CREATE INDEX text_mask_made_by ON text_mask (made_by);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON text_mask FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON text_mask TO parindex_app;
ALTER TABLE text_mask ENABLE ROW LEVEL SECURITY;
-- policy text_mask_add FOR INSERT TO parindex_app
-- policy text_mask_read FOR SELECT TO parindex_app

-- An owner lets a body send a report without a signature that can be read: a scan of paper. Serves one sending.
CREATE TABLE unsigned_permission (
  id uuid NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  payload_id uuid NOT NULL,
  given_by uuid NOT NULL,
  given_at timestamptz(3) NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY (given_by) REFERENCES account(id),
  FOREIGN KEY (payload_id) REFERENCES payload(id),
  FOREIGN KEY (round_id, body_id) REFERENCES participant(round_id, body_id)
);
CREATE INDEX unsigned_permission_sheet ON unsigned_permission (round_id, body_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON unsigned_permission FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON unsigned_permission TO parindex_app;
ALTER TABLE unsigned_permission ENABLE ROW LEVEL SECURITY;
-- policy unsigned_permission_add FOR INSERT TO parindex_app
-- policy unsigned_permission_read FOR SELECT TO parindex_app

-- A file on its way: the row is its own job, and whoever holds it says until when.
CREATE TABLE upload (
  id uuid NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  account_id uuid NOT NULL,
  office uuid NOT NULL,
  document_id uuid NOT NULL,
  file_name text NOT NULL,
  bytes bigint NOT NULL,
  redacted boolean NOT NULL DEFAULT false,
  late_by uuid,
  created_at timestamptz(3) NOT NULL,
  -- What began in time may end a little later than the step.
  until timestamptz(3) NOT NULL,
  state text NOT NULL,
  received_at timestamptz(3),
  sha256 bytea,
  -- { code, details } of why it did not come in.
  refusal jsonb,
  ended_at timestamptz,
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES account(id),
  FOREIGN KEY (late_by) REFERENCES extension(id),
  FOREIGN KEY (office) REFERENCES membership(id),
  FOREIGN KEY (round_id, body_id) REFERENCES participant(round_id, body_id),
  CHECK (bytes > 0),
  CHECK (state IN ('receiving', 'received', 'kept', 'refused', 'cancelled'))
);
CREATE INDEX upload_account ON upload (account_id, created_at);
CREATE INDEX upload_content ON upload (sha256) WHERE (sha256 IS NOT NULL);
CREATE INDEX upload_document ON upload (document_id);
CREATE INDEX upload_library ON upload (round_id, body_id);
CREATE INDEX upload_open ON upload (state, created_at) WHERE (state IN ('receiving', 'received'));
CREATE TRIGGER not_into_gone BEFORE INSERT ON upload FOR EACH ROW EXECUTE FUNCTION app.refuse_upload_into_gone();
GRANT INSERT, SELECT ON upload TO parindex_app;
GRANT SELECT ON upload TO parindex_jobs;
GRANT UPDATE (document_id, file_name, state, received_at, sha256, refusal, ended_at) ON upload TO parindex_jobs;
GRANT UPDATE (state, received_at, sha256, ended_at) ON upload TO parindex_app;
ALTER TABLE upload ENABLE ROW LEVEL SECURITY;
-- policy upload_add FOR INSERT TO parindex_app
-- policy upload_change FOR UPDATE TO parindex_app
-- policy upload_jobs FOR ALL TO parindex_jobs
-- policy upload_read FOR SELECT TO parindex_app

-- How often each answer was given, of each body by each group.
CREATE TABLE answers.answer_count (
  round_id text NOT NULL,
  body_id text NOT NULL,
  group_id text NOT NULL,
  question text NOT NULL,
  option text NOT NULL,
  count bigint NOT NULL,
  PRIMARY KEY (round_id, body_id, group_id, question, option),
  FOREIGN KEY (body_id) REFERENCES body(id),
  FOREIGN KEY (round_id) REFERENCES survey(round_id),
  CHECK (count >= 0)
);
CREATE INDEX answer_count_body ON answers.answer_count (body_id);
GRANT INSERT, SELECT, UPDATE ON answers.answer_count TO parindex_jobs;

-- What of an interview was the same the second time, question by question and without the answers. It waits for as many of its interviewer as the threshold of the survey, and is gone once they are added up.
CREATE TABLE answers.back_check_pair (
  id uuid NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  group_id text NOT NULL,
  interviewer_id uuid NOT NULL,
  -- question: same, differs, onlyFirst, onlySecond
  questions jsonb NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY (body_id) REFERENCES body(id),
  FOREIGN KEY (interviewer_id) REFERENCES account(id),
  FOREIGN KEY (round_id) REFERENCES survey(round_id)
);
CREATE INDEX back_check_pair_body ON answers.back_check_pair (body_id);
CREATE INDEX back_check_pair_interviewer ON answers.back_check_pair (interviewer_id);
CREATE INDEX back_check_pair_of ON answers.back_check_pair (round_id, body_id, group_id, interviewer_id);

-- The sums, which stay when the survey closes.
CREATE TABLE answers.back_check_tally (
  round_id text NOT NULL,
  body_id text NOT NULL,
  group_id text NOT NULL,
  -- Null: of several, of whom each had too few.
  interviewer_id uuid,
  question text NOT NULL,
  same integer NOT NULL,
  differs integer NOT NULL,
  -- Answered in one of the two alone.
  once integer NOT NULL,
  FOREIGN KEY (body_id) REFERENCES body(id),
  FOREIGN KEY (interviewer_id) REFERENCES account(id),
  FOREIGN KEY (round_id) REFERENCES survey(round_id),
  CHECK (differs >= 0),
  CHECK (once >= 0),
  CHECK (same >= 0)
);
CREATE INDEX back_check_tally_body ON answers.back_check_tally (body_id);
CREATE UNIQUE INDEX back_check_tally_cell ON answers.back_check_tally (round_id, body_id, group_id, interviewer_id, question) NULLS NOT DISTINCT;
CREATE INDEX back_check_tally_interviewer ON answers.back_check_tally (interviewer_id);

-- What was answered, once the survey is closed: in an order by chance, under ids that lead nowhere, without times.
CREATE TABLE answers.closed_response (
  id uuid NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  group_id text NOT NULL,
  mode text,
  -- From the first page to the sending, in whole minutes.
  minutes integer,
  answers jsonb NOT NULL,
  invalid text[] NOT NULL DEFAULT '{}'[],
  outcome text,
  flags jsonb,
  decision text,
  cluster text,
  PRIMARY KEY (id),
  FOREIGN KEY (body_id) REFERENCES body(id),
  FOREIGN KEY (round_id) REFERENCES survey(round_id),
  CHECK (num_nulls(mode, minutes) IN (0, 2)),
  CHECK (((minutes >= 0) AND (minutes <= 60)) AND ((minutes % 5) = 0))
);
CREATE INDEX closed_response_body ON answers.closed_response (body_id);
CREATE INDEX closed_response_noted ON answers.closed_response (round_id, body_id, group_id) WHERE ((flags IS NOT NULL) OR (decision IS NOT NULL) OR (outcome <> 'complete'));
CREATE INDEX closed_response_round ON answers.closed_response (round_id, group_id, body_id, id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON answers.closed_response FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- How many forms of a group of a body were begun and not sent, and how many were sent, by day.
CREATE TABLE answers.form_tally (
  round_id text NOT NULL,
  body_id text NOT NULL,
  group_id text NOT NULL,
  day date NOT NULL,
  slot smallint NOT NULL,
  drafts integer NOT NULL,
  sent integer NOT NULL,
  PRIMARY KEY (round_id, body_id, group_id, day, slot),
  FOREIGN KEY (body_id) REFERENCES body(id),
  FOREIGN KEY (round_id) REFERENCES survey(round_id)
);
CREATE INDEX form_tally_body ON answers.form_tally (body_id);

-- What was typed from a form: by a first person, by a second one, and by a third where these differ. Never twice by the same.
CREATE TABLE answers.paper_entry (
  reference bytea NOT NULL,
  place smallint NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  group_id text NOT NULL,
  addressed boolean NOT NULL,
  answers jsonb NOT NULL,
  -- Where no valid answer stands on the paper.
  invalid text[] NOT NULL,
  typed_by uuid NOT NULL,
  typed_at timestamptz(3) NOT NULL,
  PRIMARY KEY (reference, place),
  UNIQUE (reference, typed_by),
  FOREIGN KEY (body_id) REFERENCES body(id),
  FOREIGN KEY (round_id) REFERENCES survey(round_id),
  FOREIGN KEY (typed_by) REFERENCES account(id),
  CHECK ((place >= 1) AND (place <= 3)),
  CHECK (length(reference) = 32)
);
CREATE INDEX paper_entry_body ON answers.paper_entry (body_id);
CREATE INDEX paper_entry_round ON answers.paper_entry (round_id, body_id, group_id);
CREATE INDEX paper_entry_typed_by ON answers.paper_entry (typed_by);

-- How many forms were typed and not taken when a survey was closed: once, or twice without agreement.
CREATE TABLE answers.paper_left (
  round_id text NOT NULL,
  body_id text NOT NULL,
  group_id text NOT NULL,
  once integer NOT NULL,
  differing integer NOT NULL,
  taken integer NOT NULL DEFAULT 0,
  PRIMARY KEY (round_id, body_id, group_id),
  FOREIGN KEY (body_id) REFERENCES body(id),
  FOREIGN KEY (round_id) REFERENCES survey(round_id),
  CHECK (differing >= 0),
  CHECK (once >= 0),
  CHECK (taken >= 0)
);
CREATE INDEX paper_left_body ON answers.paper_left (body_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON answers.paper_left FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- A form as it is being filled in, and once it is sent. Its reference is made of the link's secret, which nobody keeps, and of the round's key.
CREATE TABLE answers.response (
  reference bytea NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  group_id text NOT NULL,
  mode text NOT NULL,
  answers jsonb NOT NULL,
  begun_at timestamptz(3) NOT NULL,
  saved_at timestamptz(3) NOT NULL,
  submission_id uuid,
  submitted_at timestamptz(3),
  receipt text,
  counted boolean NOT NULL DEFAULT false,
  resume_hash bytea,
  invalid text[] NOT NULL DEFAULT '{}'[],
  outcome text,
  label uuid,
  flags jsonb,
  decision text,
  cluster text,
  PRIMARY KEY (reference),
  UNIQUE (label),
  UNIQUE (submission_id),
  FOREIGN KEY (body_id) REFERENCES body(id),
  FOREIGN KEY (round_id) REFERENCES survey(round_id),
  CHECK (num_nulls(submission_id, submitted_at, receipt) IN (0, 3)),
  CHECK ((NOT counted) OR (submitted_at IS NOT NULL)),
  CHECK ((label IS NOT NULL) OR (num_nonnulls(flags, decision) = 0)),
  CHECK ((label IS NULL) OR (submitted_at IS NOT NULL)),
  CHECK ((length(cluster) >= 1) AND (length(cluster) <= 100)),
  CHECK (decision IN ('accepted', 'setAside')),
  CHECK (mode IN ('online', 'interview', 'paper')),
  CHECK (outcome IN ('complete', 'partial', 'breakOff')),
  CHECK ((length(receipt) >= 1) AND (length(receipt) <= 40)),
  CHECK (length(reference) = 32),
  CHECK (length(resume_hash) = 32)
);
CREATE INDEX response_body ON answers.response (body_id);
CREATE INDEX response_noted ON answers.response (round_id, body_id, group_id) WHERE ((flags IS NOT NULL) OR (decision IS NOT NULL) OR (outcome <> 'complete'));
CREATE INDEX response_round ON answers.response (round_id, body_id, group_id);
CREATE INDEX response_uncounted ON answers.response (round_id) WHERE ((submitted_at IS NOT NULL) AND (counted = (NOT (decision IS DISTINCT FROM 'setAside'))));
CREATE INDEX response_unlabelled ON answers.response (round_id, body_id, group_id) WHERE ((submitted_at IS NOT NULL) AND (label IS NULL));
CREATE TRIGGER tallied_as_begun AFTER INSERT ON answers.response FOR EACH ROW EXECUTE FUNCTION app.tally_form();
CREATE TRIGGER tallied_as_sent AFTER UPDATE ON answers.response FOR EACH ROW WHEN (((old.submitted_at IS NULL) AND (new.submitted_at IS NOT NULL))) EXECUTE FUNCTION app.tally_form();
GRANT SELECT (reference, round_id, body_id, group_id, mode, answers, begun_at, submitted_at, counted, outcome, label, flags, decision) ON answers.response TO parindex_jobs;
GRANT UPDATE (counted, outcome, label, flags) ON answers.response TO parindex_jobs;

-- What makes the reference of a form from the secret of its link; destroyed when the survey closes. Read by nobody but the functions that take answers.
CREATE TABLE answers.round_key (
  round_id text NOT NULL,
  key bytea NOT NULL,
  PRIMARY KEY (round_id),
  FOREIGN KEY (round_id) REFERENCES survey(round_id),
  CHECK (length(key) = 32)
);

-- Interviews that came after the end, or of an address at which another had been held: they count for nobody until the owner of the round has decided.
CREATE TABLE answers.set_apart (
  submission_id uuid NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  group_id text NOT NULL,
  cluster text NOT NULL,
  -- Erased when the survey closes.
  answers jsonb NOT NULL,
  seconds integer NOT NULL,
  reason text NOT NULL,
  receipt text NOT NULL,
  came_at timestamptz(3) NOT NULL,
  -- Of which address, made with the round's key as the reference of a form is.
  held_for bytea,
  decision text,
  decided_at timestamptz(3),
  mode text NOT NULL DEFAULT 'interview',
  reference bytea,
  invalid text[] NOT NULL DEFAULT '{}'[],
  PRIMARY KEY (submission_id),
  UNIQUE (reference),
  FOREIGN KEY (body_id) REFERENCES body(id),
  FOREIGN KEY (round_id) REFERENCES survey(round_id),
  CHECK (num_nulls(decision, decided_at) IN (0, 2)),
  CHECK (decision IN ('taken', 'leftOut')),
  CHECK (length(held_for) = 32),
  CHECK (mode IN ('interview', 'paper')),
  CHECK (reason IN ('late', 'second', 'former', 'quota')),
  CHECK ((length(receipt) >= 1) AND (length(receipt) <= 40)),
  CHECK (length(reference) = 32),
  CHECK (seconds >= 0)
);
CREATE INDEX set_apart_body ON answers.set_apart (body_id);
CREATE INDEX set_apart_round ON answers.set_apart (round_id, body_id, group_id);

-- A household of a sample; where it lives is erased by term, the row stays.
CREATE TABLE respondents.address (
  id uuid NOT NULL,
  round_id text NOT NULL,
  -- The body that the answers are about.
  body_id text NOT NULL,
  group_id text NOT NULL,
  -- Its village or street group.
  cluster text NOT NULL,
  cluster_name text NOT NULL,
  household text NOT NULL,
  address text,
  -- Whether it stands ready to replace another of its village, and in which order.
  reserve boolean NOT NULL,
  place integer NOT NULL,
  listed_by uuid NOT NULL,
  listed_at timestamptz(3) NOT NULL,
  erased_at timestamptz(3),
  PRIMARY KEY (id),
  FOREIGN KEY (body_id) REFERENCES body(id),
  FOREIGN KEY (listed_by) REFERENCES account(id),
  FOREIGN KEY (round_id, group_id) REFERENCES respondents.field_rule(round_id, group_id),
  CHECK (length(address) <= 500),
  CHECK ((length(cluster) >= 1) AND (length(cluster) <= 100)),
  CHECK ((length(cluster_name) >= 1) AND (length(cluster_name) <= 300)),
  CHECK (length(household) <= 300),
  CHECK (place > 0)
);
CREATE INDEX address_body ON respondents.address (body_id);
CREATE INDEX address_listed ON respondents.address (round_id, group_id, body_id);
CREATE INDEX address_listed_by ON respondents.address (listed_by);
CREATE UNIQUE INDEX address_of_village ON respondents.address (round_id, group_id, body_id, cluster, reserve, place);
CREATE TRIGGER tallied AFTER INSERT ON respondents.address REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_addresses();
GRANT INSERT (id, round_id, body_id, group_id, cluster, cluster_name, household, address, reserve, place, listed_by, listed_at) ON respondents.address TO parindex_app;
GRANT SELECT ON respondents.address TO parindex_app;
ALTER TABLE respondents.address ENABLE ROW LEVEL SECURITY;
-- policy address_list FOR INSERT TO parindex_app
-- policy address_read FOR SELECT TO parindex_app

-- Who visits an address; another one ends it.
CREATE TABLE respondents.assignment (
  address_id uuid NOT NULL,
  account_id uuid NOT NULL,
  assigned_by uuid NOT NULL,
  assigned_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  PRIMARY KEY (address_id, account_id, assigned_at),
  FOREIGN KEY (account_id) REFERENCES account(id),
  FOREIGN KEY (address_id) REFERENCES respondents.address(id),
  FOREIGN KEY (assigned_by) REFERENCES account(id)
);
CREATE INDEX assignment_account ON respondents.assignment (account_id);
CREATE INDEX assignment_assigned_by ON respondents.assignment (assigned_by);
CREATE UNIQUE INDEX assignment_in_force ON respondents.assignment (address_id) WHERE (ended_at IS NULL);
GRANT INSERT (address_id, account_id, assigned_by, assigned_at) ON respondents.assignment TO parindex_app;
GRANT SELECT ON respondents.assignment TO parindex_app;
GRANT UPDATE (ended_at) ON respondents.assignment TO parindex_app;
ALTER TABLE respondents.assignment ENABLE ROW LEVEL SECURITY;
-- policy address_assignment_end FOR UPDATE TO parindex_app
-- policy address_assignment_give FOR INSERT TO parindex_app
-- policy address_assignment_read FOR SELECT TO parindex_app

-- The interviews from which a draw was made, each in one draw for ever, and whether it was drawn: with the seed whoever has this list draws the same.
CREATE TABLE respondents.back_check (
  id uuid NOT NULL,
  draw_id uuid NOT NULL,
  address_id uuid NOT NULL,
  -- Who held the interview.
  interviewer_id uuid NOT NULL,
  drawn boolean NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY (address_id) REFERENCES respondents.address(id),
  FOREIGN KEY (draw_id) REFERENCES respondents.back_check_draw(id),
  FOREIGN KEY (interviewer_id) REFERENCES account(id)
);
CREATE UNIQUE INDEX back_check_address ON respondents.back_check (address_id);
CREATE INDEX back_check_interviewer ON respondents.back_check (interviewer_id);
CREATE INDEX back_check_of_draw ON respondents.back_check (draw_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON respondents.back_check FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON respondents.back_check TO parindex_app;
ALTER TABLE respondents.back_check ENABLE ROW LEVEL SECURITY;
-- policy back_check_add FOR INSERT TO parindex_app
-- policy back_check_read FOR SELECT TO parindex_app

-- A draw, of the interviews of a group about a body that were in none before.
CREATE TABLE respondents.back_check_draw (
  id uuid NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  group_id text NOT NULL,
  number smallint NOT NULL,
  -- Of each interviewer's interviews.
  percent smallint NOT NULL,
  seed text NOT NULL,
  drawn_by uuid NOT NULL,
  drawn_at timestamptz(3) NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY (body_id) REFERENCES body(id),
  FOREIGN KEY (drawn_by) REFERENCES account(id),
  FOREIGN KEY (round_id, group_id) REFERENCES respondents.field_rule(round_id, group_id),
  CHECK (number > 0),
  CHECK ((percent >= 1) AND (percent <= 100)),
  CHECK ((length(seed) >= 1) AND (length(seed) <= 100))
);
CREATE INDEX back_check_draw_body ON respondents.back_check_draw (body_id);
CREATE INDEX back_check_draw_drawn_by ON respondents.back_check_draw (drawn_by);
CREATE INDEX back_check_draw_group ON respondents.back_check_draw (round_id, group_id);
CREATE UNIQUE INDEX back_check_draw_number ON respondents.back_check_draw (round_id, body_id, group_id, number);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON respondents.back_check_draw FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON respondents.back_check_draw TO parindex_app;
ALTER TABLE respondents.back_check_draw ENABLE ROW LEVEL SECURITY;
-- policy back_check_draw_add FOR INSERT TO parindex_app
-- policy back_check_draw_read FOR SELECT TO parindex_app

-- Who asks again; the latest holds, and whoever had it before may still send what they have.
CREATE TABLE respondents.back_check_given (
  back_check_id uuid NOT NULL,
  number smallint NOT NULL,
  account_id uuid NOT NULL,
  given_by uuid NOT NULL,
  given_at timestamptz(3) NOT NULL,
  PRIMARY KEY (back_check_id, number),
  FOREIGN KEY (account_id) REFERENCES account(id),
  FOREIGN KEY (back_check_id) REFERENCES respondents.back_check(id),
  FOREIGN KEY (given_by) REFERENCES account(id),
  CHECK (number > 0)
);
CREATE INDEX back_check_given_account ON respondents.back_check_given (account_id);
CREATE INDEX back_check_given_given_by ON respondents.back_check_given (given_by);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON respondents.back_check_given FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON respondents.back_check_given TO parindex_app;
ALTER TABLE respondents.back_check_given ENABLE ROW LEVEL SECURITY;
-- policy back_check_given_add FOR INSERT TO parindex_app
-- policy back_check_given_read FOR SELECT TO parindex_app

-- A visit of whoever asks again. That nobody came before is known here alone.
CREATE TABLE respondents.back_check_visit (
  id uuid NOT NULL,
  back_check_id uuid NOT NULL,
  account_id uuid NOT NULL,
  visited_at timestamptz(3) NOT NULL,
  outcome text NOT NULL,
  return_at timestamptz(3),
  note text,
  came_at timestamptz(3) NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES account(id),
  FOREIGN KEY (back_check_id) REFERENCES respondents.back_check(id),
  CHECK ((length(note) >= 1) AND (length(note) <= 1000)),
  CHECK (outcome IN ('interviewed', 'appointment', 'absent', 'refusal', 'unable', 'language', 'noEligibleRespondent', 'notLocated', 'noHousehold', 'vacant', 'other', 'nobodyCame'))
);
CREATE INDEX back_check_visit_account ON respondents.back_check_visit (account_id);
CREATE INDEX back_check_visit_of ON respondents.back_check_visit (back_check_id);
GRANT INSERT, SELECT ON respondents.back_check_visit TO parindex_app;
ALTER TABLE respondents.back_check_visit ENABLE ROW LEVEL SECURITY;
-- policy back_check_visit_add FOR INSERT TO parindex_app
-- policy back_check_visit_read FOR SELECT TO parindex_app

-- That somebody was asked again. The answers are kept nowhere: they are compared as they come, and one that came too late or a second time is not.
CREATE TABLE respondents.back_checked (
  submission_hash bytea NOT NULL,
  back_check_id uuid NOT NULL,
  receipt text NOT NULL,
  compared boolean NOT NULL,
  PRIMARY KEY (submission_hash),
  FOREIGN KEY (back_check_id) REFERENCES respondents.back_check(id),
  CHECK ((length(receipt) >= 1) AND (length(receipt) <= 40)),
  CHECK (length(submission_hash) = 32)
);
CREATE INDEX back_checked_of ON respondents.back_checked (back_check_id);
CREATE UNIQUE INDEX back_checked_once ON respondents.back_checked (back_check_id) WHERE compared;
GRANT SELECT (back_check_id, compared) ON respondents.back_checked TO parindex_app;
ALTER TABLE respondents.back_checked ENABLE ROW LEVEL SECURITY;
-- policy back_checked_read FOR SELECT TO parindex_app

-- By what the devices of an interviewer lock what they keep.
CREATE TABLE respondents.device_key (
  account_id uuid NOT NULL,
  key bytea NOT NULL,
  made_at timestamptz(3) NOT NULL,
  PRIMARY KEY (account_id),
  FOREIGN KEY (account_id) REFERENCES account(id),
  CHECK (length(key) = 32)
);
ALTER TABLE respondents.device_key ENABLE ROW LEVEL SECURITY;

-- How a group is visited, declared before its first address is given out.
CREATE TABLE respondents.field_rule (
  round_id text NOT NULL,
  group_id text NOT NULL,
  -- After so many visits nobody was reached.
  most_visits smallint NOT NULL,
  -- What has to come of an address before a reserve takes its place.
  replaced text[] NOT NULL,
  declared_by uuid NOT NULL,
  declared_at timestamptz(3) NOT NULL,
  PRIMARY KEY (round_id, group_id),
  FOREIGN KEY (declared_by) REFERENCES account(id),
  FOREIGN KEY (round_id) REFERENCES survey(round_id),
  CHECK ((length(group_id) >= 1) AND (length(group_id) <= 100)),
  CHECK ((most_visits >= 1) AND (most_visits <= 20)),
  CHECK (replaced <@ ARRAY['refusal', 'nonContact', 'unable', 'language', 'noEligibleRespondent', 'notLocated', 'noHousehold', 'vacant', 'other'])
);
CREATE INDEX field_rule_declared_by ON respondents.field_rule (declared_by);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON respondents.field_rule FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON respondents.field_rule TO parindex_app;
ALTER TABLE respondents.field_rule ENABLE ROW LEVEL SECURITY;
-- policy field_rule_declare FOR INSERT TO parindex_app
-- policy field_rule_read FOR SELECT TO parindex_app

-- At which address an interview was held. By the hash of its submission the same one sent again is known, also once answers lead nowhere any more.
CREATE TABLE respondents.interviewed (
  address_id uuid NOT NULL,
  round_id text NOT NULL,
  submission_hash bytea NOT NULL,
  receipt text NOT NULL,
  number bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (address_id),
  FOREIGN KEY (address_id) REFERENCES respondents.address(id),
  FOREIGN KEY (round_id) REFERENCES survey(round_id),
  CHECK ((length(receipt) >= 1) AND (length(receipt) <= 40)),
  CHECK (length(submission_hash) = 32)
);
CREATE INDEX interviewed_round ON respondents.interviewed (round_id);
CREATE TRIGGER tallied AFTER INSERT ON respondents.interviewed REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_interviews();
GRANT SELECT (address_id, round_id) ON respondents.interviewed TO parindex_app;
ALTER TABLE respondents.interviewed ENABLE ROW LEVEL SECURITY;
-- policy interviewed_read FOR SELECT TO parindex_app

-- The way to a form: the secret is in the link alone, here is its hash. Another link ends the one before.
CREATE TABLE respondents.link (
  token_hash bytea NOT NULL,
  respondent_id uuid NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  PRIMARY KEY (token_hash),
  FOREIGN KEY (made_by) REFERENCES account(id),
  FOREIGN KEY (respondent_id) REFERENCES respondents.respondent(id),
  CHECK (length(token_hash) = 32)
);
CREATE INDEX link_made_by ON respondents.link (made_by);
CREATE INDEX link_respondent ON respondents.link (respondent_id);
CREATE TRIGGER invites AFTER INSERT ON respondents.link REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_links();
CREATE TRIGGER invites_no_more AFTER UPDATE ON respondents.link REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_links();
GRANT INSERT (token_hash, respondent_id, made_by, made_at) ON respondents.link TO parindex_app;
GRANT SELECT (respondent_id, made_by, made_at, ended_at) ON respondents.link TO parindex_app;
GRANT UPDATE (ended_at) ON respondents.link TO parindex_app;
ALTER TABLE respondents.link ENABLE ROW LEVEL SECURITY;
-- policy link_add FOR INSERT TO parindex_app
-- policy link_end FOR UPDATE TO parindex_app
-- policy link_read FOR SELECT TO parindex_app

-- That a body stands for its list: by which signed document.
CREATE TABLE respondents.list_confirmation (
  round_id text NOT NULL,
  body_id text NOT NULL,
  document_number text NOT NULL,
  document_date date NOT NULL,
  -- How many respondents each group had then.
  groups json NOT NULL,
  confirmed_by uuid NOT NULL,
  confirmed_at timestamptz(3) NOT NULL,
  file_id uuid,
  listed integer,
  ever_listed integer,
  list_hash text,
  PRIMARY KEY (round_id, body_id, confirmed_at),
  FOREIGN KEY (body_id) REFERENCES body(id),
  FOREIGN KEY (confirmed_by) REFERENCES account(id),
  FOREIGN KEY (file_id) REFERENCES round_file(id),
  FOREIGN KEY (round_id) REFERENCES survey(round_id),
  CHECK (num_nulls(listed, ever_listed, list_hash) IN (0, 3)),
  CHECK (listed <= ever_listed),
  CHECK ((file_id IS NULL) OR (list_hash IS NOT NULL)),
  CHECK ((length(document_number) >= 1) AND (length(document_number) <= 200)),
  CHECK (length(list_hash) = 64),
  CHECK (listed > 0)
);
CREATE INDEX list_confirmation_body ON respondents.list_confirmation (body_id);
CREATE INDEX list_confirmation_confirmed_by ON respondents.list_confirmation (confirmed_by);
CREATE INDEX list_confirmation_file ON respondents.list_confirmation (file_id) WHERE (file_id IS NOT NULL);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON respondents.list_confirmation FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON respondents.list_confirmation TO parindex_app;
ALTER TABLE respondents.list_confirmation ENABLE ROW LEVEL SECURITY;
-- policy list_confirmation_add FOR INSERT TO parindex_app
-- policy list_confirmation_read FOR SELECT TO parindex_app

-- Invitations and reminders that go by mail: who asked for them, and to whom one is still to go. The secret of a link is made as its mail goes, and lies nowhere (decision 0159).
CREATE TABLE respondents.mailing (
  -- Made by whoever asks, so that a retry is recognised.
  id uuid NOT NULL,
  round_id text NOT NULL,
  kind text NOT NULL,
  -- All bodies whose lists are confirmed, or one; all groups, or one.
  body_id text,
  group_id text,
  -- What links begin with.
  origin text NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamptz(3) NOT NULL,
  -- Once the mail server has taken nothing: how often in a row, and when it is asked again.
  failures integer NOT NULL DEFAULT 0,
  next_try timestamptz(3) NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY (asked_by) REFERENCES account(id),
  FOREIGN KEY (body_id) REFERENCES body(id),
  FOREIGN KEY (round_id) REFERENCES survey(round_id),
  CHECK ((length(group_id) >= 1) AND (length(group_id) <= 100)),
  CHECK (kind IN ('invitation', 'reminder', 'again')),
  CHECK ((length(origin) >= 1) AND (length(origin) <= 300))
);
CREATE INDEX mailing_asked_by ON respondents.mailing (asked_by);
CREATE INDEX mailing_body ON respondents.mailing (body_id);
CREATE INDEX mailing_round ON respondents.mailing (round_id, asked_at);
GRANT INSERT (id, round_id, kind, body_id, group_id, origin, asked_by, asked_at, next_try) ON respondents.mailing TO parindex_app;
GRANT SELECT ON respondents.mailing TO parindex_app;
GRANT UPDATE (failures, next_try) ON respondents.mailing TO parindex_app;
ALTER TABLE respondents.mailing ENABLE ROW LEVEL SECURITY;
-- policy mailing_add FOR INSERT TO parindex_app
-- policy mailing_change FOR UPDATE TO parindex_app
-- policy mailing_read FOR SELECT TO parindex_app

-- One of those that a mail goes to; destroyed with the links when the survey closes.
CREATE TABLE respondents.mailing_person (
  mailing_id uuid NOT NULL,
  respondent_id uuid NOT NULL,
  -- sending: marked before the mail server hears of it; unsure: whether it went, nobody knows; needless: they were replaced, have answered or have a link by now.
  state text NOT NULL DEFAULT 'waiting',
  tries integer NOT NULL DEFAULT 0,
  next_try timestamptz(3) NOT NULL,
  -- When the last try began, and with it the link that it carried was made.
  tried_at timestamptz(3),
  lease_until timestamptz(3),
  -- What the mail server said last.
  told text,
  PRIMARY KEY (mailing_id, respondent_id),
  FOREIGN KEY (mailing_id) REFERENCES respondents.mailing(id),
  FOREIGN KEY (respondent_id) REFERENCES respondents.respondent(id),
  CHECK ((state = 'sending') = (lease_until IS NOT NULL)),
  CHECK ((state IN ('waiting', 'needless')) OR (tried_at IS NOT NULL)),
  CHECK (state IN ('waiting', 'sending', 'sent', 'undeliverable', 'unsure', 'needless')),
  CHECK (length(told) <= 500)
);
CREATE INDEX mailing_person_due ON respondents.mailing_person (mailing_id, next_try, respondent_id) WHERE (state IN ('waiting', 'sending'));
CREATE INDEX mailing_person_respondent ON respondents.mailing_person (respondent_id);
CREATE UNIQUE INDEX mailing_person_to_come ON respondents.mailing_person (respondent_id) WHERE (state IN ('waiting', 'sending'));
GRANT INSERT (mailing_id, respondent_id, next_try) ON respondents.mailing_person TO parindex_app;
GRANT SELECT ON respondents.mailing_person TO parindex_app;
GRANT UPDATE (mailing_id, state, tries, next_try, tried_at, lease_until, told) ON respondents.mailing_person TO parindex_app;
ALTER TABLE respondents.mailing_person ENABLE ROW LEVEL SECURITY;
-- policy mailing_person_add FOR INSERT TO parindex_app
-- policy mailing_person_change FOR UPDATE TO parindex_app
-- policy mailing_person_read FOR SELECT TO parindex_app

-- Forms that were printed together, for a body by a group. What came back of them stands beside.
CREATE TABLE respondents.paper_batch (
  id uuid NOT NULL,
  round_id text NOT NULL,
  body_id text NOT NULL,
  group_id text NOT NULL,
  -- One for each listed person, or handed out on the spot.
  kind text NOT NULL,
  count integer NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamptz(3) NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY (body_id) REFERENCES body(id),
  FOREIGN KEY (made_by) REFERENCES account(id),
  FOREIGN KEY (round_id) REFERENCES survey(round_id),
  CHECK (count > 0),
  CHECK ((length(group_id) >= 1) AND (length(group_id) <= 100)),
  CHECK (kind IN ('addressed', 'unaddressed'))
);
CREATE INDEX paper_batch_body ON respondents.paper_batch (body_id);
CREATE INDEX paper_batch_made_by ON respondents.paper_batch (made_by);
CREATE INDEX paper_batch_round ON respondents.paper_batch (round_id, body_id, group_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON respondents.paper_batch FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON respondents.paper_batch TO parindex_app;
ALTER TABLE respondents.paper_batch ENABLE ROW LEVEL SECURITY;
-- policy paper_batch_add FOR INSERT TO parindex_app
-- policy paper_batch_read FOR SELECT TO parindex_app

-- A printed form: its code is on the paper alone, here is its hash. Whose it is, where it was addressed, goes with the closing.
CREATE TABLE respondents.paper_form (
  code_hash bytea NOT NULL,
  batch_id uuid NOT NULL,
  respondent_id uuid,
  PRIMARY KEY (code_hash),
  FOREIGN KEY (batch_id) REFERENCES respondents.paper_batch(id),
  FOREIGN KEY (respondent_id) REFERENCES respondents.respondent(id),
  CHECK (length(code_hash) = 32)
);
CREATE INDEX paper_form_batch ON respondents.paper_form (batch_id);
CREATE INDEX paper_form_respondent ON respondents.paper_form (respondent_id);
GRANT INSERT (code_hash, batch_id, respondent_id) ON respondents.paper_form TO parindex_app;
GRANT SELECT (batch_id, respondent_id) ON respondents.paper_form TO parindex_app;
ALTER TABLE respondents.paper_form ENABLE ROW LEVEL SECURITY;
-- policy paper_form_add FOR INSERT TO parindex_app
-- policy paper_form_read FOR SELECT TO parindex_app

-- How many of a batch were back at a moment, and how many of these hold nothing to be typed. What was said last counts; what was said before stays.
CREATE TABLE respondents.paper_return (
  batch_id uuid NOT NULL,
  number integer NOT NULL,
  returned integer NOT NULL,
  blank integer NOT NULL,
  spoiled integer NOT NULL,
  refused integer NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  PRIMARY KEY (batch_id, number),
  FOREIGN KEY (batch_id) REFERENCES respondents.paper_batch(id),
  FOREIGN KEY (recorded_by) REFERENCES account(id),
  CHECK (blank >= 0),
  CHECK (returned >= ((blank + spoiled) + refused)),
  CHECK (number > 0),
  CHECK (refused >= 0),
  CHECK (spoiled >= 0)
);
CREATE INDEX paper_return_recorded_by ON respondents.paper_return (recorded_by);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON respondents.paper_return FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT INSERT, SELECT ON respondents.paper_return TO parindex_app;
ALTER TABLE respondents.paper_return ENABLE ROW LEVEL SECURITY;
-- policy paper_return_add FOR INSERT TO parindex_app
-- policy paper_return_read FOR SELECT TO parindex_app

-- Who has answered; not when, and not for the body that has listed them.
CREATE TABLE respondents.participation (
  respondent_id uuid NOT NULL,
  round_id text NOT NULL,
  PRIMARY KEY (respondent_id),
  FOREIGN KEY (respondent_id) REFERENCES respondents.respondent(id),
  FOREIGN KEY (round_id) REFERENCES survey(round_id)
);
CREATE INDEX participation_round ON respondents.participation (round_id);
CREATE TRIGGER tallied AFTER INSERT ON respondents.participation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.tally_participation();
CREATE TRIGGER tallied_no_more AFTER DELETE ON respondents.participation REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.tally_participation();
GRANT SELECT ON respondents.participation TO parindex_app;
ALTER TABLE respondents.participation ENABLE ROW LEVEL SECURITY;
-- policy participation_read FOR SELECT TO parindex_app

-- How many places a quota has by its latest declaration, and how many are taken: whoever answers holds this row. Where there is no quota there is none, and nobody waits. No role reads it.
CREATE TABLE respondents.quota_place (
  round_id text NOT NULL,
  body_id text NOT NULL,
  group_id text NOT NULL,
  stratum text NOT NULL,
  -- In small letters, as it is compared.
  value text NOT NULL,
  most integer NOT NULL,
  taken integer NOT NULL,
  PRIMARY KEY (round_id, body_id, group_id, stratum, value),
  FOREIGN KEY (body_id) REFERENCES body(id),
  FOREIGN KEY (round_id) REFERENCES survey(round_id),
  CHECK (taken >= 0)
);
CREATE INDEX quota_place_body ON respondents.quota_place (body_id);
ALTER TABLE respondents.quota_place ENABLE ROW LEVEL SECURITY;

-- A person who is asked, as the body that knows them has listed them; contact data are erased by term, the row stays.
CREATE TABLE respondents.respondent (
  id uuid NOT NULL,
  round_id text NOT NULL,
  -- The body that the answers are about, and that has listed them.
  body_id text NOT NULL,
  group_id text NOT NULL,
  name text NOT NULL,
  position text,
  workplace text,
  phone text,
  mail text,
  -- Where a printed letter reaches them.
  address text,
  note text,
  listed_by uuid NOT NULL,
  listed_at timestamptz(3) NOT NULL,
  -- Whoever stands in their place, and why.
  replaced_by uuid,
  replaced_reason text,
  erased_at timestamptz(3),
  invited boolean NOT NULL DEFAULT false,
  salt bytea NOT NULL DEFAULT uuid_send(gen_random_uuid()),
  PRIMARY KEY (id),
  FOREIGN KEY (body_id) REFERENCES body(id),
  FOREIGN KEY (listed_by) REFERENCES account(id),
  FOREIGN KEY (replaced_by) REFERENCES respondents.respondent(id),
  FOREIGN KEY (round_id) REFERENCES survey(round_id),
  CHECK (length(address) <= 500),
  CHECK (num_nulls(replaced_by, replaced_reason) IN (0, 2)),
  CHECK ((length(group_id) >= 1) AND (length(group_id) <= 100)),
  CHECK (length(mail) <= 320),
  CHECK (length(name) <= 300),
  CHECK (length(note) <= 2000),
  CHECK (length(phone) <= 20),
  CHECK (length("position") <= 500),
  CHECK ((length(replaced_reason) >= 1) AND (length(replaced_reason) <= 1000)),
  CHECK (length(workplace) <= 500)
);
CREATE INDEX respondent_body ON respondents.respondent (body_id);
CREATE INDEX respondent_listed ON respondents.respondent (round_id, body_id, group_id);
CREATE INDEX respondent_listed_by ON respondents.respondent (listed_by);
CREATE UNIQUE INDEX respondent_mail ON respondents.respondent (round_id, body_id, mail) WHERE (replaced_by IS NULL);
CREATE UNIQUE INDEX respondent_phone ON respondents.respondent (round_id, body_id, phone) WHERE (replaced_by IS NULL);
CREATE INDEX respondent_replaced_by ON respondents.respondent (replaced_by);
CREATE TRIGGER tallied_as_changed AFTER UPDATE ON respondents.respondent REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_respondents();
CREATE TRIGGER tallied_as_listed AFTER INSERT ON respondents.respondent REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.tally_respondents();
GRANT INSERT (id, round_id, body_id, group_id, name, position, workplace, phone, mail, address, note, listed_by, listed_at) ON respondents.respondent TO parindex_app;
GRANT SELECT ON respondents.respondent TO parindex_app;
GRANT UPDATE (replaced_by, replaced_reason) ON respondents.respondent TO parindex_app;
ALTER TABLE respondents.respondent ENABLE ROW LEVEL SECURITY;
-- policy respondent_add FOR INSERT TO parindex_app
-- policy respondent_read FOR SELECT TO parindex_app
-- policy respondent_replace FOR UPDATE TO parindex_app

-- How many of a group of a body are in a state ('listed', 'invited', 'answered', or why they were replaced), kept by triggers in the transaction of whatever changes it. In several rows, by the process that adds, so that those who send at the same time do not wait for each other.
CREATE TABLE respondents.respondent_tally (
  round_id text NOT NULL,
  body_id text NOT NULL,
  group_id text NOT NULL,
  state text NOT NULL,
  slot smallint NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (round_id, body_id, group_id, state, slot),
  FOREIGN KEY (body_id) REFERENCES body(id),
  FOREIGN KEY (round_id) REFERENCES survey(round_id)
);
CREATE INDEX respondent_tally_body ON respondents.respondent_tally (body_id);
ALTER TABLE respondents.respondent_tally ENABLE ROW LEVEL SECURITY;

-- A visit as its interviewer noted it, with the id that the device gave it.
CREATE TABLE respondents.visit (
  id uuid NOT NULL,
  address_id uuid NOT NULL,
  account_id uuid NOT NULL,
  visited_at timestamptz(3) NOT NULL,
  outcome text NOT NULL,
  -- When to come again.
  return_at timestamptz(3),
  note text,
  came_at timestamptz(3) NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES account(id),
  FOREIGN KEY (address_id) REFERENCES respondents.address(id),
  CHECK ((length(note) >= 1) AND (length(note) <= 1000)),
  CHECK (outcome IN ('interviewed', 'appointment', 'absent', 'refusal', 'unable', 'language', 'noEligibleRespondent', 'notLocated', 'noHousehold', 'vacant', 'other'))
);
CREATE INDEX visit_account ON respondents.visit (account_id);
CREATE INDEX visit_address ON respondents.visit (address_id);
GRANT INSERT, SELECT ON respondents.visit TO parindex_app;
ALTER TABLE respondents.visit ENABLE ROW LEVEL SECURITY;
-- policy visit_add FOR INSERT TO parindex_app
-- policy visit_read FOR SELECT TO parindex_app

-- function app.account() RETURNS uuid to parindex_app, parindex_jobs, parindex_retention, parindex_sign_on
-- function app.account_event(event text, kind text, role text, body text, email text, by_account uuid, asked_by uuid, reason text, note text, until text) RETURNS jsonb
-- function app.act_as(account uuid, direct text[], oversees boolean, moment timestamptz, entrance text) RETURNS void
-- function app.add_up_pairs(round text, of_body text, of_group text, interviewer uuid) RETURNS void
-- function app.administers(body text) RETURNS boolean to parindex_app
-- function app.administers_person(person uuid) RETURNS boolean to parindex_app
-- function app.admit_request() RETURNS trigger
-- function app.agencies_of_council(round text) RETURNS TABLE(account_id uuid, body_id text) to parindex_app
-- function app.appraisal_has_begun(round text) RETURNS boolean
-- function app.appraisers_alone(round text) RETURNS SETOF text to parindex_app
-- function app.appraisers_in(round text, office text) RETURNS TABLE(id uuid, name text, causes text[]) to parindex_app
-- function app.appraises_for(office text, person uuid) RETURNS boolean to parindex_app
-- function app.appraises_sheet(round text, body text) RETURNS boolean to parindex_app
-- function app.appraises_target(round text, edition text, kind text, target text, office uuid) RETURNS boolean to parindex_app
-- function app.are_dependent(one uuid, one_office uuid, other uuid, other_office uuid) RETURNS boolean
-- function app.asker_stands(r account_request) RETURNS boolean
-- function app.asks_now(wanted uuid) RETURNS boolean to parindex_app
-- function app.back_check_agreement(round text) RETURNS TABLE(body_id text, group_id text, interviewer_id uuid, question text, same integer, differs integer) to parindex_app
-- function app.back_checks_taken_along(now boolean) RETURNS TABLE(id uuid, round_id text, body_id text, group_id text, cluster text, cluster_name text, household text, address text, place integer, checked boolean) to parindex_app
-- function app.barred_members(session uuid) RETURNS TABLE(account_id uuid, body_id text) to parindex_app
-- function app.becoming_due(until timestamptz) RETURNS TABLE(round text, document_class text, due_at timestamptz, documents integer, bytes double precision) to parindex_app
-- function app.begin_form(token bytea, code text, anew boolean) RETURNS boolean to parindex_app
-- function app.begin_request(session bytea, token bytea, moment timestamptz, only_reads boolean, unattended boolean DEFAULT false) RETURNS jsonb to parindex_app, parindex_sign_on
-- function app.begin_tried_form(of_token text, code text) RETURNS boolean to parindex_app
-- function app.begin_vouched(word text, moment timestamptz) RETURNS void to parindex_app
-- function app.belongings_of(account uuid, round text) RETURNS TABLE(from_date date, to_date date, bodies text[])
-- function app.bodies_above(body text, on_day date) RETURNS SETOF text to parindex_app, parindex_sign_on
-- function app.bodies_at_work(round text, body text) RETURNS SETOF text to parindex_app
-- function app.bodies_touched(body text, on_day date) RETURNS SETOF text
-- function app.bodies_under(bodies text[], on_day date) RETURNS SETOF text to parindex_app, parindex_sign_on
-- function app.bringers(round text, body text) RETURNS TABLE(document uuid, department text) to parindex_app
-- function app.brought_by_appraiser(document uuid) RETURNS boolean to parindex_app
-- function app.calendar_of(token bytea, at timestamptz) RETURNS jsonb to parindex_app
-- function app.can_request_of_edition(kind text, edition text) RETURNS boolean to parindex_app
-- function app.can_request_of_round(kind text, round text) RETURNS boolean to parindex_app
-- function app.claim_mail(at timestamptz, lease interval, since date) RETURNS jsonb to parindex_jobs
-- function app.claim_report(report bytea, seconds integer) RETURNS boolean to parindex_jobs
-- function app.claims_for_ranking(round text, bodies text[]) RETURNS TABLE(body_id text, cells json, previous json) to parindex_app
-- function app.close_back_checks(round text) RETURNS void
-- function app.close_survey(round text, hash text, at timestamptz) RETURNS bigint to parindex_jobs
-- function app.closed_answers(round text, of_group text, of_body text, after uuid, most integer) RETURNS TABLE(id uuid, mode text, minutes integer, set_aside boolean, answers jsonb, invalid text[]) to parindex_app
-- function app.closed_bodies(round text, of_group text) RETURNS TABLE(body_id text, responses bigint) to parindex_app
-- function app.closed_set_aside(round text) RETURNS bigint to parindex_app
-- function app.closed_texts(round text, of_group text, questions text[], most integer) RETURNS TABLE(body_id text, question text, said text) to parindex_app
-- function app.cluster() RETURNS text to parindex_jobs
-- function app.colleagues_in(round text, office text) RETURNS TABLE(id uuid, causes text[]) to parindex_app
-- function app.comes_too_late(of_respondent uuid) RETURNS boolean to parindex_app
-- function app.comment_people(round text, body text, kind text) RETURNS TABLE(id uuid, name text, role text, body_id text) to parindex_app
-- function app.compare_answers(first jsonb, second jsonb, places jsonb) RETURNS jsonb
-- function app.confirming_files(round text) RETURNS uuid[] to parindex_app
-- function app.copies_of_removed() RETURNS TABLE(removal uuid, round_id text, body_id text, document uuid, asked_at timestamptz, decided_at timestamptz, becomes text) to parindex_app
-- function app.council_of(session uuid) RETURNS TABLE(account_id uuid, name text) to parindex_app
-- function app.council_people(round text) RETURNS TABLE(account_id uuid, name text, role text) to parindex_app
-- function app.count_administrators() RETURNS integer to parindex_app
-- function app.count_results(round text) RETURNS TABLE(bodies integer, placed integer) to parindex_app
-- function app.count_taken(round text, of_body text, of_group text, stratum text, value text) RETURNS integer
-- function app.decide_edition_request(wanted uuid, office uuid, verdict text, said text, form json, form_hash text, passed integer, by_key text, signed bytea) RETURNS void to parindex_app
-- function app.decide_erasure(wanted uuid, office uuid, verdict text, said text, told jsonb, reach text) RETURNS void to parindex_app
-- function app.decide_request(wanted uuid, office uuid, verdict text, said text, begun uuid, half bytea, sought text) RETURNS void to parindex_app
-- function app.decide_round_request(wanted uuid, office uuid, verdict text, said text) RETURNS void to parindex_app
-- function app.decide_set_apart(round text, of_body text, of_group text, because text, take boolean) RETURNS TABLE(taken integer, left_out integer, waiting integer) to parindex_app
-- function app.decided_pieces(round text, office text) RETURNS TABLE(item text, body text) to parindex_app
-- function app.deciders_of(round text) RETURNS TABLE(id uuid, name text) to parindex_app
-- function app.decides_erasure(wanted uuid, office uuid) RETURNS boolean to parindex_app
-- function app.decides_in(round text, person uuid) RETURNS boolean to parindex_app
-- function app.decides_on_estimates(round text) RETURNS boolean to parindex_app
-- function app.decides_proposed_verdict(proposal uuid, round text, body text, stage text, kind text, target text, act text, office uuid) RETURNS boolean to parindex_app
-- function app.decides_request(wanted uuid, office uuid) RETURNS boolean to parindex_app
-- function app.departments_of(body text) RETURNS TABLE(body_id text, account_id uuid, name text, role text) to parindex_app
-- function app.dependent_in_erasure(wanted uuid, office uuid) RETURNS boolean to parindex_app
-- function app.destroy_paper_forms(round text) RETURNS void
-- function app.device_key() RETURNS bytea to parindex_app
-- function app.direct_bodies() RETURNS text[] to parindex_app
-- function app.distributes(round text, office text) RETURNS boolean to parindex_app
-- function app.documents_handed_over(handover uuid) RETURNS integer to parindex_app
-- function app.documents_of_purge(wanted uuid) RETURNS TABLE(body text, number text, issued_on date, issuer text, subject text, document_class text, files integer, bytes double precision) to parindex_app
-- function app.documents_with_term() RETURNS TABLE(document uuid, round text, document_class text, due_at timestamptz)
-- function app.draw_takes_seed(draw uuid) RETURNS boolean to parindex_app
-- function app.drop_second_factor(person uuid) RETURNS boolean
-- function app.drop_tried_drafts() RETURNS trigger
-- function app.due_documents(round text, most integer) RETURNS uuid[] to parindex_app
-- function app.due_from(closed_at timestamptz, years smallint) RETURNS timestamptz
-- function app.end_report_sweep(report bytea) RETURNS void to parindex_jobs
-- function app.enough_administrators(ending uuid, last_day date) RETURNS boolean to parindex_app
-- function app.enough_answered(round text, of_group text, of_body text) RETURNS boolean
-- function app.enter_paper_form(round text, code bytea, at_place integer, given jsonb, marked text[], counted jsonb) RETURNS text to parindex_app
-- function app.entrances_ended(ids uuid[], at timestamptz) RETURNS uuid[] to parindex_app
-- function app.entries_in_trail(ids uuid[]) RETURNS TABLE(id uuid, edition_id text, kind text, target text, changes jsonb, texts text[], before jsonb) to parindex_app
-- function app.erase(wanted uuid, why text, going uuid[], reach text) RETURNS void
-- function app.erase_addresses(at timestamptz) RETURNS bigint
-- function app.erase_contacts(at timestamptz) RETURNS bigint to parindex_jobs
-- function app.erased_documents(wanted uuid, office uuid, reach text) RETURNS uuid[]
-- function app.estimate_candidates(round text) RETURNS TABLE(id uuid, name text, role text, body text) to parindex_app
-- function app.estimate_offices(round text) RETURNS SETOF uuid to parindex_app
-- function app.estimates_at_hand(round text) RETURNS TABLE(bodies text[], without text[], deliveries integer) to parindex_app
-- function app.estimates_opened_by_closing(round text) RETURNS boolean to parindex_app
-- function app.estimates_released(round text) RETURNS boolean to parindex_app
-- function app.estimates_released_at(round text) RETURNS timestamptz to parindex_app
-- function app.event_of_request(r account_request, event text, by_account uuid) RETURNS jsonb
-- function app.ever_had_password(person uuid) RETURNS boolean
-- function app.ever_listed(round text) RETURNS TABLE(body_id text, count bigint) to parindex_app
-- function app.evidence_standing() RETURNS jsonb to parindex_app
-- function app.explained_in_hand() RETURNS text[] to parindex_app
-- function app.figures_below(into_body text, of_round text, wanted text) RETURNS TABLE(body_id text, "position" integer, block text, stage text, fields jsonb, seqs jsonb, seq integer, received_at timestamptz) to parindex_app
-- function app.find_estimate_rounds() RETURNS text[] to parindex_app
-- function app.find_form(token bytea, code text) RETURNS jsonb to parindex_app
-- function app.find_interviewers(round text, rated text, addresses text[]) RETURNS TABLE(id uuid, email text, own boolean) to parindex_app
-- function app.find_own_sheets() RETURNS text[] to parindex_app
-- function app.find_own_sheets_of(bodies text[]) RETURNS text[]
-- function app.find_paper_form(round text, code bytea) RETURNS jsonb to parindex_app
-- function app.find_person(account uuid) RETURNS TABLE(name text, email text, memberships jsonb, direct text[], oversees boolean)
-- function app.find_reminded(only_account uuid, at timestamptz) RETURNS jsonb to parindex_jobs
-- function app.find_rounds_within() RETURNS text[] to parindex_app
-- function app.find_run_rounds() RETURNS text[] to parindex_app
-- function app.find_tried_form(of_token text, code text) RETURNS jsonb to parindex_app
-- function app.find_whole_rounds() RETURNS text[] to parindex_app
-- function app.find_whole_rounds_of(account uuid) RETURNS text[]
-- function app.fold_days(at timestamptz) RETURNS void to parindex_jobs
-- function app.fold_tallies(round text) RETURNS void
-- function app.form_to_review(round text, form uuid) RETURNS TABLE(form_id uuid, body_id text, group_id text, mode text, flags jsonb, decision text, answers jsonb) to parindex_app
-- function app.forms_to_review(round text) RETURNS TABLE(form_id uuid, body_id text, group_id text, flags jsonb, decision text) to parindex_app
-- function app.has_own_cause(round text, body text, account uuid) RETURNS boolean to parindex_app
-- function app.has_password(person uuid) RETURNS boolean
-- function app.has_quorum(item uuid) RETURNS boolean to parindex_app
-- function app.has_role(VARIADIC roles text[]) RETURNS boolean to parindex_app
-- function app.has_second_factor(person uuid) RETURNS boolean
-- function app.held_documents() RETURNS uuid[] to parindex_app
-- function app.held_for(round text, of_address uuid) RETURNS bytea
-- function app.hold_form(token bytea) RETURNS void to parindex_app
-- function app.hold_job(job uuid, by uuid, seconds integer) RETURNS boolean to parindex_app
-- function app.hold_paper_form(round text, code bytea) RETURNS void to parindex_app
-- function app.hold_pilot(of_token text) RETURNS boolean
-- function app.hold_quotas(round text) RETURNS void to parindex_app
-- function app.hold_review() RETURNS trigger
-- function app.hold_trail() RETURNS void to parindex_jobs
-- function app.hold_tried_form(of_token text, code text) RETURNS void to parindex_app
-- function app.identity() RETURNS text[] to parindex_app, parindex_jobs, parindex_retention, parindex_sign_on
-- function app.in_force() RETURNS SETOF membership to parindex_app
-- function app.in_force_of(account uuid) RETURNS SETOF membership
-- function app.in_stratum(stratum text, value text, post text, unit text, village text) RETURNS boolean
-- function app.independent_administrator(asker uuid, asker_office uuid, concerned uuid) RETURNS boolean
-- function app.independent_owner(body text, asker uuid, asker_office uuid) RETURNS boolean
-- function app.interviewer_of(of_address uuid) RETURNS uuid to parindex_app
-- function app.interviewer_results(round text, weights jsonb) RETURNS TABLE(body_id text, group_id text, interviewer_id uuid, interviews integer, minutes integer, answers integer, weight text) to parindex_app
-- function app.interviews_awaited(round text) RETURNS TABLE(body_id text, group_id text, account_id uuid, count bigint) to parindex_app
-- function app.interviews_in(round text, of_group text) RETURNS boolean to parindex_app
-- function app.interviews_set_apart(round text) RETURNS TABLE(body_id text, group_id text, reason text, waiting bigint, taken bigint, left_out bigint) to parindex_app
-- function app.is_address_taken(address text) RETURNS boolean to parindex_app
-- function app.is_answered(round text, of_body text, of_group text) RETURNS boolean to parindex_app
-- function app.is_by_token() RETURNS boolean to parindex_app
-- function app.is_carried(item uuid) RETURNS boolean to parindex_app
-- function app.is_deciding(role text) RETURNS boolean to parindex_app
-- function app.is_drawn_from(of_draw uuid, of_address uuid, interviewer uuid) RETURNS boolean to parindex_app
-- function app.is_first_mark_again(drawn uuid, draw uuid, entry uuid, person uuid, at timestamptz, points text, maximum text) RETURNS boolean to parindex_app
-- function app.is_halved(link one_time_link) RETURNS boolean
-- function app.is_in(body text, wanted text) RETURNS boolean to parindex_app
-- function app.is_invited(round text, of_body text, of_group text) RETURNS boolean to parindex_app
-- function app.is_left_unmarked(wanted uuid, draw uuid, body text, item text, targets text[]) RETURNS boolean to parindex_app
-- function app.is_only_administrator() RETURNS boolean to parindex_app
-- function app.is_open_link_of(link one_time_link, r account_request) RETURNS boolean
-- function app.is_open_second_mark(drawn uuid) RETURNS boolean to parindex_app
-- function app.is_own_cause(round text, body text) RETURNS boolean to parindex_app
-- function app.is_remark(act text) RETURNS boolean to parindex_app
-- function app.is_reply_part(act text) RETURNS boolean to parindex_app
-- function app.is_session_open(wanted uuid, at timestamptz) RETURNS boolean to parindex_app, parindex_sign_on
-- function app.is_shown_ranking(round text) RETURNS boolean
-- function app.is_shown_result(round text) RETURNS boolean to parindex_app
-- function app.is_step_open(round text, body text, step text) RETURNS boolean to parindex_app
-- function app.is_told_by_notice(round text, body text, stage text, kind text, target text) RETURNS boolean to parindex_app
-- function app.is_told_of(round text, body text, kind text, target text, direct text[], rounds text[], held text[]) RETURNS boolean to parindex_app
-- function app.is_unseen(round text, body text, kind text, target text, unseen text[]) RETURNS boolean to parindex_app
-- function app.is_untold(round text, body text, stage text, kind text, target text, untold text[]) RETURNS boolean to parindex_app
-- function app.items_kept_from_asker(session uuid) RETURNS integer to parindex_app
-- function app.keep_interview(of respondents.address, submission uuid, given jsonb, seconds integer, receipt text) RETURNS void
-- function app.keep_paper(form answers.set_apart, of_respondent uuid) RETURNS boolean
-- function app.kept_notice_files(round text) RETURNS uuid[] to parindex_app
-- function app.last_mails(round text, at timestamptz) RETURNS TABLE(respondent_id uuid, state text, told text) to parindex_app
-- function app.last_seq(round text, body text) RETURNS integer to parindex_app
-- function app.leads_address(of_address uuid) RETURNS boolean to parindex_app
-- function app.leads_back_check(of_check uuid, open boolean) RETURNS boolean to parindex_app
-- function app.leads_back_check_draw(of_draw uuid, open boolean) RETURNS boolean to parindex_app
-- function app.leads_draw(draw uuid) RETURNS boolean to parindex_app
-- function app.leads_field(round text, of_body text) RETURNS boolean to parindex_app
-- function app.leads_open_address(of_address uuid) RETURNS boolean to parindex_app
-- function app.leads_open_survey(round text) RETURNS boolean to parindex_app
-- function app.leads_session(session uuid) RETURNS boolean to parindex_app
-- function app.leads_survey(round text) RETURNS boolean to parindex_app
-- function app.left_of_draw(draw uuid) RETURNS TABLE(id uuid, body text, item text, targets text[]) to parindex_app
-- function app.left_unmarked() RETURNS SETOF second_marking_item
-- function app.limit_transaction() RETURNS void
-- function app.limit_waiting() RETURNS void to parindex_jobs, parindex_retention
-- function app.link_state(token bytea, at timestamptz) RETURNS TABLE(state text, respondent uuid, round_id text, body_id text, group_id text, edition_id text, opens timestamptz, closes timestamptz)
-- function app.lock_plan(round text) RETURNS void to parindex_app
-- function app.lock_requests_about(person uuid) RETURNS void to parindex_app
-- function app.lock_sheet(round text, body text) RETURNS void to parindex_app
-- function app.made_alone(maker uuid, made uuid, office uuid) RETURNS boolean
-- function app.mail_standing(round text, at timestamptz) RETURNS TABLE(body_id text, listed integer, without_address integer, sent integer, undeliverable integer, unsure integer) to parindex_app
-- function app.mailing_goes_on(mailing uuid, at timestamptz) RETURNS boolean to parindex_app
-- function app.make_halved_link(wanted uuid, person uuid, half bytea) RETURNS void
-- function app.make_survey_key() RETURNS trigger
-- function app.marked_in(round text) RETURNS TABLE(body text, target text, person uuid) to parindex_app
-- function app.marks_for_ranking(round text) RETURNS TABLE(body_id text, seq integer, beside text) to parindex_app
-- function app.may_ask_again(of_check uuid, account uuid) RETURNS boolean to parindex_app
-- function app.may_ask_edition_request(kind text, edition text, office uuid) RETURNS boolean to parindex_app
-- function app.may_ask_erasure(kind text, round text, body text, documents uuid[], office uuid) RETURNS boolean to parindex_app
-- function app.may_ask_request(kind text, person uuid, body text, office uuid) RETURNS boolean to parindex_app
-- function app.may_ask_round_request(kind text, round text, office uuid) RETURNS boolean to parindex_app
-- function app.may_declare_draw(round text, wanted smallint, frame uuid, design_hash text, frame_hash text) RETURNS boolean to parindex_app
-- function app.may_give_alone(person uuid, body text, role text) RETURNS boolean to parindex_app
-- function app.may_link_alone(person uuid) RETURNS boolean to parindex_app
-- function app.may_mark_second(person uuid, round text, body text, targets text[]) RETURNS boolean to parindex_app
-- function app.may_set_second_person(round text, wanted text) RETURNS boolean to parindex_app
-- function app.may_take_back(document uuid) RETURNS boolean to parindex_app
-- function app.may_vote(item uuid, ballot smallint, account uuid, way text) RETURNS boolean to parindex_app
-- function app.moment() RETURNS timestamptz to parindex_app, parindex_jobs, parindex_retention, parindex_sign_on
-- function app.moves_too_far(id uuid, round text, body text, edition text, stage text, item text, points text, changes jsonb) RETURNS boolean to parindex_app
-- function app.my_acts() RETURNS TABLE(n bigint, at timestamptz, act text, subject text, round_id text, body_id text, content jsonb, more jsonb) to parindex_app
-- function app.my_entries() RETURNS TABLE(id uuid, round_id text, body_id text, seq integer, act text, received_at timestamptz) to parindex_app
-- function app.next_mailing(at timestamptz) RETURNS TABLE(id uuid, account uuid) to parindex_jobs
-- function app.offices(ids uuid[]) RETURNS TABLE(id uuid, role text, body_id text) to parindex_app
-- function app.on_agendas(round text) RETURNS TABLE(body_id text, item text, session_id uuid, number smallint, starts_at timestamptz, state text) to parindex_app
-- function app.open_in_round(round text) RETURNS jsonb to parindex_app
-- function app.open_link_until(wanted uuid) RETURNS timestamptz to parindex_app
-- function app.open_places() RETURNS trigger
-- function app.open_second_marks() RETURNS SETOF second_marking_item
-- function app.open_sessions(at timestamptz) RETURNS SETOF session
-- function app.opened_alone(person uuid) RETURNS boolean
-- function app.opens_by_two(person uuid) RETURNS boolean to parindex_app
-- function app.own_addresses() RETURNS uuid[] to parindex_app
-- function app.own_back_checks() RETURNS uuid[] to parindex_app
-- function app.own_belongings(round text) RETURNS TABLE(from_date date, to_date date, bodies text[]) to parindex_app
-- function app.own_causes() RETURNS text[] to parindex_app
-- function app.own_causes_of(account uuid, round text) RETURNS SETOF text
-- function app.own_office(office uuid) RETURNS TABLE(role text, body_id text)
-- function app.own_sheets() RETURNS text[] to parindex_app
-- function app.own_sign_on() RETURNS TABLE(password_set_at timestamptz, second_factor_confirmed_at timestamptz, refused integer) to parindex_app
-- function app.owners_of_known_drafts() RETURNS text[] to parindex_app
-- function app.owners_of_readable_editions() RETURNS text[] to parindex_app
-- function app.paper_progress(round text) RETURNS TABLE(body_id text, group_id text, once bigint, differing bigint, counted bigint, set_apart bigint, elsewhere bigint) to parindex_app
-- function app.paper_state(round text, code bytea, at timestamptz) RETURNS TABLE(state text, reference bytea, respondent uuid, body_id text, group_id text, edition_id text)
-- function app.part_counts(standing text) RETURNS boolean
-- function app.payloads_of(documents uuid[], uploads uuid[]) RETURNS SETOF uuid
-- function app.person_names(ids uuid[]) RETURNS TABLE(id uuid, name text) to parindex_app
-- function app.pilot_figures(round text) RETURNS TABLE(pilot_id uuid, group_id text, begun integer, sent integer, seconds json, questions json, remarks json) to parindex_app
-- function app.pilot_link(of_token text) RETURNS TABLE(state text, pilot_id uuid, group_id text, form json)
-- function app.plan_key(round text) RETURNS bigint to parindex_app
-- function app.points_as_number(points text) RETURNS numeric to parindex_app
-- function app.prepare_erasure(wanted uuid, office uuid, reach text) RETURNS jsonb to parindex_app
-- function app.quota_full(round text, of_body text, of_group text, post text, unit text, village text) RETURNS boolean
-- function app.quota_standing(round text) RETURNS TABLE(body_id text, group_id text, stratum text, value text, at_least integer, is_full boolean, listed integer) to parindex_app
-- function app.reach_of(document uuid) RETURNS SETOF uuid
-- function app.reach_within(document uuid, body text, owner_body text) RETURNS SETOF uuid
-- function app.reaches_of(wanted uuid, office uuid) RETURNS TABLE(reach text, documents uuid[]) to parindex_app
-- function app.reaches_request(kind text, person uuid, body text, office uuid) RETURNS boolean
-- function app.reads_as_decided(person uuid, round text) RETURNS boolean
-- function app.reads_survey(round text) RETURNS boolean to parindex_app
-- function app.receipt(wanted_code text, wanted_hash bytea) RETURNS TABLE(code text, round_id text, title text, year integer, body_id text, body text, sent_at timestamptz, sheet_hash bytea, file_hash bytea, file_bytes integer, matched text, matter text, signatures text[], state text, ended_at timestamptz, replaced_by text, head_number integer, head_hash bytea) to parindex_app
-- function app.records_conclusion(round text, body text, kind text, target text, office uuid) RETURNS boolean to parindex_app
-- function app.refuse_adopting_alone() RETURNS trigger
-- function app.refuse_change() RETURNS trigger
-- function app.refuse_change_of_adopted() RETURNS trigger
-- function app.refuse_change_of_file() RETURNS trigger
-- function app.refuse_change_of_used_form() RETURNS trigger
-- function app.refuse_closing_alone() RETURNS trigger
-- function app.refuse_longer_role() RETURNS trigger
-- function app.refuse_other_address() RETURNS trigger
-- function app.refuse_pilot_beside_survey() RETURNS trigger
-- function app.refuse_removed_bytes() RETURNS trigger
-- function app.refuse_too_few_administrators() RETURNS trigger
-- function app.refuse_upload_into_gone() RETURNS trigger
-- function app.refuse_version_of_nothing() RETURNS trigger
-- function app.refuse_words_of_gone() RETURNS trigger
-- function app.refused_bytes(hash bytea) RETURNS text to parindex_app
-- function app.release_job(job uuid, by uuid) RETURNS void to parindex_app
-- function app.removable(document uuid) RETURNS TABLE(round_id text, body_id text, form text, gone_for text, open uuid) to parindex_app
-- function app.removed_document(wanted uuid) RETURNS uuid
-- function app.renew_job(job uuid, by uuid, seconds integer) RETURNS boolean to parindex_app
-- function app.respondent_states(replaced_reason text, invited boolean) RETURNS text[]
-- function app.response_reference(round text, token bytea) RETURNS bytea
-- function app.resume_hash(token bytea, code text) RETURNS bytea
-- function app.reviewed_forms(round text) RETURNS TABLE(form_id uuid, body_id text, group_id text, mode text, flags jsonb, decision text, answers jsonb)
-- function app.reviews_forms(round text, of_body text) RETURNS boolean to parindex_app
-- function app.roles_ended_since(account uuid, since timestamptz, today date) RETURNS SETOF membership
-- function app.roles_with_second_factor() RETURNS text[]
-- function app.runs_on(from_date date, to_date date, on_day date) RETURNS boolean to parindex_app, parindex_jobs, parindex_retention, parindex_sign_on
-- function app.runs_round(round text) RETURNS boolean
-- function app.said_at(answers jsonb, question text, "row" text) RETURNS jsonb
-- function app.said_here(said text) RETURNS text to parindex_app, parindex_jobs, parindex_retention, parindex_sign_on
-- function app.save_form(token bytea, code text, given jsonb) RETURNS boolean to parindex_app
-- function app.save_tried_form(of_token text, code text, given jsonb) RETURNS boolean to parindex_app
-- function app.seal_of(said text) RETURNS text
-- function app.sealing_place(OUT horizon xid8, OUT after_n bigint, OUT epoch integer, OUT moved boolean) RETURNS record to parindex_app, parindex_jobs
-- function app.search_pages(round text, body text, wanted text, unscanned boolean, most integer) RETURNS TABLE(document uuid, version smallint, page integer, body_id text, number text, subject text, file_name text, text text, personal_data boolean) to parindex_app
-- function app.second_markers(round text) RETURNS TABLE(id uuid, name text, offices text[], causes text[]) to parindex_app
-- function app.sees_council(round text, rounds text[]) RETURNS boolean to parindex_app
-- function app.sees_marking(round text) RETURNS boolean to parindex_app
-- function app.sees_reply(round text, body text, sheets text[], told text[]) RETURNS boolean to parindex_app
-- function app.sees_request(kind text, person uuid, body text, asker uuid) RETURNS boolean to parindex_app
-- function app.sees_sheet(round text, body text, sheets text[], rounds text[]) RETURNS boolean to parindex_app
-- function app.sees_stage(stage text, round text, body text, rounds text[], causes text[], told text[]) RETURNS boolean to parindex_app
-- function app.sees_thread(kind text, round text, body text, sheets text[], rounds text[]) RETURNS boolean to parindex_app
-- function app.sees_whole_trail() RETURNS boolean to parindex_app
-- function app.send_tried_form(of_token text, code text, submission uuid, outcomes jsonb, remark text, receipt text) RETURNS jsonb to parindex_app
-- function app.set_sheet_state(round text, body text, wanted text) RETURNS void to parindex_app
-- function app.shown_reaches(wanted uuid, office uuid) RETURNS jsonb to parindex_app
-- function app.shown_round_files(round text) RETURNS uuid[] to parindex_app
-- function app.shut_account(person uuid) RETURNS void
-- function app.sign_on_state(ids uuid[]) RETURNS TABLE(id uuid, has_password boolean, has_second_factor boolean) to parindex_app, parindex_sign_on
-- function app.standing_of_erased(wanted uuid, untold text[]) RETURNS jsonb to parindex_app
-- function app.stop_edition_request(wanted uuid, said text) RETURNS boolean to parindex_app
-- function app.stop_request(wanted uuid, said text) RETURNS boolean to parindex_app
-- function app.stop_round_request(wanted uuid, said text) RETURNS boolean to parindex_app
-- function app.submission_hash(submission uuid) RETURNS bytea
-- function app.submit_form(token bytea, submission uuid, given jsonb, receipt text) RETURNS jsonb to parindex_app
-- function app.survey_counts(round text) RETURNS TABLE(body_id text, group_id text, question text, option text, count bigint) to parindex_app
-- function app.survey_days(round text, of_body text, of_group text) RETURNS TABLE(day date, sent integer) to parindex_app
-- function app.survey_progress(round text) RETURNS TABLE(body_id text, group_id text, listed bigint, invited bigint, answered bigint) to parindex_app
-- function app.survey_runs(round text) RETURNS boolean to parindex_app
-- function app.survey_standing(round text) RETURNS TABLE(body_id text, group_id text, listed integer, invited integer, answered integer, replaced jsonb, drafts integer, partial integer, broken_off integer, flagged integer, undecided integer, set_aside integer) to parindex_app
-- function app.take_back_check(submission uuid, of_check uuid, given jsonb, places jsonb, receipt text) RETURNS jsonb to parindex_app
-- function app.take_interview(submission uuid, of_address uuid, given jsonb, seconds integer, receipt text) RETURNS jsonb to parindex_app
-- function app.take_place(round text, of_body text, of_group text, post text, unit text, village text) RETURNS boolean
-- function app.takes_review(round text, form uuid) RETURNS boolean to parindex_app
-- function app.takes_two(person uuid) RETURNS boolean to parindex_app
-- function app.tally_addresses() RETURNS trigger
-- function app.tally_form() RETURNS trigger
-- function app.tally_interviews() RETURNS trigger
-- function app.tally_links() RETURNS trigger
-- function app.tally_participation() RETURNS trigger
-- function app.tally_respondents() RETURNS trigger
-- function app.tally_slot() RETURNS smallint
-- function app.tell_by_mail(person uuid, event jsonb, other_address text) RETURNS void
-- function app.tell_of_request() RETURNS trigger
-- function app.tell_of_role() RETURNS trigger
-- function app.today() RETURNS date to parindex_app, parindex_jobs, parindex_retention, parindex_sign_on
-- function app.told_minutes(begun timestamptz, sent timestamptz) RETURNS integer
-- function app.told_replies() RETURNS text[] to parindex_app
-- function app.told_verdicts() RETURNS text[] to parindex_app
-- function app.tried_reference(of_token text, code text) RETURNS bytea
-- function app.unknown_drafts() RETURNS text[] to parindex_app
-- function app.unseen_documents() RETURNS uuid[] to parindex_app
-- function app.unseen_payloads() RETURNS uuid[] to parindex_app
-- function app.unseen_sheets() RETURNS text[] to parindex_app
-- function app.unseen_targets() RETURNS text[] to parindex_app
-- function app.untold_verdicts() RETURNS text[] to parindex_app
-- function app.uploads_of(documents uuid[], removed uuid, reach text) RETURNS SETOF uuid
-- function app.vouch_for(account uuid) RETURNS text to parindex_sign_on
-- function app.waiting_work(at timestamptz) RETURNS jsonb to parindex_app
-- function app.was_assigned(of_address uuid) RETURNS boolean to parindex_app
-- function app.was_report_swept(report bytea, since timestamptz) RETURNS boolean to parindex_app
-- function app.watches_draw(draw uuid) RETURNS boolean to parindex_app
-- function app.watches_survey(round text) RETURNS boolean to parindex_app
-- function app.whole_rounds() RETURNS text[] to parindex_app
-- function app.why_not_decided(wanted uuid, office uuid) RETURNS text to parindex_app
-- function app.why_not_decided_of_edition(wanted uuid, office uuid) RETURNS text to parindex_app
-- function app.why_not_decided_of_round(wanted uuid, office uuid) RETURNS text to parindex_app
-- function app.why_not_second_of_edition(q edition_request, m membership) RETURNS text
-- function app.why_not_second_of_owner(body text, asker uuid, asker_office uuid, asked_at timestamptz, m membership) RETURNS text
-- function app.why_not_second_of_round(q round_request, m membership) RETURNS text
-- function app.why_session_ended(held bytea, at timestamptz) RETURNS text to parindex_sign_on
-- function app.withdraw_link_of_request(wanted uuid) RETURNS boolean to parindex_app
-- function app.withdraw_links_of_one() RETURNS trigger
-- function app.withheld_subjects(subjects text[], personal boolean) RETURNS text[] to parindex_app
-- function app.work_of(person uuid) RETURNS TABLE(round_id text, round_title text, body_id text, entries integer, last_seq integer, last_at timestamptz) to parindex_app
-- function app.works_in_round(round text, person uuid) RETURNS boolean
-- function app.works_on(round text, body text, sheets text[]) RETURNS boolean to parindex_app
-- function app.writes_stage(stage text, round text, body text, sheets text[], rounds text[], run text[]) RETURNS boolean to parindex_app
-- function app.writings_of(round text) RETURNS TABLE(id uuid, actor uuid, at timestamptz) to parindex_app
