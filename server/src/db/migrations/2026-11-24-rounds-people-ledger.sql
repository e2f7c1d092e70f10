-- Bodies, people, rounds and the ledger. Run by parindex_owner; parindex_app serves, parindex_jobs seals, parindex_retention purges.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE SCHEMA app;
GRANT USAGE ON SCHEMA app TO parindex_app, parindex_jobs, parindex_retention;
GRANT USAGE ON SCHEMA public TO parindex_app, parindex_jobs, parindex_retention;

-- What this database is: a sandbox of invented bodies, or the real thing.
CREATE TABLE installation (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  kind text NOT NULL CHECK (kind IN ('sandbox', 'real')),
  created_at timestamptz NOT NULL DEFAULT now()
);

-- Bodies: identity by id; all else dated. Bounds are the first and the last day; an absent one is open.

CREATE TABLE body (
  id text PRIMARY KEY CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(id) <= 100),
  kind text NOT NULL CHECK (kind IN ('province', 'ministry', 'department', 'division', 'commune')),
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
  CHECK (closed >= opened)
);

CREATE TABLE body_name (
  body_id text NOT NULL REFERENCES body,
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
  PRIMARY KEY (body_id, position),
  CHECK (to_date >= from_date)
);
-- Written seldom and in bulk, searched often: no list of rows that wait to be indexed.
CREATE INDEX body_name_search ON body_name USING gin (search_key gin_trgm_ops) WITH (fastupdate = off);

CREATE TABLE body_attribute (
  body_id text NOT NULL REFERENCES body,
  attribute text NOT NULL CHECK (attribute IN ('type', 'code', 'region', 'block', 'parent')),
  position smallint NOT NULL,
  value text NOT NULL,
  from_date date,
  to_date date,
  basis text,
  status text,
  PRIMARY KEY (body_id, attribute, position),
  CHECK (to_date >= from_date)
);
CREATE INDEX body_attribute_value ON body_attribute (attribute, value);

CREATE TABLE body_succession (
  predecessor text NOT NULL REFERENCES body,
  successor text NOT NULL REFERENCES body,
  partly boolean NOT NULL DEFAULT false,
  decision_number text,
  decision_date date,
  changed_on date,
  status text,
  PRIMARY KEY (predecessor, successor)
);
CREATE INDEX body_succession_successor ON body_succession (successor);

-- People

CREATE TABLE account (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email text NOT NULL CHECK (email = lower(email) AND length(email) <= 254),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- By the core's searchKey of name and email.
  search_key text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL,
  ended_at timestamptz,
  version integer NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX account_email ON account (email);
CREATE INDEX account_search ON account USING gin (search_key gin_trgm_ops);

-- What proves who somebody is; apart from the account, so that nothing reads it by the way.
CREATE TABLE credential (
  account_id uuid PRIMARY KEY REFERENCES account,
  password_hash text,
  password_set_at timestamptz,
  totp_secret text,
  totp_confirmed_at timestamptz,
  -- Shown, not confirmed by a code yet; the one before it serves until then.
  totp_candidate text,
  -- The last time step that was used: a code serves once.
  totp_last_step integer
);

CREATE TABLE membership (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES account,
  -- Absent: the whole installation, for administrators and auditors.
  body_id text REFERENCES body,
  role text NOT NULL CHECK (role IN ('administrator', 'owner', 'clerk', 'head', 'appraiser', 'council', 'auditor')),
  from_date date NOT NULL,
  to_date date,
  granted_by uuid REFERENCES account,
  granted_at timestamptz NOT NULL,
  ended_by uuid REFERENCES account,
  ended_at timestamptz,
  handover_id uuid,
  version integer NOT NULL DEFAULT 1,
  CHECK (body_id IS NOT NULL OR role IN ('administrator', 'auditor')),
  CHECK (to_date >= from_date - 1)
);
CREATE INDEX membership_account ON membership (account_id);
CREATE INDEX membership_body ON membership (body_id);

CREATE TABLE session (
  token_hash bytea PRIMARY KEY,
  id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
  account_id uuid NOT NULL REFERENCES account,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  -- Absent: the password was right, the second factor is still to come.
  complete_at timestamptz,
  address text,
  agent text
);
CREATE INDEX session_account ON session (account_id);

CREATE TABLE personal_token (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES account,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  token_hash bytea NOT NULL UNIQUE,
  scopes text[] NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  revoked_at timestamptz
);
CREATE INDEX personal_token_account ON personal_token (account_id);

CREATE TABLE one_time_link (
  token_hash bytea PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('invitation', 'reset')),
  account_id uuid NOT NULL REFERENCES account,
  created_by uuid REFERENCES account,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  withdrawn_at timestamptz
);
CREATE INDEX one_time_link_account ON one_time_link (account_id);

-- Failed sign-ins slow an account down, never an address alone.
CREATE TABLE sign_in_slowing (
  email text NOT NULL,
  -- Passwords and codes are counted apart: the right password must not clear the guesses at a code.
  kind text NOT NULL CHECK (kind IN ('password', 'code')),
  failures integer NOT NULL,
  not_before timestamptz NOT NULL,
  PRIMARY KEY (email, kind)
);
CREATE INDEX sign_in_slowing_age ON sign_in_slowing (not_before);

CREATE TABLE handover (
  id uuid PRIMARY KEY,
  from_account uuid NOT NULL REFERENCES account,
  to_account uuid NOT NULL REFERENCES account,
  on_day date NOT NULL,
  document_number text,
  document_date date,
  -- What passed, as it stood at that moment: the printable record.
  record jsonb NOT NULL,
  performed_by uuid NOT NULL REFERENCES account,
  performed_at timestamptz NOT NULL
);
ALTER TABLE membership ADD FOREIGN KEY (handover_id) REFERENCES handover;

-- Schemes and rounds

CREATE TABLE edition (
  id text PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$' AND length(id) <= 100),
  state text NOT NULL CHECK (state IN ('draft', 'adopted')),
  -- Whose owners may change the draft and adopt it; absent where the edition came with the project.
  owner_body text REFERENCES body,
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
  created_by uuid REFERENCES account,
  created_at timestamptz NOT NULL,
  adopted_by uuid REFERENCES account,
  adopted_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CHECK (state = 'draft' OR (scheme IS NOT NULL AND hash IS NOT NULL AND adopted_at IS NOT NULL))
);

CREATE TABLE round (
  id text PRIMARY KEY CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(id) <= 100),
  owner_body text NOT NULL REFERENCES body,
  year smallint NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  edition_id text REFERENCES edition,
  state text NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
  copied_from text REFERENCES round,
  created_by uuid REFERENCES account,
  created_at timestamptz NOT NULL,
  opened_at timestamptz,
  closed_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  CHECK (state = 'draft' OR edition_id IS NOT NULL)
);

CREATE TABLE round_step (
  round_id text NOT NULL REFERENCES round,
  step text NOT NULL CHECK (step IN ('monitoring', 'selfAssessment', 'appraisal', 'explanation', 'secondAppraisal', 'survey', 'council', 'publication')),
  opens timestamptz NOT NULL,
  closes timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (round_id, step),
  CHECK (opens < closes)
);

-- A body in a round: the row under its sheet. Writers of one sheet wait for each other here.
CREATE TABLE participant (
  round_id text NOT NULL REFERENCES round,
  body_id text NOT NULL REFERENCES body,
  position integer NOT NULL,
  block text,
  ranked boolean NOT NULL DEFAULT true,
  frozen boolean NOT NULL DEFAULT false,
  PRIMARY KEY (round_id, body_id)
);
CREATE INDEX participant_body ON participant (body_id);

CREATE TABLE exclusion (
  round_id text NOT NULL,
  body_id text NOT NULL,
  item text NOT NULL,
  legal_basis text NOT NULL CHECK (length(legal_basis) BETWEEN 1 AND 1000),
  PRIMARY KEY (round_id, body_id, item),
  FOREIGN KEY (round_id, body_id) REFERENCES participant
);

CREATE TABLE domain_owner (
  round_id text NOT NULL REFERENCES round,
  domain text NOT NULL,
  body_id text NOT NULL REFERENCES body,
  PRIMARY KEY (round_id, domain, body_id)
);

-- Parts copied from another round; each waits until a person says that it still holds.
CREATE TABLE copied_part (
  round_id text NOT NULL REFERENCES round,
  part text NOT NULL,
  confirmed_by uuid REFERENCES account,
  confirmed_at timestamptz,
  PRIMARY KEY (round_id, part)
);

CREATE TABLE extension (
  id uuid PRIMARY KEY,
  round_id text NOT NULL REFERENCES round,
  step text NOT NULL,
  -- Absent: all bodies, all items.
  body_id text,
  item text,
  -- What the item's code is a code of; absent: whatever edition is in force.
  edition_id text REFERENCES edition,
  until timestamptz NOT NULL,
  document_number text NOT NULL CHECK (length(document_number) BETWEEN 1 AND 100),
  document_date date NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  granted_by uuid NOT NULL REFERENCES account,
  granted_at timestamptz NOT NULL,
  FOREIGN KEY (round_id, step) REFERENCES round_step,
  FOREIGN KEY (round_id, body_id) REFERENCES participant
);
CREATE INDEX extension_round ON extension (round_id, step);

-- A later edition takes over in mid-round, item by item by the mapping.
CREATE TABLE takeover (
  round_id text NOT NULL REFERENCES round,
  number smallint NOT NULL,
  from_edition text NOT NULL REFERENCES edition,
  to_edition text NOT NULL REFERENCES edition,
  -- { items: { old: new or null }, figures: { old: new or null }, sheets: { body: { after: seq, dropped: [{ stage, target, fields }] } } }
  mapping jsonb NOT NULL,
  document_number text NOT NULL,
  document_date date NOT NULL,
  performed_by uuid NOT NULL REFERENCES account,
  performed_at timestamptz NOT NULL,
  PRIMARY KEY (round_id, number)
);

-- What the year before says of a body: from last year's round, or brought along in the first year.
CREATE TABLE baseline (
  round_id text NOT NULL,
  body_id text NOT NULL,
  year smallint NOT NULL,
  figures jsonb NOT NULL,
  items jsonb NOT NULL,
  source text NOT NULL,
  PRIMARY KEY (round_id, body_id),
  FOREIGN KEY (round_id, body_id) REFERENCES participant
);

-- Means of survey questions by group, as the survey gives them.
CREATE TABLE estimate (
  round_id text NOT NULL,
  body_id text NOT NULL,
  question text NOT NULL,
  respondent_group text NOT NULL,
  mean text NOT NULL,
  answers text NOT NULL,
  PRIMARY KEY (round_id, body_id, question, respondent_group),
  FOREIGN KEY (round_id, body_id) REFERENCES participant
);

-- A year's list of days off is replaced whole; its version says which list was seen.
CREATE TABLE day_off_year (
  year smallint PRIMARY KEY,
  version integer NOT NULL
);

CREATE TABLE day_off (
  date date PRIMARY KEY,
  -- off: not worked; worked: a Saturday or Sunday worked in exchange.
  kind text NOT NULL CHECK (kind IN ('off', 'worked')),
  name text NOT NULL,
  source text NOT NULL
);

-- The ledger

-- What may lawfully be erased one day: free text, before and after. What is hashed refers to it by a salted hash.
CREATE TABLE payload (
  id uuid PRIMARY KEY,
  round_id text,
  body_id text,
  salt bytea NOT NULL,
  -- Absent once purged.
  content jsonb,
  purged_by_act bigint
);

CREATE TABLE entry (
  id uuid PRIMARY KEY,
  round_id text NOT NULL,
  body_id text NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  -- Both absent where the act is of the whole sheet.
  target_kind text CHECK (target_kind IN ('item', 'figure')),
  target text,
  act text NOT NULL CHECK (act IN ('declare', 'propose', 'accept', 'return', 'freeze', 'reopen', 'ask', 'reply', 'appraise', 'conclude')),
  stage text NOT NULL CHECK (stage IN ('claimed', 'appraised', 'second', 'council')),
  standing text NOT NULL CHECK (standing IN ('proposed', 'effective')),
  actor uuid NOT NULL REFERENCES account,
  office uuid NOT NULL REFERENCES membership,
  on_behalf_of uuid REFERENCES account,
  received_at timestamptz(3) NOT NULL,
  base integer NOT NULL CHECK (base >= 0),
  -- One that a round uses, which is why it needs no reference of its own: all writers would lock its one row.
  edition_id text NOT NULL,
  changes jsonb NOT NULL,
  -- Fields whose values stand in the payload.
  texts text[] NOT NULL,
  -- Points as the core gave them when it was written; null where the item had none yet.
  points text,
  reason_code text,
  citations jsonb NOT NULL DEFAULT '[]',
  origin text NOT NULL CHECK (origin IN ('web', 'api', 'import', 'statistic', 'rollUp')),
  cause uuid,
  payload_id uuid REFERENCES payload,
  payload_hash bytea,
  hash bytea NOT NULL,
  FOREIGN KEY (round_id, body_id) REFERENCES participant,
  CHECK ((target_kind IS NULL) = (target IS NULL)),
  CHECK ((payload_id IS NULL) = (payload_hash IS NULL)),
  UNIQUE (round_id, body_id, seq)
);
CREATE INDEX entry_target ON entry (round_id, body_id, target_kind, target, seq);
CREATE INDEX entry_actor ON entry (actor);

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
  FOREIGN KEY (round_id, body_id) REFERENCES participant
) WITH (fillfactor = 70);

-- The audit trail

CREATE TABLE audit (
  n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
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
  payload_id uuid REFERENCES payload,
  payload_hash bytea,
  hash bytea NOT NULL,
  CHECK ((payload_id IS NULL) = (payload_hash IS NULL))
);
CREATE INDEX audit_xid ON audit (xid);
CREATE INDEX audit_at ON audit USING brin (at);
CREATE INDEX audit_actor ON audit (actor, n);
CREATE INDEX audit_subject ON audit (subject, n);
CREATE INDEX audit_round ON audit (round_id, body_id, n);

CREATE TABLE seal (
  number integer PRIMARY KEY,
  first bigint NOT NULL,
  last bigint NOT NULL,
  count integer NOT NULL CHECK (count > 0),
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
  CHECK (cardinality(rows) = count)
);

-- Append-only

CREATE FUNCTION app.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: its rows are kept as they were written', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['entry', 'audit', 'seal', 'handover', 'extension', 'takeover'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['membership', 'payload', 'body', 'account'] LOOP
    EXECUTE format('CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()', name);
  END LOOP;
END $$;

CREATE FUNCTION app.refuse_change_of_adopted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'adopted' THEN
    RAISE EXCEPTION 'edition % is adopted and cannot change', OLD.id USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER adopted_is_locked BEFORE UPDATE OR DELETE ON edition FOR EACH ROW EXECUTE FUNCTION app.refuse_change_of_adopted();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON edition FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- Who asks, and when: set at the start of each transaction.

CREATE FUNCTION app.account() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.account', true), '')::uuid $$;

CREATE FUNCTION app.moment() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(current_setting('app.moment', true), '')::timestamptz, now())
$$;

CREATE FUNCTION app.today() RETURNS date LANGUAGE sql STABLE AS $$ SELECT (app.moment() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date $$;

-- Memberships in force today of whoever asks. The functions below read with the owner's rights: they are the wall, not behind it.
CREATE FUNCTION app.in_force() RETURNS SETOF membership LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT m.* FROM membership m JOIN account a ON a.id = m.account_id AND a.ended_at IS NULL
  WHERE m.account_id = app.account() AND m.from_date <= app.today() AND (m.to_date IS NULL OR m.to_date >= app.today())
$$;

-- Bodies whose sheets are the asker's own work; and rounds of which the asker may see every sheet.
CREATE FUNCTION app.find_own_bodies() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT body_id), '{}') FROM app.in_force() WHERE role IN ('clerk', 'head')
$$;
CREATE FUNCTION app.find_whole_rounds() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT r.id), '{}') FROM app.in_force() m JOIN round r ON
    (m.role IN ('owner', 'council', 'auditor') AND (m.body_id = r.owner_body OR m.body_id IS NULL))
    OR (m.role = 'appraiser' AND EXISTS (SELECT FROM domain_owner d WHERE d.round_id = r.id AND d.body_id = m.body_id))
$$;

-- The same as found when the transaction began: what policies ask for every row must cost nothing. Unset, nothing is seen.
CREATE FUNCTION app.own_bodies() RETURNS text[] LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.own_bodies', true), '')::text[] $$;
CREATE FUNCTION app.whole_rounds() RETURNS text[] LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.whole_rounds', true), '')::text[] $$;

-- From here on the transaction acts for this account, at this moment.
CREATE FUNCTION app.act_as(account uuid, moment timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM set_config('app.moment', to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), true), set_config('app.account', coalesce(account::text, ''), true);
  PERFORM set_config('app.own_bodies', app.find_own_bodies()::text, true), set_config('app.whole_rounds', app.find_whole_rounds()::text, true);
END $$;

CREATE FUNCTION app.has_role(VARIADIC roles text[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.in_force() WHERE role = ANY (roles))
$$;

-- Starts a request: finds who stands behind a session or a token, and says so to the transaction.
CREATE FUNCTION app.begin_request(session bytea, token bytea, moment timestamptz) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  found record;
  answer jsonb;
BEGIN
  PERFORM set_config('app.moment', to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), true), set_config('app.account', '', true);
  IF session IS NOT NULL THEN
    SELECT s.id, s.account_id, s.complete_at, s.seen_at, NULL::text[] AS scopes INTO found FROM session s JOIN account a ON a.id = s.account_id AND a.ended_at IS NULL
    WHERE s.token_hash = session AND s.ended_at IS NULL AND s.expires_at > moment AND s.seen_at > moment - interval '60 minutes';
    -- Not each time: people who only look would write as often as they look.
    IF found.id IS NOT NULL AND found.seen_at < moment - interval '5 minutes' THEN
      UPDATE session s SET seen_at = moment WHERE s.id = found.id;
    END IF;
  ELSIF token IS NOT NULL THEN
    SELECT t.id, t.account_id, t.created_at AS complete_at, t.used_at AS seen_at, t.scopes INTO found FROM personal_token t JOIN account a ON a.id = t.account_id AND a.ended_at IS NULL
    WHERE t.token_hash = token AND t.revoked_at IS NULL AND t.expires_at > moment;
    IF found.id IS NOT NULL AND (found.seen_at IS NULL OR found.seen_at < moment - interval '5 minutes') THEN
      UPDATE personal_token t SET used_at = moment WHERE t.id = found.id;
    END IF;
  ELSE
    RETURN NULL;
  END IF;
  IF found.id IS NULL THEN RETURN NULL; END IF;
  -- A token of somebody whose role asks for a second factor serves only where one is enrolled: judged each time, as roles come and go.
  IF found.scopes IS NOT NULL AND (SELECT i.kind FROM installation i) = 'real'
    AND EXISTS (SELECT FROM membership m WHERE m.account_id = found.account_id AND m.role IN ('administrator', 'owner', 'head')
      AND m.from_date <= app.today() AND (m.to_date IS NULL OR m.to_date >= app.today()))
    AND NOT EXISTS (SELECT FROM credential c WHERE c.account_id = found.account_id AND c.totp_confirmed_at IS NOT NULL) THEN
    found.complete_at := NULL;
  END IF;
  -- Until the second factor has come, the request acts for nobody.
  IF found.complete_at IS NOT NULL THEN
    PERFORM app.act_as(found.account_id, moment);
  END IF;
  SELECT jsonb_build_object(
    'account', a.id, 'name', a.name, 'email', a.email, 'session', found.id, 'complete', found.complete_at IS NOT NULL, 'scopes', found.scopes,
    'memberships', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'body', m.body_id, 'role', m.role)), '[]') FROM app.in_force() m))
  INTO answer FROM account a WHERE a.id = found.account_id;
  RETURN answer;
END $$;

-- Administrators and auditors of the whole installation read the trail.
CREATE FUNCTION app.sees_whole_trail() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.in_force() WHERE role IN ('administrator', 'auditor') AND body_id IS NULL)
$$;

-- Names of people, for histories and registers; nothing else of them.
CREATE FUNCTION app.person_names(ids uuid[]) RETURNS TABLE (id uuid, name text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT a.id, a.name FROM account a WHERE a.id = ANY (ids) AND app.account() IS NOT NULL
$$;

-- In what office somebody acted: the role and the body of a membership, for histories.
CREATE FUNCTION app.offices(ids uuid[]) RETURNS TABLE (id uuid, role text, body_id text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT m.id, m.role, m.body_id FROM membership m WHERE m.id = ANY (ids) AND app.account() IS NOT NULL
$$;

-- A body and all above it on a day, by the parent that began last; the parts of a circle come once each.
CREATE FUNCTION app.bodies_above(body text, on_day date) RETURNS SETOF text LANGUAGE sql STABLE SET search_path = public, app, pg_temp AS $$
  WITH RECURSIVE above (id) AS (
    SELECT body
    UNION
    SELECT p.value FROM above CROSS JOIN LATERAL (
      SELECT a.value FROM body_attribute a WHERE a.body_id = above.id AND a.attribute = 'parent'
        AND coalesce(a.from_date, '-infinity') <= on_day AND coalesce(a.to_date, 'infinity') >= on_day
      ORDER BY a.from_date DESC NULLS LAST, a.position DESC LIMIT 1) p
  ) SELECT id FROM above WHERE id IS NOT NULL
$$;

-- Bodies and all below them on a day: the same tree, read downwards.
CREATE FUNCTION app.bodies_under(bodies text[], on_day date) RETURNS SETOF text LANGUAGE sql STABLE SET search_path = public, app, pg_temp AS $$
  WITH RECURSIVE parent AS (
    SELECT DISTINCT ON (a.body_id) a.body_id, a.value FROM body_attribute a WHERE a.attribute = 'parent'
      AND coalesce(a.from_date, '-infinity') <= on_day AND coalesce(a.to_date, 'infinity') >= on_day
    ORDER BY a.body_id, a.from_date DESC NULLS LAST, a.position DESC
  ), under (id) AS (
    SELECT unnest(bodies)
    UNION
    SELECT parent.body_id FROM under JOIN parent ON parent.value = under.id
  ) SELECT id FROM under
$$;

-- Whether the asker administers a body; an absent one stands for the whole installation.
CREATE FUNCTION app.administers(body text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.in_force() m WHERE m.role = 'administrator'
    AND (m.body_id IS NULL OR m.body_id IN (SELECT app.bodies_above(body, app.today()))))
$$;

-- Whether the asker stands above all that a person works in, today or later; of somebody without a role, whoever has the whole installation.
CREATE FUNCTION app.administers_person(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT app.administers(NULL) OR (app.has_role('administrator')
    AND EXISTS (SELECT FROM membership m WHERE m.account_id = person AND (m.to_date IS NULL OR m.to_date >= app.today()))
    AND NOT EXISTS (SELECT FROM membership m WHERE m.account_id = person AND (m.to_date IS NULL OR m.to_date >= app.today())
      AND (m.body_id IS NULL OR NOT app.administers(m.body_id))))
$$;

-- Whether people can sign on, and how: never by what.
CREATE FUNCTION app.sign_on_state(ids uuid[]) RETURNS TABLE (id uuid, has_password boolean, has_second_factor boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT c.account_id, c.password_hash IS NOT NULL, c.totp_confirmed_at IS NOT NULL FROM credential c
  WHERE c.account_id = ANY (ids) AND (c.account_id = app.account() OR app.has_role('administrator', 'auditor'))
$$;

-- Takes somebody's second factor away, so that they enrol anew; answers whether there was one.
CREATE FUNCTION app.drop_second_factor(person uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE had boolean;
BEGIN
  IF NOT app.administers_person(person) THEN RETURN false; END IF;
  SELECT c.totp_secret IS NOT NULL INTO had FROM credential c WHERE c.account_id = person FOR UPDATE;
  UPDATE credential c SET totp_secret = NULL, totp_confirmed_at = NULL, totp_candidate = NULL, totp_last_step = NULL WHERE c.account_id = person;
  RETURN coalesce(had, false);
END $$;

-- Sheets of rounds that are open on which a person has worked: where and when, never what. For handovers.
CREATE FUNCTION app.work_of(person uuid) RETURNS TABLE (round_id text, round_title text, body_id text, entries integer, last_seq integer, last_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT r.id, r.title, n.body_id, count(*)::integer, max(n.seq), max(n.received_at) FROM entry n JOIN round r ON r.id = n.round_id AND r.state = 'open'
  WHERE n.actor = person AND (person = app.account() OR app.has_role('administrator')) GROUP BY r.id, r.title, n.body_id
$$;

-- What somebody has written and done, for the copy of their own data that the law gives them.
CREATE FUNCTION app.my_entries() RETURNS TABLE (id uuid, round_id text, body_id text, seq integer, act text, received_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT n.id, n.round_id, n.body_id, n.seq, n.act, n.received_at FROM entry n WHERE n.actor = app.account()
$$;
CREATE FUNCTION app.my_acts() RETURNS TABLE (n bigint, at timestamptz, act text, subject text, round_id text, body_id text, content jsonb, more jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT u.n, u.at, u.act, u.subject, u.round_id, u.body_id, u.content, p.content FROM audit u LEFT JOIN payload p ON p.id = u.payload_id WHERE u.actor = app.account()
$$;

-- Writers of a round's sheets hold its plan together; who changes the plan (calendar, extension, edition) holds it alone.
-- An advisory lock and not one on the rows of the calendar: hundreds who share a row would write it anew each.
CREATE FUNCTION app.plan_key(round text) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT hashtextextended('parindex plan of ' || round, 0) $$;

CREATE FUNCTION app.lock_sheet(round text, body text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(app.plan_key(round));
  PERFORM FROM participant p WHERE p.round_id = round AND p.body_id = body FOR UPDATE;
END $$;

CREATE FUNCTION app.lock_plan(round text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(app.plan_key(round));
  PERFORM FROM round r WHERE r.id = round FOR UPDATE;
END $$;

-- What roles may do

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA app TO parindex_app;
GRANT EXECUTE ON FUNCTION app.account(), app.moment(), app.today() TO parindex_jobs, parindex_retention;

GRANT SELECT ON ALL TABLES IN SCHEMA public TO parindex_app;
GRANT INSERT ON body, body_name, body_attribute, body_succession, account, credential, membership, session, personal_token, one_time_link, sign_in_slowing, handover,
  edition, round, round_step, participant, exclusion, domain_owner, copied_part, extension, takeover, baseline, estimate, day_off, day_off_year, payload, entry, cell TO parindex_app;
GRANT UPDATE ON body, day_off_year, account, credential, session, personal_token, one_time_link, sign_in_slowing, edition, round, round_step, participant, copied_part, cell
  TO parindex_app;
-- Of a role only its end may change: who had it, where and since when stays as it was told.
GRANT UPDATE (to_date, version, ended_by, ended_at, handover_id) ON membership TO parindex_app;
-- Parts of a plan that is not open yet, lists that are replaced whole, and the fold, may be written anew.
GRANT DELETE ON body_name, body_attribute, body_succession, sign_in_slowing, edition, round_step, participant, exclusion, domain_owner, baseline, estimate, day_off, cell TO parindex_app;

GRANT SELECT ON audit, seal TO parindex_jobs;
GRANT INSERT ON seal TO parindex_jobs;

GRANT SELECT, UPDATE (content, purged_by_act) ON payload TO parindex_retention;
GRANT SELECT ON audit TO parindex_retention;

-- Who writes a row does not choose its number or its transaction: the sealer trusts both.
GRANT INSERT (at, actor, office, act, subject, round_id, body_id, content, payload_id, payload_hash, hash) ON audit TO parindex_app, parindex_retention;

-- Row security: the second wall, behind the policies of the server

ALTER TABLE entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY entry_read ON entry FOR SELECT TO parindex_app
  USING (body_id = ANY ((SELECT app.own_bodies())::text[]) OR round_id = ANY ((SELECT app.whole_rounds())::text[]));
CREATE POLICY entry_write ON entry FOR INSERT TO parindex_app
  WITH CHECK (actor = (SELECT app.account()) AND received_at = (SELECT app.moment()) AND office IN (SELECT m.id FROM app.in_force() m) AND (body_id = ANY ((SELECT app.own_bodies())::text[]) OR round_id = ANY ((SELECT app.whole_rounds())::text[])));

ALTER TABLE cell ENABLE ROW LEVEL SECURITY;
CREATE POLICY cell_all ON cell TO parindex_app
  USING (body_id = ANY ((SELECT app.own_bodies())::text[]) OR round_id = ANY ((SELECT app.whole_rounds())::text[]));

ALTER TABLE baseline ENABLE ROW LEVEL SECURITY;
-- A round may be made and filled in one transaction, so what is written is judged by what is there by then.
CREATE POLICY baseline_all ON baseline TO parindex_app
  USING (body_id = ANY ((SELECT app.own_bodies())::text[]) OR round_id = ANY ((SELECT app.whole_rounds())::text[]))
  WITH CHECK (round_id = ANY ((SELECT app.find_whole_rounds())::text[]));

ALTER TABLE estimate ENABLE ROW LEVEL SECURITY;
-- A round may be made and filled in one transaction, so what is written is judged by what is there by then.
CREATE POLICY estimate_all ON estimate TO parindex_app
  USING (body_id = ANY ((SELECT app.own_bodies())::text[]) OR round_id = ANY ((SELECT app.whole_rounds())::text[]))
  WITH CHECK (round_id = ANY ((SELECT app.find_whole_rounds())::text[]));

ALTER TABLE payload ENABLE ROW LEVEL SECURITY;
CREATE POLICY payload_read ON payload FOR SELECT TO parindex_app
  USING (body_id = ANY ((SELECT app.own_bodies())::text[]) OR round_id = ANY ((SELECT app.whole_rounds())::text[])
    OR (round_id IS NULL AND (SELECT app.sees_whole_trail())));
CREATE POLICY payload_write ON payload FOR INSERT TO parindex_app
  WITH CHECK (purged_by_act IS NULL AND (round_id IS NULL OR body_id = ANY ((SELECT app.own_bodies())::text[]) OR round_id = ANY ((SELECT app.find_whole_rounds())::text[])));
CREATE POLICY payload_purge ON payload TO parindex_retention USING (true);

ALTER TABLE audit ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_read ON audit FOR SELECT TO parindex_app
  USING ((SELECT app.sees_whole_trail()) OR actor = (SELECT app.account()) OR round_id = ANY ((SELECT app.whole_rounds())::text[]));
CREATE POLICY audit_write ON audit FOR INSERT TO parindex_app
  WITH CHECK (actor IS NOT DISTINCT FROM (SELECT app.account()) AND at = (SELECT app.moment())
    -- Of one's own, though the act itself may have ended it.
    AND (office IS NULL OR EXISTS (SELECT FROM membership m WHERE m.id = office AND m.account_id = (SELECT app.account()))));
CREATE POLICY audit_seal ON audit FOR SELECT TO parindex_jobs USING (true);
CREATE POLICY audit_retention ON audit TO parindex_retention USING (true);

-- People are seen by themselves and by administrators; a sign-in sees the one account that it names (app.signing_in: an email, an account, a link's hash).
ALTER TABLE account ENABLE ROW LEVEL SECURITY;
CREATE POLICY account_read ON account FOR SELECT TO parindex_app
  USING (id = (SELECT app.account()) OR (SELECT app.has_role('administrator', 'owner', 'auditor')) OR id::text = current_setting('app.signing_in', true)
    OR email = current_setting('app.signing_in', true));
CREATE POLICY account_add ON account FOR INSERT TO parindex_app WITH CHECK ((SELECT app.has_role('administrator')));
CREATE POLICY account_change ON account FOR UPDATE TO parindex_app USING (app.administers_person(id));

ALTER TABLE credential ENABLE ROW LEVEL SECURITY;
CREATE POLICY credential_all ON credential TO parindex_app
  USING (account_id = (SELECT app.account()) OR account_id::text = current_setting('app.signing_in', true));

ALTER TABLE session ENABLE ROW LEVEL SECURITY;
CREATE POLICY session_read ON session FOR SELECT TO parindex_app
  USING (account_id = (SELECT app.account()) OR account_id::text = current_setting('app.signing_in', true) OR (SELECT app.has_role('administrator')));
CREATE POLICY session_add ON session FOR INSERT TO parindex_app WITH CHECK (account_id = (SELECT app.account()) OR account_id::text = current_setting('app.signing_in', true));
CREATE POLICY session_change ON session FOR UPDATE TO parindex_app
  USING (account_id = (SELECT app.account()) OR account_id::text = current_setting('app.signing_in', true) OR (SELECT app.has_role('administrator')));

ALTER TABLE personal_token ENABLE ROW LEVEL SECURITY;
CREATE POLICY personal_token_read ON personal_token FOR SELECT TO parindex_app
  USING (account_id = (SELECT app.account()) OR (SELECT app.has_role('administrator')));
CREATE POLICY personal_token_add ON personal_token FOR INSERT TO parindex_app WITH CHECK (account_id = (SELECT app.account()));
CREATE POLICY personal_token_change ON personal_token FOR UPDATE TO parindex_app
  USING (account_id = (SELECT app.account()) OR (SELECT app.has_role('administrator')));

ALTER TABLE one_time_link ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_time_link_read ON one_time_link FOR SELECT TO parindex_app
  USING (account_id = (SELECT app.account()) OR current_setting('app.signing_in', true) IN (account_id::text, encode(token_hash, 'hex')) OR (SELECT app.has_role('administrator')));
CREATE POLICY one_time_link_add ON one_time_link FOR INSERT TO parindex_app WITH CHECK (app.administers_person(account_id));
CREATE POLICY one_time_link_change ON one_time_link FOR UPDATE TO parindex_app
  USING (current_setting('app.signing_in', true) IN (account_id::text, encode(token_hash, 'hex')) OR app.administers_person(account_id));

-- Nobody gives rights where they do not administer.
ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
CREATE POLICY membership_read ON membership FOR SELECT TO parindex_app
  USING (account_id = (SELECT app.account()) OR (SELECT app.has_role('administrator', 'owner', 'auditor')));
CREATE POLICY membership_add ON membership FOR INSERT TO parindex_app WITH CHECK (app.administers(body_id));
CREATE POLICY membership_change ON membership FOR UPDATE TO parindex_app USING (app.administers(body_id));

ALTER TABLE handover ENABLE ROW LEVEL SECURITY;
CREATE POLICY handover_read ON handover FOR SELECT TO parindex_app
  USING (from_account = (SELECT app.account()) OR to_account = (SELECT app.account()) OR (SELECT app.has_role('administrator', 'auditor')));
CREATE POLICY handover_add ON handover FOR INSERT TO parindex_app WITH CHECK (performed_by = (SELECT app.account()) AND (SELECT app.has_role('administrator')));

-- Registers are written in one's own name.
ALTER TABLE extension ENABLE ROW LEVEL SECURITY;
CREATE POLICY extension_read ON extension FOR SELECT TO parindex_app USING (true);
CREATE POLICY extension_add ON extension FOR INSERT TO parindex_app WITH CHECK (granted_by = (SELECT app.account()) AND round_id = ANY ((SELECT app.whole_rounds())::text[]));
ALTER TABLE takeover ENABLE ROW LEVEL SECURITY;
CREATE POLICY takeover_read ON takeover FOR SELECT TO parindex_app USING (true);
CREATE POLICY takeover_add ON takeover FOR INSERT TO parindex_app WITH CHECK (performed_by = (SELECT app.account()) AND round_id = ANY ((SELECT app.whole_rounds())::text[]));
