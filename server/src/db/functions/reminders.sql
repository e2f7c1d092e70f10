-- All that reminders hang on, of one account or of all: people with their offices and requests, open rounds, sheets, parts of departments.
CREATE OR REPLACE FUNCTION app.find_reminded(only_account uuid, at timestamptz) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH day AS (SELECT (at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS today),
  office AS (
    SELECT DISTINCT a.id AS account, m.role, m.body_id FROM day, account a JOIN membership m ON m.account_id = a.id
    WHERE a.ended_at IS NULL AND m.body_id IS NOT NULL AND m.role IN ('clerk', 'head', 'appraiser', 'council', 'owner')
      AND app.runs_on(m.from_date, m.to_date, day.today) AND (only_account IS NULL OR a.id = only_account)),
  concerned AS (SELECT DISTINCT body_id FROM office),
  open_round AS (SELECT * FROM round WHERE state = 'open'),
  named AS (SELECT DISTINCT ON (body_id) body_id AS id, full_name AS name FROM body_name ORDER BY body_id, position DESC),
  given AS (
    SELECT a.round_id, a.body_id, a.to_body, a.to_account, a.due,
      count(*) FILTER (WHERE NOT app.part_counts(p.standing)) AS open,
      coalesce(jsonb_agg(jsonb_build_object('kind', p.target_kind, 'target', p.target, 'seq', p.seq) ORDER BY p.target_kind, p.target) FILTER (WHERE p.standing = 'returned'), '[]') AS returned
    FROM assignment a JOIN open_round r ON r.id = a.round_id JOIN concerned c ON c.body_id = a.to_body
      JOIN participant s ON s.round_id = a.round_id AND s.body_id = a.body_id AND s.state = 'open'
      LEFT JOIN part p ON p.round_id = a.round_id AND p.body_id = a.body_id AND p.target_kind = a.target_kind AND p.target = a.target
    WHERE a.ended_at IS NULL AND a.matter = 'sheet' GROUP BY 1, 2, 3, 4, 5),
  -- Items of explanations that departments have in hand (app.explained_in_hand): given for it, or for the sheet and not anew; decided otherwise than claimed, asked about, or begun.
  explained AS (
    SELECT DISTINCT ON (a.round_id, a.body_id, a.target) a.*, s.opens FROM assignment a JOIN open_round r ON r.id = a.round_id AND r.edition_id = a.edition_id
      JOIN round_step s ON s.round_id = r.id AND s.step = 'explanation' AND s.opens <= at
    WHERE a.ended_at IS NULL AND a.target_kind = 'item' ORDER BY a.round_id, a.body_id, a.target, a.matter = 'explanation' DESC),
  replied AS (
    SELECT x.round_id, x.body_id, x.to_body, x.to_account, CASE WHEN x.matter = 'explanation' OR x.due > x.opens THEN x.due END AS due,
      count(*) FILTER (WHERE coalesce(l.act, '') NOT IN ('acceptReply', 'reply')) AS open,
      coalesce(jsonb_agg(jsonb_build_object('kind', 'item', 'target', x.target, 'seq', l.seq) ORDER BY x.target) FILTER (WHERE l.act = 'returnReply'), '[]') AS returned
    FROM explained x JOIN concerned c ON c.body_id = x.to_body
      LEFT JOIN LATERAL (SELECT n.act, n.seq FROM entry n WHERE n.round_id = x.round_id AND n.body_id = x.body_id AND n.target_kind = 'item' AND n.target = x.target
        AND (app.is_reply_part(n.act) OR n.act = 'reply') ORDER BY n.seq DESC LIMIT 1) l ON true
      LEFT JOIN LATERAL (SELECT n.payload_id FROM entry n WHERE n.round_id = x.round_id AND n.body_id = x.body_id AND n.target_kind = 'item' AND n.target = x.target
        AND n.act = 'ask' ORDER BY n.seq DESC LIMIT 1) q ON true
      LEFT JOIN LATERAL (SELECT n.points FROM entry n WHERE n.round_id = x.round_id AND n.body_id = x.body_id AND n.target_kind = 'item' AND n.target = x.target
        AND n.stage = 'appraised' AND n.standing = 'effective' AND NOT app.is_remark(n.act) ORDER BY n.seq DESC LIMIT 1) v ON true
      LEFT JOIN LATERAL (SELECT n.points FROM entry n WHERE n.round_id = x.round_id AND n.body_id = x.body_id AND n.target_kind = 'item' AND n.target = x.target
        AND n.stage = 'claimed' AND n.standing = 'effective' AND NOT app.is_remark(n.act) ORDER BY n.seq DESC LIMIT 1) w ON true
    WHERE x.to_body <> x.body_id AND (l.act IS NOT NULL OR q.payload_id IS NOT NULL OR v.points IS DISTINCT FROM coalesce(w.points, v.points))
      AND coalesce((SELECT n.act FROM entry n WHERE n.round_id = x.round_id AND n.body_id = x.body_id AND n.act IN ('freezeExplanation', 'sendExplanation', 'takeBackExplanation')
        ORDER BY n.seq DESC LIMIT 1), 'takeBackExplanation') = 'takeBackExplanation'
    GROUP BY 1, 2, 3, 4, 5),
  -- What an owner asked for of a round or of an edition; of a draft that was changed since, nothing waits any more.
  request AS (
    SELECT 'round' AS about, r.id AS about_id, r.title, r.owner_body, q.id, q.kind, q.reason, q.asked_by, q.asked_office, q.asked_at, q.lapses_at,
        q.decision, q.note, q.decided_by, q.decided_at
      FROM round_request q JOIN round r ON r.id = q.round_id
    UNION ALL SELECT 'edition', e.id, coalesce(e.title->>'vi', e.id), e.owner_body, q.id, q.kind, q.reason, q.asked_by, q.asked_office, q.asked_at, q.lapses_at,
        q.decision, q.note, q.decided_by, q.decided_at
      FROM edition_request q JOIN edition e ON e.id = q.edition_id AND (q.decision IS NOT NULL OR q.edition_version = e.version)),
  -- Whose they are: of whoever could decide, while one waits; of whoever asked, for a week after it was decided.
  concerning AS (
    SELECT DISTINCT m.account_id AS account, q.id FROM day CROSS JOIN request q
      JOIN membership m ON (m.role = 'owner' AND m.body_id = q.owner_body OR m.role = 'administrator' AND m.body_id IS NULL) AND app.runs_on(m.from_date, m.to_date, day.today)
      JOIN account a ON a.id = m.account_id AND a.ended_at IS NULL
    WHERE q.decision IS NULL AND q.lapses_at > at AND (only_account IS NULL OR a.id = only_account)
      AND app.why_not_second_of_owner(q.owner_body, q.asked_by, q.asked_office, q.asked_at, m) IS NULL
    UNION SELECT a.id, q.id FROM request q JOIN account a ON a.id = q.asked_by AND a.ended_at IS NULL
    WHERE q.decision IN ('carriedOut', 'refused') AND q.decided_at BETWEEN at - interval '7 days' AND at AND (only_account IS NULL OR a.id = only_account))
  SELECT jsonb_build_object(
    'people', (SELECT coalesce(jsonb_agg(jsonb_build_object('account', p.account,
        'offices', (SELECT coalesce(jsonb_agg(jsonb_build_object('role', o.role, 'body', o.body_id)), '[]') FROM office o WHERE o.account = p.account),
        'requests', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'kind', q.kind, 'reason', q.reason, 'by', (SELECT b.name FROM account b WHERE b.id = q.asked_by),
            'about', jsonb_build_object('kind', q.about, 'id', q.about_id, 'title', q.title),
            'body', jsonb_build_object('id', q.owner_body, 'name', (SELECT n.name FROM named n WHERE n.id = q.owner_body)),
            'asked', (extract(epoch FROM q.asked_at) * 1000)::bigint, 'lapses', (extract(epoch FROM q.lapses_at) * 1000)::bigint,
            'decided', CASE WHEN q.decision IS NOT NULL THEN jsonb_build_object('decision', q.decision, 'note', q.note, 'by', (SELECT b.name FROM account b WHERE b.id = q.decided_by),
              'at', (extract(epoch FROM q.decided_at) * 1000)::bigint) END) ORDER BY q.lapses_at, q.id), '[]')
          FROM concerning c JOIN request q ON q.id = c.id WHERE c.account = p.account))), '[]')
      FROM (SELECT account FROM office UNION SELECT account FROM concerning) p),
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
          'reopened', (SELECT e.id FROM entry e WHERE e.round_id = r.id AND e.body_id = p.body_id AND e.act = 'reopen' ORDER BY e.seq DESC LIMIT 1),
          'explanation', (SELECT e.act FROM entry e WHERE e.round_id = r.id AND e.body_id = p.body_id AND e.act IN ('freezeExplanation', 'sendExplanation', 'takeBackExplanation')
            ORDER BY e.seq DESC LIMIT 1))), '[]')
        FROM participant p JOIN concerned c ON c.body_id = p.body_id JOIN named n ON n.id = p.body_id WHERE p.round_id = r.id),
      'parts', (SELECT coalesce(jsonb_agg(jsonb_build_object('body', jsonb_build_object('id', g.body_id, 'name', n.name), 'to', g.to_body, 'person', g.to_account,
          'due', (extract(epoch FROM g.due) * 1000)::bigint, 'open', g.open, 'returned', g.returned)), '[]')
        FROM given g JOIN named n ON n.id = g.body_id WHERE g.round_id = r.id),
      'replies', (SELECT coalesce(jsonb_agg(jsonb_build_object('body', jsonb_build_object('id', g.body_id, 'name', n.name), 'to', g.to_body, 'person', g.to_account,
          'due', (extract(epoch FROM g.due) * 1000)::bigint, 'open', g.open, 'returned', g.returned)), '[]')
        FROM replied g JOIN named n ON n.id = g.body_id WHERE g.round_id = r.id))), '[]') FROM open_round r))
$$;

-- The same of whom the address of a calendar belongs to, null where it leads nowhere. It says nothing of who asks: nothing but this is read by it.
-- It ends with any role of its person that has ended since it was made, as a session does.
CREATE OR REPLACE FUNCTION app.calendar_of(token bytea, at timestamptz) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT app.find_reminded(f.account_id, at) FROM calendar_feed f JOIN account a ON a.id = f.account_id AND a.ended_at IS NULL
  WHERE f.token_hash = token AND NOT EXISTS (SELECT FROM app.roles_ended_since(f.account_id, f.made_at, (at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date))
$$;

-- Takes the mail that waits longest, of days from `since` on, and tells to whom it goes and what it says. What was begun and never ended becomes unsure.
CREATE OR REPLACE FUNCTION app.claim_mail(at timestamptz, lease interval, since date) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  answer jsonb;
  claimed uuid;
BEGIN
  UPDATE mail SET state = 'unsure', lease_until = NULL WHERE state = 'sending' AND lease_until <= at;
  -- Nobody writes to people who have left.
  UPDATE mail m SET state = 'refused', told = 'accountEnded' FROM account a WHERE a.id = m.account_id AND a.ended_at IS NOT NULL AND m.state = 'waiting';
  UPDATE mail SET state = 'sending', tries = tries + 1, lease_until = at + lease
  WHERE id = (SELECT w.id FROM mail w WHERE w.state = 'waiting' AND w.next_try <= at AND w.day >= since ORDER BY w.next_try, w.id FOR UPDATE SKIP LOCKED LIMIT 1)
  RETURNING id INTO claimed;
  SELECT jsonb_build_object('id', m.id, 'messageId', m.message_id, 'tries', m.tries, 'day', m.day, 'content', jsonb_build_object('kind', m.kind, 'says', m.says),
    'name', coalesce(a.name, ''), 'email', coalesce(m.address, a.email),
    'reminders', (SELECT coalesce(jsonb_agg(r.told ORDER BY r.key), '[]') FROM reminder r WHERE r.mail_id = m.id)) INTO answer
  FROM mail m LEFT JOIN account a ON a.id = m.account_id WHERE m.id = claimed;
  RETURN answer;
END $$;

GRANT EXECUTE ON FUNCTION app.find_reminded, app.claim_mail TO parindex_jobs;
GRANT EXECUTE ON FUNCTION app.calendar_of TO parindex_app;
