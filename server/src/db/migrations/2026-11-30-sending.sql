-- Sending: the report's own texts, the signed report with its receipt, a sheet reopened for a part and a time, and what must precede the deadline.

-- Which act must be done before the self-assessment closes; absent: neither is held to it.
ALTER TABLE round ADD deadline_act text CHECK (deadline_act IN ('freeze', 'send'));

-- Difficulties and proposals of a body, as its report says them: each version stays.
CREATE TABLE report_text (
  id uuid PRIMARY KEY,
  round_id text NOT NULL,
  body_id text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  payload_id uuid NOT NULL REFERENCES payload,
  written_by uuid NOT NULL REFERENCES account,
  written_at timestamptz(3) NOT NULL,
  FOREIGN KEY (round_id, body_id) REFERENCES participant,
  UNIQUE (round_id, body_id, version)
);

-- An owner lets a body send a report without a signature that can be read: a scan of paper. Serves one sending.
CREATE TABLE unsigned_permission (
  id uuid PRIMARY KEY,
  round_id text NOT NULL,
  body_id text NOT NULL,
  payload_id uuid NOT NULL REFERENCES payload,
  given_by uuid NOT NULL REFERENCES account,
  given_at timestamptz(3) NOT NULL,
  FOREIGN KEY (round_id, body_id) REFERENCES participant
);
CREATE INDEX unsigned_permission_sheet ON unsigned_permission (round_id, body_id);

-- A sheet sent with its signed report. Its id is that of the entry.
CREATE TABLE sending (
  id uuid PRIMARY KEY REFERENCES entry,
  round_id text NOT NULL,
  body_id text NOT NULL,
  seq integer NOT NULL,
  -- What the receipt is found by.
  code text NOT NULL UNIQUE CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
  sheet_hash bytea NOT NULL CHECK (length(sheet_hash) = 32),
  file_hash bytea NOT NULL CHECK (length(file_hash) = 32),
  file_bytes integer NOT NULL CHECK (file_bytes > 0),
  -- made: the report as it was made, signed; said: the report says the sheet's hash; permitted: nothing but the owner's word.
  matched text NOT NULL CHECK (matched IN ('made', 'said', 'permitted')),
  permission_id uuid UNIQUE REFERENCES unsigned_permission,
  -- The signatures as they were read: names of people.
  payload_id uuid NOT NULL REFERENCES payload,
  scanned boolean NOT NULL,
  sent_by uuid NOT NULL REFERENCES account,
  sent_at timestamptz(3) NOT NULL,
  -- The head of the sealed trail at the time.
  head_number integer NOT NULL,
  head_hash bytea NOT NULL,
  FOREIGN KEY (round_id, body_id) REFERENCES participant,
  UNIQUE (round_id, body_id, seq)
);
CREATE INDEX sending_sheet_hash ON sending (sheet_hash);

-- A sheet reopened by the owner. Its id is that of the entry, where the reason stands.
CREATE TABLE reopening (
  id uuid PRIMARY KEY REFERENCES entry,
  round_id text NOT NULL,
  body_id text NOT NULL,
  seq integer NOT NULL,
  -- By their codes in the edition; absent: the whole sheet.
  items text[] CHECK (cardinality(items) > 0),
  edition_id text NOT NULL REFERENCES edition,
  -- Absent: by the calendar.
  until timestamptz(3),
  by uuid NOT NULL REFERENCES account,
  at timestamptz(3) NOT NULL,
  FOREIGN KEY (round_id, body_id) REFERENCES participant,
  UNIQUE (round_id, body_id, seq)
);

GRANT SELECT, INSERT ON report_text, unsigned_permission, sending, reopening TO parindex_app;

DO $$
DECLARE
  name text;
  sees text := '(body_id = ANY ((SELECT app.own_bodies())::text[]) OR round_id = ANY ((SELECT app.whole_rounds())::text[]))';
BEGIN
  FOREACH name IN ARRAY ARRAY['report_text', 'unsigned_permission', 'sending', 'reopening'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()', name);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO parindex_app USING (%s)', name || '_read', name, sees);
  END LOOP;
END $$;
CREATE POLICY report_text_add ON report_text FOR INSERT TO parindex_app
  WITH CHECK ((app.is_in(body_id, 'clerk') OR app.is_in(body_id, 'head')) AND written_by = (SELECT app.account()) AND written_at = (SELECT app.moment()));
CREATE POLICY unsigned_permission_add ON unsigned_permission FOR INSERT TO parindex_app
  WITH CHECK (round_id = ANY ((SELECT app.find_run_rounds())::text[]) AND given_by = (SELECT app.account()) AND given_at = (SELECT app.moment()));
CREATE POLICY sending_add ON sending FOR INSERT TO parindex_app
  WITH CHECK ((app.is_in(body_id, 'clerk') OR app.is_in(body_id, 'head')) AND sent_by = (SELECT app.account()) AND sent_at = (SELECT app.moment()));
CREATE POLICY reopening_add ON reopening FOR INSERT TO parindex_app
  WITH CHECK (round_id = ANY ((SELECT app.find_run_rounds())::text[]) AND by = (SELECT app.account()) AND at = (SELECT app.moment()));

-- A receipt, for whoever holds its code, or the hash that stands on the report: what was sent, when, and what became of it. No name of a person, no figure.
CREATE FUNCTION app.receipt(wanted_code text, wanted_hash bytea)
RETURNS TABLE (code text, round_id text, title text, year integer, body_id text, body text, sent_at timestamptz, sheet_hash bytea, file_hash bytea, file_bytes integer, matched text,
  state text, ended_at timestamptz, replaced_by text, head_number integer, head_hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT s.code, r.id, r.title, r.year, s.body_id, coalesce((SELECT n.full_name FROM body_name n WHERE n.body_id = s.body_id ORDER BY n.position DESC LIMIT 1), s.body_id),
    s.sent_at, s.sheet_hash, s.file_hash, s.file_bytes, s.matched,
    CASE WHEN later.code IS NOT NULL THEN 'replaced' WHEN ended.act = 'takeBack' THEN 'takenBack' WHEN ended.act = 'reopen' THEN 'reopened' ELSE 'inForce' END,
    ended.received_at, later.code, s.head_number, s.head_hash
  FROM sending s JOIN round r ON r.id = s.round_id
    LEFT JOIN LATERAL (SELECT n.act, n.received_at FROM entry n WHERE n.round_id = s.round_id AND n.body_id = s.body_id AND n.seq > s.seq AND n.act IN ('takeBack', 'reopen')
      ORDER BY n.seq LIMIT 1) ended ON true
    LEFT JOIN LATERAL (SELECT l.code FROM sending l WHERE l.round_id = s.round_id AND l.body_id = s.body_id AND l.seq > s.seq ORDER BY l.seq DESC LIMIT 1) later ON true
  WHERE s.code = wanted_code OR s.sheet_hash = wanted_hash ORDER BY s.seq DESC LIMIT 1
$$;
REVOKE ALL ON FUNCTION app.receipt(text, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.receipt(text, bytea) TO parindex_app;
