-- Reminders: what people are told of closings and of what came back, once each; the mails in which they go, one a person and day; and calendars to subscribe to.

CREATE TABLE mail (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account,
  -- In Asia/Ho_Chi_Minh.
  day date NOT NULL,
  -- The same at every try, so that whoever gets it twice can tell. What it says is in its reminders, to whom it goes in the account.
  message_id text NOT NULL UNIQUE CHECK (length(message_id) BETWEEN 3 AND 200),
  -- unsure: a process died or a line broke after the mail server may have taken it. Such a mail is sent again by a person's word alone.
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'sent', 'unsure', 'refused', 'handedOver')),
  tries integer NOT NULL DEFAULT 0,
  next_try timestamptz NOT NULL,
  lease_until timestamptz,
  -- What the mail server said last.
  told text CHECK (length(told) <= 500),
  made_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  UNIQUE (account_id, day),
  CHECK ((state = 'sending') = (lease_until IS NOT NULL)),
  CHECK ((state IN ('sent', 'handedOver')) = (ended_at IS NOT NULL))
);
CREATE INDEX mail_not_gone ON mail (next_try, id) WHERE state NOT IN ('sent', 'handedOver');

CREATE TABLE reminder (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES account,
  -- Kind, what it is of and the closing: told once to a person, whoever looks how often.
  key text NOT NULL CHECK (length(key) <= 1000),
  kind text NOT NULL CHECK (kind IN ('dueSoon', 'lastDay', 'overdue', 'returned', 'extended', 'reopened')),
  round_id text NOT NULL REFERENCES round,
  body_id text NOT NULL REFERENCES body,
  -- As it stood when it was told: titles, step, closing.
  told jsonb NOT NULL,
  day date NOT NULL,
  made_at timestamptz(3) NOT NULL,
  mail_id uuid NOT NULL REFERENCES mail,
  read_at timestamptz(3),
  UNIQUE (account_id, key)
);
CREATE INDEX reminder_mail ON reminder (mail_id);

CREATE TABLE calendar_feed (
  account_id uuid PRIMARY KEY REFERENCES account,
  -- SHA-256 of what stands in the address.
  token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  made_at timestamptz(3) NOT NULL
);

CREATE INDEX entry_reopen ON entry (round_id, body_id, seq) WHERE act = 'reopen';

-- All that reminders hang on, of one account or of all: people with their offices, open rounds, sheets, parts of departments.
CREATE FUNCTION app.find_reminded(only_account uuid, at timestamptz) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH day AS (SELECT (at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS today),
  office AS (
    SELECT DISTINCT a.id AS account, m.role, m.body_id FROM day, account a JOIN membership m ON m.account_id = a.id
    WHERE a.ended_at IS NULL AND m.body_id IS NOT NULL AND m.role IN ('clerk', 'head', 'appraiser', 'council', 'owner')
      AND m.from_date <= day.today AND (m.to_date IS NULL OR m.to_date >= day.today) AND (only_account IS NULL OR a.id = only_account)),
  concerned AS (SELECT DISTINCT body_id FROM office),
  open_round AS (SELECT * FROM round WHERE state = 'open'),
  named AS (SELECT DISTINCT ON (body_id) body_id AS id, full_name AS name FROM body_name ORDER BY body_id, position DESC),
  given AS (
    SELECT a.round_id, a.body_id, a.to_body, a.to_account, a.due,
      count(*) FILTER (WHERE coalesce(p.standing, '') NOT IN ('approved', 'changed', 'reviewed')) AS open,
      coalesce(jsonb_agg(jsonb_build_object('kind', p.target_kind, 'target', p.target, 'seq', p.seq) ORDER BY p.target_kind, p.target) FILTER (WHERE p.standing = 'returned'), '[]') AS returned
    FROM assignment a JOIN open_round r ON r.id = a.round_id JOIN concerned c ON c.body_id = a.to_body
      JOIN participant s ON s.round_id = a.round_id AND s.body_id = a.body_id AND s.state = 'open'
      LEFT JOIN part p ON p.round_id = a.round_id AND p.body_id = a.body_id AND p.target_kind = a.target_kind AND p.target = a.target
    WHERE a.ended_at IS NULL GROUP BY 1, 2, 3, 4, 5)
  SELECT jsonb_build_object(
    'people', (SELECT coalesce(jsonb_agg(jsonb_build_object('account', o.account, 'offices', o.offices)), '[]')
      FROM (SELECT account, jsonb_agg(jsonb_build_object('role', role, 'body', body_id)) AS offices FROM office GROUP BY 1) o),
    'daysOff', (SELECT coalesce(jsonb_agg(jsonb_build_object('date', d.date, 'kind', d.kind)), '[]') FROM day_off d, day WHERE d.date BETWEEN day.today - 7 AND day.today + 60),
    'rounds', (SELECT coalesce(jsonb_agg(jsonb_build_object(
      'id', r.id, 'title', r.title,
      'ownerBody', jsonb_build_object('id', r.owner_body, 'name', (SELECT n.name FROM named n WHERE n.id = r.owner_body)),
      'steps', (SELECT coalesce(jsonb_agg(jsonb_build_object('step', s.step, 'version', s.version,
        'opens', (extract(epoch FROM s.opens) * 1000)::bigint, 'closes', (extract(epoch FROM s.closes) * 1000)::bigint)), '[]') FROM round_step s WHERE s.round_id = r.id),
      'extensions', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'step', e.step, 'body', e.body_id, 'item', e.item, 'until', (extract(epoch FROM e.until) * 1000)::bigint)
          ORDER BY e.granted_at, e.id), '[]')
        FROM extension e WHERE e.round_id = r.id AND (e.body_id IS NULL OR e.body_id IN (SELECT body_id FROM concerned UNION SELECT body_id FROM given))),
      'appraisers', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'name', n.name)), '[]') FROM named n
        WHERE n.id IN (SELECT d.body_id FROM domain_owner d JOIN concerned c ON c.body_id = d.body_id WHERE d.round_id = r.id)),
      'sheets', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.body_id, 'name', n.name, 'state', p.state,
          'reopened', (SELECT e.id FROM entry e WHERE e.round_id = r.id AND e.body_id = p.body_id AND e.act = 'reopen' ORDER BY e.seq DESC LIMIT 1))), '[]')
        FROM participant p JOIN concerned c ON c.body_id = p.body_id JOIN named n ON n.id = p.body_id WHERE p.round_id = r.id),
      'parts', (SELECT coalesce(jsonb_agg(jsonb_build_object('body', jsonb_build_object('id', g.body_id, 'name', n.name), 'to', g.to_body, 'person', g.to_account,
          'due', (extract(epoch FROM g.due) * 1000)::bigint, 'open', g.open, 'returned', g.returned)), '[]')
        FROM given g JOIN named n ON n.id = g.body_id WHERE g.round_id = r.id))), '[]') FROM open_round r))
$$;

-- The same of whoever asks.
CREATE FUNCTION app.own_reminded() RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT app.find_reminded(app.account(), app.moment()) WHERE app.account() IS NOT NULL
$$;

-- Whose calendar an address shows; from here on the transaction acts for them.
CREATE FUNCTION app.open_calendar(token bytea, at timestamptz) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  whose uuid;
BEGIN
  SELECT f.account_id INTO whose FROM calendar_feed f JOIN account a ON a.id = f.account_id AND a.ended_at IS NULL WHERE f.token_hash = token;
  IF whose IS NULL THEN RETURN false; END IF;
  PERFORM app.act_as(whose, at);
  RETURN true;
END $$;

-- Takes the mail that waits longest, of days from `since` on, and tells to whom it goes and what it says. What was begun and never ended becomes unsure.
CREATE FUNCTION app.claim_mail(at timestamptz, lease interval, since date) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  answer jsonb;
BEGIN
  UPDATE mail SET state = 'unsure', lease_until = NULL WHERE state = 'sending' AND lease_until <= at;
  -- Nobody writes to people who have left.
  UPDATE mail m SET state = 'refused', told = 'accountEnded' FROM account a WHERE a.id = m.account_id AND a.ended_at IS NOT NULL AND m.state = 'waiting';
  UPDATE mail m SET state = 'sending', tries = m.tries + 1, lease_until = at + lease
  FROM account a
  WHERE a.id = m.account_id AND m.id = (SELECT w.id FROM mail w WHERE w.state = 'waiting' AND w.next_try <= at AND w.day >= since ORDER BY w.next_try, w.id FOR UPDATE SKIP LOCKED LIMIT 1)
  RETURNING jsonb_build_object('id', m.id, 'messageId', m.message_id, 'tries', m.tries, 'day', m.day, 'name', a.name, 'email', a.email,
    'reminders', (SELECT coalesce(jsonb_agg(r.told ORDER BY r.key), '[]') FROM reminder r WHERE r.mail_id = m.id)) INTO answer;
  RETURN answer;
END $$;

REVOKE ALL ON FUNCTION app.find_reminded(uuid, timestamptz), app.own_reminded(), app.open_calendar(bytea, timestamptz), app.claim_mail(timestamptz, interval, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.find_reminded(uuid, timestamptz), app.claim_mail(timestamptz, interval, date) TO parindex_jobs;
GRANT EXECUTE ON FUNCTION app.own_reminded(), app.open_calendar(bytea, timestamptz) TO parindex_app;

CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON reminder FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON mail FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER ended_once BEFORE UPDATE ON mail FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION app.refuse_change();

GRANT SELECT, INSERT ON reminder, mail TO parindex_jobs;
GRANT UPDATE (state, next_try, lease_until, told, ended_at) ON mail TO parindex_jobs;
GRANT SELECT ON reminder, mail, calendar_feed TO parindex_app;
GRANT UPDATE (read_at) ON reminder TO parindex_app;
GRANT UPDATE (state, next_try, ended_at) ON mail TO parindex_app;
GRANT INSERT, DELETE ON calendar_feed TO parindex_app;

ALTER TABLE reminder ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar_feed ENABLE ROW LEVEL SECURITY;
CREATE POLICY reminder_jobs ON reminder TO parindex_jobs USING (true);
CREATE POLICY mail_jobs ON mail TO parindex_jobs USING (true);
-- One's own; and, where mails wait to be handed over, those of all by whoever administers the whole.
CREATE POLICY reminder_read ON reminder FOR SELECT TO parindex_app USING (account_id = (SELECT app.account()) OR (SELECT app.administers(NULL)));
CREATE POLICY reminder_mark ON reminder FOR UPDATE TO parindex_app USING (account_id = (SELECT app.account())) WITH CHECK (read_at = (SELECT app.moment()));
CREATE POLICY mail_read ON mail FOR SELECT TO parindex_app USING ((SELECT app.administers(NULL)));
CREATE POLICY mail_decide ON mail FOR UPDATE TO parindex_app USING ((SELECT app.administers(NULL)) AND state IN ('waiting', 'unsure', 'refused'))
  WITH CHECK (state IN ('waiting', 'handedOver'));
CREATE POLICY calendar_feed_own ON calendar_feed TO parindex_app USING (account_id = (SELECT app.account())) WITH CHECK (made_at = (SELECT app.moment()));
