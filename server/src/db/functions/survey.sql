-- The form behind a link, for whoever holds its secret: who is asked and what was answered meet here, in the transaction of one request, and nowhere else (decision 0149).

-- What a form is kept under: made of the link's secret, which nobody keeps, and of the round's key, which the closing destroys.
CREATE OR REPLACE FUNCTION app.response_reference(round text, token bytea) RETURNS bytea LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT sha256(k.key || token || k.key) FROM answers.round_key k WHERE k.round_id = round
$$;

-- How a link stands at a moment: 'open', or why its form is not filled in: 'unknown', 'ended' (another link or person took its place), 'notYet', 'over', 'answered',
-- 'full' (as many have answered as are taken of them; what was begun stays, as it goes on once more are taken).
CREATE OR REPLACE FUNCTION app.link_state(token bytea, at timestamptz) RETURNS TABLE (state text, respondent uuid, round_id text, body_id text, group_id text, edition_id text, opens timestamptz, closes timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT CASE
      WHEN l.ended_at IS NOT NULL OR p.replaced_by IS NOT NULL THEN 'ended'
      WHEN s.closing_asked_at IS NOT NULL OR r.state <> 'open' THEN 'over'
      WHEN EXISTS (SELECT FROM respondents.participation a WHERE a.respondent_id = p.id) THEN 'answered'
      WHEN t.opens IS NULL OR at < t.opens THEN 'notYet'
      WHEN at >= t.closes THEN 'over'
      WHEN app.quota_full(p.round_id, p.body_id, p.group_id, p.position, p.workplace, NULL) THEN 'full'
      ELSE 'open' END,
    p.id, p.round_id, p.body_id, p.group_id, s.edition_id, t.opens, t.closes
  FROM respondents.link l JOIN respondents.respondent p ON p.id = l.respondent_id JOIN survey s ON s.round_id = p.round_id JOIN round r ON r.id = s.round_id
    LEFT JOIN round_step t ON t.round_id = r.id AND t.step = 'survey'
  WHERE l.token_hash = sha256(token)
$$;

-- What the code of a form is kept as: it says nothing without the link's secret.
CREATE OR REPLACE FUNCTION app.resume_hash(token bytea, code text) RETURNS bytea LANGUAGE sql IMMUTABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT sha256(token || convert_to(code, 'UTF8'))
$$;

-- What its page shows: null where the secret is of no link. What was answered so far is shown to whoever has the form's code ('resumed'): who made the link has not.
CREATE OR REPLACE FUNCTION app.find_form(token bytea, code text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT jsonb_build_object('state', l.state, 'bodyName', (SELECT n.full_name FROM body_name n WHERE n.body_id = l.body_id ORDER BY n.position DESC LIMIT 1),
    'closes', l.closes, 'form', q.form, 'begun', f.reference IS NOT NULL, 'resumed', r.resumed, 'answers', CASE WHEN r.resumed THEN f.answers ELSE '{}'::jsonb END)
  FROM app.link_state(token, app.moment()) l
    JOIN edition_questionnaire q ON q.edition_id = l.edition_id AND q.group_id = l.group_id
    LEFT JOIN answers.response f ON f.reference = app.response_reference(l.round_id, token)
    CROSS JOIN LATERAL (SELECT l.state IN ('open', 'full') AND coalesce(f.resume_hash = app.resume_hash(token, code), false) AS resumed) r
$$;

-- Begins a form under a code that its page shows from then on. A form with answers keeps them and its code, unless it is to be begun anew: then they go.
-- False where nothing was begun.
CREATE OR REPLACE FUNCTION app.begin_form(token bytea, code text, anew boolean) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  l record;
BEGIN
  PERFORM app.hold_form(token);
  SELECT * INTO l FROM app.link_state(token, app.moment());
  IF l.state IS DISTINCT FROM 'open' THEN RETURN false; END IF;
  INSERT INTO answers.response AS f (reference, round_id, body_id, group_id, mode, answers, begun_at, saved_at, resume_hash)
    VALUES (app.response_reference(l.round_id, token), l.round_id, l.body_id, l.group_id, 'online', '{}', app.moment(), app.moment(), app.resume_hash(token, code))
    ON CONFLICT (reference) DO UPDATE SET answers = excluded.answers, begun_at = excluded.begun_at, saved_at = excluded.saved_at, resume_hash = excluded.resume_hash
      WHERE f.submitted_at IS NULL AND (anew OR f.answers = '{}');
  RETURN FOUND;
END $$;

-- Keeps what was answered so far beside what is kept already, so that two devices that fill in one form lose nothing of each other: null takes an answer away.
-- False where the form is not open any more, or has another code. What is written as the last place goes is kept all the same.
CREATE OR REPLACE FUNCTION app.save_form(token bytea, code text, given jsonb) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  l record;
BEGIN
  PERFORM app.hold_form(token);
  SELECT * INTO l FROM app.link_state(token, app.moment());
  IF l.state IS NULL OR l.state NOT IN ('open', 'full') THEN RETURN false; END IF;
  UPDATE answers.response f SET answers = jsonb_strip_nulls(f.answers || given), saved_at = app.moment()
    WHERE f.reference = app.response_reference(l.round_id, token) AND f.submitted_at IS NULL AND f.resume_hash = app.resume_hash(token, code);
  RETURN FOUND;
END $$;

-- Takes a form that was sent: the link is used, a place in each quota is taken, the person has answered, the answers are there, in one transaction. The same submission again gives the
-- same receipt; another one after it is refused as 'answered'. A receipt is made by chance and says nothing.
CREATE OR REPLACE FUNCTION app.submit_form(token bytea, submission uuid, given jsonb, receipt text) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  l record;
  made bytea;
  kept record;
BEGIN
  PERFORM app.hold_form(token);
  SELECT * INTO l FROM app.link_state(token, app.moment());
  IF l.state IS NULL THEN RETURN jsonb_build_object('state', 'unknown'); END IF;
  made := app.response_reference(l.round_id, token);
  SELECT f.submission_id, f.receipt INTO kept FROM answers.response f WHERE f.reference = made AND f.submitted_at IS NOT NULL;
  IF kept.submission_id = submission THEN RETURN jsonb_build_object('state', 'repeated', 'receipt', kept.receipt); END IF;
  IF l.state <> 'open' THEN RETURN jsonb_build_object('state', l.state); END IF;
  -- An id of another form's: no page makes one.
  IF EXISTS (SELECT FROM answers.response f WHERE f.submission_id = submission) THEN RETURN jsonb_build_object('state', 'unknown'); END IF;
  IF NOT (SELECT app.take_place(p.round_id, p.body_id, p.group_id, p.position, p.workplace, NULL) FROM respondents.respondent p WHERE p.id = l.respondent) THEN
    RETURN jsonb_build_object('state', 'full');
  END IF;
  INSERT INTO respondents.participation (respondent_id, round_id) VALUES (l.respondent, l.round_id);
  INSERT INTO answers.response AS f (reference, round_id, body_id, group_id, mode, answers, begun_at, saved_at, submission_id, submitted_at, receipt)
    VALUES (made, l.round_id, l.body_id, l.group_id, 'online', given, app.moment(), app.moment(), submission, app.moment(), submit_form.receipt)
    ON CONFLICT (reference) DO UPDATE SET answers = excluded.answers, saved_at = excluded.saved_at, submission_id = excluded.submission_id,
      submitted_at = excluded.submitted_at, receipt = excluded.receipt, resume_hash = NULL;
  RETURN jsonb_build_object('state', 'accepted', 'receipt', submit_form.receipt);
END $$;

-- A form with which a survey was opened stays as it was then; nor does another one come beside it.
CREATE OR REPLACE FUNCTION app.refuse_change_of_used_form() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM survey s WHERE s.edition_id = CASE TG_OP WHEN 'DELETE' THEN OLD.edition_id ELSE NEW.edition_id END) THEN
    RAISE EXCEPTION 'the forms of % are locked: a survey was opened with them', CASE TG_OP WHEN 'DELETE' THEN OLD.edition_id ELSE NEW.edition_id END
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

-- Opens a survey: its key is made by chance and never leaves the database.
CREATE OR REPLACE FUNCTION app.make_survey_key() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  INSERT INTO answers.round_key (round_id, key) VALUES (NEW.round_id, sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));
  RETURN NULL;
END $$;

-- Whether whoever asks owns a round, as which its survey is led.
CREATE OR REPLACE FUNCTION app.leads_survey(round text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT app.is_in((SELECT r.owner_body FROM round r WHERE r.id = round), 'owner')
$$;

-- Whether a survey takes changes to its lists and links: it was opened, and nobody has asked for its end.
CREATE OR REPLACE FUNCTION app.survey_runs(round text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM survey s WHERE s.round_id = round AND s.closing_asked_at IS NULL)
$$;

-- Whether somebody of a group of a body has a link.
CREATE OR REPLACE FUNCTION app.is_invited(round text, of_body text, of_group text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM respondents.respondent p JOIN respondents.link l ON l.respondent_id = p.id
    WHERE p.round_id = round AND p.body_id = of_body AND p.group_id = of_group AND p.replaced_by IS NULL AND l.ended_at IS NULL)
$$;

-- The counts of a closed survey, for whoever leads it: of each body by each group of which as many have answered as the survey asks for.
CREATE OR REPLACE FUNCTION app.survey_counts(round text) RETURNS TABLE (body_id text, group_id text, question text, option text, count bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT c.body_id, c.group_id, c.question, c.option, c.count
  FROM (SELECT DISTINCT a.body_id, a.group_id FROM answers.answer_count a WHERE a.round_id = round) g
    JOIN answers.answer_count c ON c.round_id = round AND c.body_id = g.body_id AND c.group_id = g.group_id
  WHERE app.leads_survey(round) AND app.enough_answered(round, g.group_id, g.body_id) ORDER BY 1, 2, 3, 4
$$;

-- Whether whoever asks owns or audits a round: both see how its survey goes, and the owner alone whom it asks.
CREATE OR REPLACE FUNCTION app.watches_survey(round text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.in_force() m, round r WHERE r.id = round
    AND (m.role = 'owner' AND m.body_id = r.owner_body OR m.role = 'auditor' AND (m.body_id IS NULL OR m.body_id = r.owner_body)))
$$;

-- Scanned copies of the documents by which bodies stand for their lists: for the body's own people, and whoever leads or audits the survey. With the owner's rights, as who
-- confirms a list asks for its file.
CREATE OR REPLACE FUNCTION app.confirming_files(round text) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(c.file_id), '{}') FROM respondents.list_confirmation c
  WHERE c.round_id = round AND c.file_id IS NOT NULL AND (c.body_id = ANY ((SELECT app.direct_bodies())::text[]) OR (SELECT app.watches_survey(round)))
$$;

-- How many each body has ever listed, with those who were replaced: it grows with whatever changes a list. For whoever leads or audits the survey, and for a body of itself.
CREATE OR REPLACE FUNCTION app.ever_listed(round text) RETURNS TABLE (body_id text, count bigint) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT t.body_id, sum(t.count) FROM respondents.respondent_tally t
  WHERE t.round_id = round AND t.state NOT IN ('invited', 'answered') AND ((SELECT app.watches_survey(round)) OR t.body_id = ANY ((SELECT app.direct_bodies())::text[]))
  GROUP BY 1
$$;

-- Whether mails of a call still go: the survey takes answers, and whoever asked for them still owns its round.
CREATE OR REPLACE FUNCTION app.mailing_goes_on(mailing uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM respondents.mailing m JOIN survey s ON s.round_id = m.round_id JOIN round r ON r.id = m.round_id
      JOIN round_step t ON t.round_id = m.round_id AND t.step = 'survey'
    WHERE m.id = mailing AND s.closing_asked_at IS NULL AND r.state = 'open' AND at < t.closes
      AND EXISTS (SELECT FROM membership o JOIN account a ON a.id = o.account_id AND a.ended_at IS NULL
        WHERE o.account_id = m.asked_by AND o.role = 'owner' AND o.body_id = r.owner_body AND app.runs_on(o.from_date, o.to_date, (at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)))
$$;

-- The call whose mails are to go next, and in whose name; of persons nothing, as jobs read none.
CREATE OR REPLACE FUNCTION app.next_mailing(at timestamptz) RETURNS TABLE (id uuid, account uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT m.id, m.asked_by FROM respondents.mailing m
  WHERE m.next_try <= at AND EXISTS (SELECT FROM respondents.mailing_person x WHERE x.mailing_id = m.id AND x.state IN ('waiting', 'sending')
      AND CASE x.state WHEN 'waiting' THEN x.next_try ELSE x.lease_until END <= at) AND app.mailing_goes_on(m.id, at)
  ORDER BY m.asked_at, m.id LIMIT 1
$$;

-- What became of the last mail to each, of those that were tried, for whoever leads the survey; one whose process died while it went is unsure.
CREATE OR REPLACE FUNCTION app.last_mails(round text, at timestamptz) RETURNS TABLE (respondent_id uuid, state text, told text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT DISTINCT ON (x.respondent_id) x.respondent_id, CASE x.state WHEN 'sending' THEN 'unsure' ELSE x.state END, x.told
  FROM respondents.mailing m JOIN respondents.mailing_person x ON x.mailing_id = m.id
  WHERE m.round_id = round AND app.leads_survey(round) AND (x.state IN ('sent', 'undeliverable', 'unsure') OR x.state = 'sending' AND x.lease_until <= at)
  ORDER BY x.respondent_id, x.tried_at DESC
$$;

-- What became of the last mail to each of those listed, counted by body, for whoever leads the survey: of everybody alike, whether they have answered or not, so that it
-- tells nothing of that.
CREATE OR REPLACE FUNCTION app.mail_standing(round text, at timestamptz) RETURNS TABLE (body_id text, listed integer, without_address integer, sent integer, undeliverable integer, unsure integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT p.body_id, count(*)::integer, count(*) FILTER (WHERE p.mail IS NULL)::integer, count(*) FILTER (WHERE l.state = 'sent')::integer,
    count(*) FILTER (WHERE l.state = 'undeliverable')::integer, count(*) FILTER (WHERE l.state = 'unsure')::integer
  FROM respondents.respondent p LEFT JOIN app.last_mails(round, at) l ON l.respondent_id = p.id
  WHERE p.round_id = round AND p.replaced_by IS NULL AND app.leads_survey(round) GROUP BY 1 ORDER BY 1
$$;

-- How long a form took as it is told once its survey is closed: in steps of five minutes, an hour and more as an hour. Whoever noted the minute finds nobody by it.
CREATE OR REPLACE FUNCTION app.told_minutes(begun timestamptz, sent timestamptz) RETURNS integer LANGUAGE sql IMMUTABLE SET search_path = public, app, pg_temp AS $$
  SELECT least(60, greatest(0, floor(extract(epoch FROM sent - begun) / 300) * 5))::integer
$$;

-- Closes a survey that was asked to be, once all its forms are counted: what was answered goes on without a way back to who answered. The key goes, forms get
-- ids by chance in an order by chance, times go, forms that were never sent go, and who was asked and who took part is written anew, so that no trace of the transactions
-- that joined both is left in either. Gives how many forms there are; null where nothing is to be closed.
CREATE OR REPLACE FUNCTION app.close_survey(round text, hash text, at timestamptz) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  moved bigint;
  took uuid[];
BEGIN
  PERFORM 1 FROM survey s WHERE s.round_id = round AND s.closing_asked_at IS NOT NULL AND s.closed_at IS NULL FOR NO KEY UPDATE;
  IF NOT FOUND OR EXISTS (SELECT FROM answers.response f WHERE f.round_id = round AND f.submitted_at IS NOT NULL AND f.counted = (f.decision IS NOT DISTINCT FROM 'setAside')) THEN RETURN NULL; END IF;
  -- A village stays where as many of it have answered as the survey asks for: else it would lead to a household. How a form was filled in stays where as many have
  -- answered in each mode: else it would lead to the one who answered on line among those on paper; as would how long it took, and what paper alone can be.
  -- A form that has a label keeps it, as what was decided on it is kept under that; it was made by chance too.
  INSERT INTO answers.closed_response (id, outcome, flags, decision, round_id, body_id, group_id, cluster, mode, minutes, answers, invalid)
    SELECT coalesce(f.label, gen_random_uuid()), f.outcome, f.flags, f.decision, f.round_id, f.body_id, f.group_id, CASE WHEN f.of_cluster >= f.threshold THEN f.cluster END,
      CASE WHEN f.tells_mode THEN f.mode END, CASE WHEN f.tells_mode THEN app.told_minutes(f.begun_at, f.submitted_at) END, f.answers, CASE WHEN f.tells_mode THEN f.invalid ELSE '{}' END
    FROM (SELECT m.*, min(m.of_mode) OVER (PARTITION BY m.body_id, m.group_id) >= m.threshold AS tells_mode
      FROM (SELECT r.*, s.threshold, count(*) OVER (PARTITION BY r.body_id, r.group_id, r.mode) AS of_mode, count(*) OVER (PARTITION BY r.body_id, r.group_id, r.cluster) AS of_cluster
        FROM answers.response r JOIN survey s ON s.round_id = r.round_id WHERE r.round_id = close_survey.round AND r.submitted_at IS NOT NULL) m) f ORDER BY gen_random_uuid();
  GET DIAGNOSTICS moved = ROW_COUNT;
  PERFORM app.destroy_paper_forms(close_survey.round);
  PERFORM app.close_back_checks(close_survey.round);
  DELETE FROM answers.response f WHERE f.round_id = close_survey.round;
  DELETE FROM answers.round_key k WHERE k.round_id = close_survey.round;
  DELETE FROM respondents.link l USING respondents.respondent p WHERE p.id = l.respondent_id AND p.round_id = close_survey.round;
  DELETE FROM respondents.mailing_person x USING respondents.mailing m WHERE m.id = x.mailing_id AND m.round_id = close_survey.round;
  SELECT array_agg(p.respondent_id ORDER BY p.respondent_id) INTO took FROM respondents.participation p WHERE p.round_id = close_survey.round;
  DELETE FROM respondents.participation p WHERE p.round_id = close_survey.round;
  INSERT INTO respondents.participation (respondent_id, round_id) SELECT t.id, close_survey.round FROM unnest(took) AS t (id);
  UPDATE respondents.respondent p SET listed_at = p.listed_at WHERE p.round_id = close_survey.round;
  UPDATE respondents.interviewed i SET receipt = i.receipt WHERE i.round_id = close_survey.round;
  UPDATE respondents.address a SET listed_at = a.listed_at WHERE a.round_id = close_survey.round;
  UPDATE answers.set_apart p SET answers = '{}', invalid = '{}', reference = NULL, held_for = NULL, seconds = 0, cluster = '' WHERE p.round_id = close_survey.round;
  UPDATE respondents.quota_place q SET taken = q.taken WHERE q.round_id = close_survey.round;
  PERFORM app.fold_tallies(close_survey.round);
  UPDATE survey SET closed_at = at, counts_hash = hash, responses = moved WHERE round_id = close_survey.round;
  RETURN moved;
END $$;

-- The same for the addresses that interviewers have visited.
CREATE OR REPLACE FUNCTION app.erase_addresses(at timestamptz) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  erased uuid[];
BEGIN
  WITH gone AS (UPDATE respondents.address a SET household = '', address = NULL, erased_at = erase_addresses.at FROM survey s JOIN edition_questionnaire q ON q.edition_id = s.edition_id
    WHERE a.round_id = s.round_id AND q.group_id = a.group_id AND a.erased_at IS NULL
      AND s.closed_at + make_interval(days => least((q.form->'consent'->>'keptDays')::numeric, 3650)::integer) <= erase_addresses.at RETURNING a.id)
  SELECT array_agg(id) INTO erased FROM gone;
  -- Notes that came after their address was erased too.
  UPDATE respondents.visit v SET note = NULL FROM respondents.address a WHERE a.id = v.address_id AND a.erased_at IS NOT NULL AND v.note IS NOT NULL;
  UPDATE respondents.back_check_visit v SET note = NULL FROM respondents.back_check k JOIN respondents.address a ON a.id = k.address_id
    WHERE k.id = v.back_check_id AND a.erased_at IS NOT NULL AND v.note IS NOT NULL;
  RETURN coalesce(cardinality(erased), 0);
END $$;

-- Erases the contact data of surveys whose term is over, as the door of each form has said it: so many days after the closing. That somebody was asked, by whom
-- and whether they took part stays. Gives how many.
CREATE OR REPLACE FUNCTION app.erase_contacts(at timestamptz) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  erased bigint;
BEGIN
  UPDATE respondents.respondent p SET name = '', position = NULL, workplace = NULL, phone = NULL, mail = NULL, address = NULL, note = NULL, salt = uuid_send(gen_random_uuid()), erased_at = at
  FROM survey s JOIN edition_questionnaire q ON q.edition_id = s.edition_id
  WHERE p.round_id = s.round_id AND q.group_id = p.group_id AND p.erased_at IS NULL
    AND s.closed_at + make_interval(days => least((q.form->'consent'->>'keptDays')::numeric, 3650)::integer) <= at;
  GET DIAGNOSTICS erased = ROW_COUNT;
  -- The documents by which bodies stood for their lists name everybody on them; their bytes go with the next sweep of the store.
  UPDATE round_file f SET erased_at = at FROM respondents.list_confirmation c
  WHERE c.file_id = f.id AND f.erased_at IS NULL AND NOT EXISTS (SELECT FROM respondents.respondent p WHERE p.round_id = c.round_id AND p.body_id = c.body_id AND p.erased_at IS NULL);
  RETURN erased + app.erase_addresses(at);
END $$;

-- Whoever sends a form holds the survey first, in the order of its closing: whoever ends it waits for those that are being sent, and those that come later find it
-- over. Then their place, so that what is read of it is what is sent: two submissions of one person wait for each other, those of different persons never do.
CREATE OR REPLACE FUNCTION app.hold_form(token bytea) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM 1 FROM survey s WHERE s.round_id = (SELECT p.round_id FROM respondents.link k JOIN respondents.respondent p ON p.id = k.respondent_id WHERE k.token_hash = sha256(token)) FOR SHARE;
  PERFORM 1 FROM respondents.respondent p JOIN respondents.link k ON k.respondent_id = p.id WHERE k.token_hash = sha256(token) FOR UPDATE OF p;
END $$;

-- How many forms of a group each body has, once a survey is closed, null where fewer than its threshold; for whoever leads it.
CREATE OR REPLACE FUNCTION app.closed_bodies(round text, of_group text) RETURNS TABLE (body_id text, responses bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT c.body_id, CASE WHEN count(*) >= (SELECT s.threshold FROM survey s WHERE s.round_id = round) THEN count(*) END
  FROM answers.closed_response c WHERE c.round_id = round AND c.group_id = of_group AND app.leads_survey(round) GROUP BY 1 ORDER BY 1
$$;

-- Whether as many of a group have answered about a body as the survey asks for before anything is told of them.
CREATE OR REPLACE FUNCTION app.enough_answered(round text, of_group text, of_body text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM survey s WHERE s.round_id = round AND s.closed_at IS NOT NULL AND s.threshold <=
    (SELECT count(*) FROM (SELECT FROM answers.closed_response c WHERE c.round_id = round AND c.group_id = of_group AND c.body_id = of_body LIMIT s.threshold) few))
$$;

-- What a group has answered about a body, so many forms at most, in the order of their ids after one of them: for whoever leads the survey, once it is closed, and
-- nothing where fewer have answered than its threshold.
CREATE OR REPLACE FUNCTION app.closed_answers(round text, of_group text, of_body text, after uuid, most integer) RETURNS TABLE (id uuid, mode text, minutes integer, set_aside boolean, answers jsonb, invalid text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT c.id, c.mode, c.minutes, c.decision IS NOT DISTINCT FROM 'setAside', c.answers, c.invalid FROM answers.closed_response c
  WHERE c.round_id = round AND c.group_id = of_group AND c.body_id = of_body AND c.id > after AND app.leads_survey(round) AND app.enough_answered(round, of_group, of_body)
  ORDER BY c.id LIMIT most
$$;

-- What a group has written freely, of bodies of which as many have answered as the survey asks for: for whoever leads the survey, once it is closed. In the order of the
-- texts, so that two of one form do not stand together.
CREATE OR REPLACE FUNCTION app.closed_texts(round text, of_group text, questions text[], most integer) RETURNS TABLE (body_id text, question text, said text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT c.body_id, q.id, c.answers->>q.id FROM unnest(questions) WITH ORDINALITY AS q (id, place)
    JOIN answers.closed_response c ON c.round_id = round AND c.group_id = of_group AND jsonb_typeof(c.answers->q.id) = 'string'
    JOIN (SELECT p.body_id, p.position FROM participant p WHERE p.round_id = round AND app.enough_answered(round, of_group, p.body_id)) b USING (body_id)
  WHERE app.leads_survey(round) AND c.decision IS DISTINCT FROM 'setAside' ORDER BY q.place, b.position, c.body_id, 3 LIMIT most
$$;

GRANT EXECUTE ON FUNCTION app.closed_texts, app.find_form, app.begin_form, app.save_form, app.submit_form, app.hold_form, app.leads_survey, app.survey_runs, app.is_invited, app.watches_survey, app.survey_counts, app.survey_progress, app.closed_bodies, app.closed_answers, app.mailing_goes_on, app.mail_standing, app.last_mails, app.ever_listed, app.confirming_files TO parindex_app;
GRANT EXECUTE ON FUNCTION app.close_survey, app.erase_contacts, app.next_mailing TO parindex_jobs;
