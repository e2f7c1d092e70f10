-- Forms on paper: the code of a form is the secret of a link in another shape (decision 0153). Whoever types needs the code, and leads the survey.

-- How a form stands at a moment: 'open', or why it is not typed: 'ended' (somebody else took the person's place), 'notYet', 'over', 'taken', 'apart' (above a quota),
-- 'answered' (otherwise),
-- 'ownBody' (whoever asks works for the body that is judged). Nothing where the code is of no form of this survey, or to whoever does not lead it.
CREATE OR REPLACE FUNCTION app.paper_state(round text, code bytea, at timestamptz) RETURNS TABLE (state text, reference bytea, respondent uuid, body_id text, group_id text, edition_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT CASE
      WHEN b.body_id = ANY (app.direct_bodies()) THEN 'ownBody'
      WHEN p.replaced_by IS NOT NULL THEN 'ended'
      WHEN s.closing_asked_at IS NOT NULL OR r.state <> 'open' THEN 'over'
      WHEN EXISTS (SELECT FROM answers.response a WHERE a.reference = k.made AND a.submitted_at IS NOT NULL) THEN 'taken'
      WHEN EXISTS (SELECT FROM answers.set_apart a WHERE a.reference = k.made) THEN 'apart'
      WHEN EXISTS (SELECT FROM respondents.participation a WHERE a.respondent_id = p.id) THEN 'answered'
      WHEN t.opens IS NULL OR at < t.opens THEN 'notYet'
      -- What was handed in in time is typed until the survey is ended.
      ELSE 'open' END,
    k.made, p.id, b.body_id, b.group_id, s.edition_id
  FROM respondents.paper_form f JOIN respondents.paper_batch b ON b.id = f.batch_id JOIN survey s ON s.round_id = b.round_id JOIN round r ON r.id = s.round_id
    CROSS JOIN LATERAL (SELECT app.response_reference(b.round_id, code) AS made) k
    LEFT JOIN respondents.respondent p ON p.id = f.respondent_id LEFT JOIN round_step t ON t.round_id = r.id AND t.step = 'survey'
  WHERE f.code_hash = sha256(code) AND b.round_id = paper_state.round AND app.leads_survey(b.round_id)
$$;

-- Whoever types a form holds it first: the survey, against its end; the person it was sent to, against an answer on line; the form, against another who types it.
CREATE OR REPLACE FUNCTION app.hold_paper_form(round text, code bytea) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF NOT app.leads_survey(round) THEN RETURN; END IF;
  PERFORM 1 FROM survey s WHERE s.round_id = hold_paper_form.round FOR SHARE;
  PERFORM 1 FROM respondents.respondent p JOIN respondents.paper_form f ON f.respondent_id = p.id WHERE f.code_hash = sha256(code) FOR UPDATE OF p;
  PERFORM 1 FROM respondents.paper_form f WHERE f.code_hash = sha256(code) FOR UPDATE;
END $$;

-- A form to be typed: how it stands, which entry of it is next, whether the asker has typed it. What two others have typed is told to the third alone.
CREATE OR REPLACE FUNCTION app.find_paper_form(round text, code bytea) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT jsonb_build_object('state', CASE WHEN l.state = 'open' AND e.own THEN 'own' ELSE l.state END, 'body', l.body_id, 'group', l.group_id, 'form', q.form,
    'place', e.there + 1, 'entries', CASE WHEN l.state = 'open' AND e.there = 2 AND NOT e.own THEN e.typed ELSE '[]'::jsonb END)
  FROM app.paper_state(round, code, app.moment()) l JOIN edition_questionnaire q ON q.edition_id = l.edition_id AND q.group_id = l.group_id
    CROSS JOIN LATERAL (SELECT count(*) AS there, coalesce(bool_or(n.typed_by = app.account()), false) AS own,
        jsonb_agg(jsonb_build_object('answers', n.answers, 'invalid', to_jsonb(n.invalid)) ORDER BY n.place) AS typed
      FROM answers.paper_entry n WHERE n.reference = l.reference) e
$$;

-- Keeps what somebody has typed as the entry at a place, and takes the form where two agree or a third has settled it: the person has answered, the answers are
-- there, in one transaction; above a quota it is kept apart. `counted`: what is counted of it. Gives 'first', 'differs', 'counted', 'setApart', or why nothing was kept: as paper_state, 'unknown', 'own' (typed
-- by the same person before), 'moved' (somebody else was faster). The same of the same person again is 'repeated'.
CREATE OR REPLACE FUNCTION app.enter_paper_form(round text, code bytea, at_place integer, given jsonb, marked text[], counted jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  l record;
  own record;
  there integer;
  agreed boolean;
  paper answers.set_apart;
BEGIN
  PERFORM app.hold_paper_form(round, code);
  SELECT * INTO l FROM app.paper_state(round, code, app.moment());
  IF l.state IS NULL THEN RETURN 'unknown'; END IF;
  SELECT n.place, n.answers, n.invalid INTO own FROM answers.paper_entry n WHERE n.reference = l.reference AND n.typed_by = app.account();
  IF own.place IS NOT NULL THEN
    -- The third sends just what the two differ in.
    RETURN CASE WHEN own.place = at_place AND (own.answers = given AND own.invalid = marked OR at_place = 3 AND own.answers @> given AND own.invalid @> marked) THEN 'repeated' ELSE 'own' END;
  END IF;
  IF l.state <> 'open' THEN RETURN l.state; END IF;
  SELECT count(*) INTO there FROM answers.paper_entry n WHERE n.reference = l.reference;
  IF there + 1 <> at_place THEN RETURN 'moved'; END IF;
  SELECT n.answers = given AND n.invalid = marked INTO agreed FROM answers.paper_entry n WHERE n.reference = l.reference AND n.place = 1;
  INSERT INTO answers.paper_entry (reference, place, round_id, body_id, group_id, addressed, answers, invalid, typed_by, typed_at)
    VALUES (l.reference, at_place, enter_paper_form.round, l.body_id, l.group_id, l.respondent IS NOT NULL, given, marked, app.account(), app.moment());
  IF there = 0 THEN RETURN 'first'; END IF;
  IF there = 1 AND NOT agreed THEN RETURN 'differs'; END IF;
  paper.submission_id := gen_random_uuid();
  paper.round_id := enter_paper_form.round;
  paper.body_id := l.body_id;
  paper.group_id := l.group_id;
  paper.answers := counted;
  paper.invalid := marked;
  paper.reference := l.reference;
  paper.receipt := left(paper.submission_id::text, 8);
  IF app.keep_paper(paper, l.respondent) THEN RETURN 'counted'; END IF;
  INSERT INTO answers.set_apart (submission_id, round_id, body_id, group_id, cluster, answers, seconds, reason, receipt, came_at, held_for, mode, reference, invalid)
    VALUES (paper.submission_id, paper.round_id, paper.body_id, paper.group_id, '', paper.answers, 0, 'quota', paper.receipt, app.moment(),
      CASE WHEN l.respondent IS NOT NULL THEN app.held_for(paper.round_id, l.respondent) END, 'paper', paper.reference, paper.invalid);
  RETURN 'setApart';
END $$;

-- That a person has answered on paper, and what, with a place in each quota, in one transaction; false where one is full. A form that was handed out on the spot is of
-- nobody, so that quotas of the whole group alone are of it.
CREATE OR REPLACE FUNCTION app.keep_paper(form answers.set_apart, of_respondent uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  p respondents.respondent;
BEGIN
  SELECT x.* INTO p FROM respondents.respondent x WHERE x.id = of_respondent;
  IF NOT app.take_place(form.round_id, form.body_id, form.group_id, p.position, p.workplace, NULL) THEN RETURN false; END IF;
  IF p.id IS NOT NULL THEN INSERT INTO respondents.participation (respondent_id, round_id) VALUES (p.id, form.round_id); END IF;
  INSERT INTO answers.response (reference, round_id, body_id, group_id, mode, answers, invalid, begun_at, saved_at, submission_id, submitted_at, receipt)
    VALUES (form.reference, form.round_id, form.body_id, form.group_id, 'paper', form.answers, form.invalid, app.moment(), app.moment(), form.submission_id, app.moment(), form.receipt);
  RETURN true;
END $$;

-- How far the forms on paper are, of each body by each group: typed once, twice without agreement, taken, kept apart; and addressed to whoever has answered otherwise, which
-- nobody knows any more once the survey is closed. For whoever leads it.
CREATE OR REPLACE FUNCTION app.paper_progress(round text) RETURNS TABLE (body_id text, group_id text, once bigint, differing bigint, counted bigint, set_apart bigint, elsewhere bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH typed AS (
    SELECT n.reference, n.body_id, n.group_id, count(*) AS times, bool_and(n.addressed) AS addressed, (a.reference IS NOT NULL) AS taken
    FROM answers.paper_entry n LEFT JOIN answers.response a ON a.reference = n.reference AND a.submitted_at IS NOT NULL
    WHERE n.round_id = paper_progress.round AND NOT EXISTS (SELECT FROM answers.set_apart x WHERE x.reference = n.reference AND x.decision IS DISTINCT FROM 'taken') GROUP BY 1, 2, 3, 6
  ), sides AS (
    SELECT t.body_id, t.group_id, count(*) FILTER (WHERE t.times = 1) AS once, count(*) FILTER (WHERE t.times = 2 AND NOT t.taken) AS differing,
      count(*) FILTER (WHERE t.taken) AS counted, 0 AS set_apart, - count(*) FILTER (WHERE t.taken AND t.addressed) AS elsewhere FROM typed t GROUP BY 1, 2
    UNION ALL SELECT x.body_id, x.group_id, 0, 0, 0, count(*), 0 FROM answers.set_apart x
      WHERE x.round_id = paper_progress.round AND x.mode = 'paper' AND x.decision IS DISTINCT FROM 'taken' GROUP BY 1, 2
    UNION ALL SELECT w.body_id, w.group_id, w.once, w.differing, w.taken, 0, 0 FROM answers.paper_left w WHERE w.round_id = paper_progress.round
    UNION ALL SELECT b.body_id, b.group_id, 0, 0, 0, 0, count(DISTINCT a.respondent_id) FROM respondents.paper_batch b JOIN respondents.paper_form f ON f.batch_id = b.id
      JOIN respondents.participation a ON a.respondent_id = f.respondent_id WHERE b.round_id = paper_progress.round GROUP BY 1, 2
  )
  SELECT s.body_id, s.group_id, sum(s.once)::bigint, sum(s.differing)::bigint, sum(s.counted)::bigint, sum(s.set_apart)::bigint, sum(s.elsewhere)::bigint FROM sides s WHERE app.leads_survey(round) GROUP BY 1, 2 ORDER BY 1, 2
$$;

-- At the closing of a survey: how many forms were typed and not taken, and how many were taken, is kept, without those that were kept apart; what was typed, and the codes with whose they were, are destroyed.
CREATE OR REPLACE FUNCTION app.destroy_paper_forms(round text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  INSERT INTO answers.paper_left (round_id, body_id, group_id, once, differing, taken)
    SELECT destroy_paper_forms.round, t.body_id, t.group_id, count(*) FILTER (WHERE t.times = 1), count(*) FILTER (WHERE t.times > 1), count(*) FILTER (WHERE t.times = 0)
    FROM (SELECT f.body_id, f.group_id, 0 AS times FROM answers.response f WHERE f.round_id = destroy_paper_forms.round AND f.mode = 'paper' AND f.submitted_at IS NOT NULL
      UNION ALL SELECT n.body_id, n.group_id, count(*) AS times FROM answers.paper_entry n WHERE n.round_id = destroy_paper_forms.round
      AND NOT EXISTS (SELECT FROM answers.response a WHERE a.reference = n.reference AND a.submitted_at IS NOT NULL)
      AND NOT EXISTS (SELECT FROM answers.set_apart x WHERE x.reference = n.reference) GROUP BY n.reference, 1, 2) t GROUP BY 2, 3;
  DELETE FROM answers.paper_entry n WHERE n.round_id = destroy_paper_forms.round;
  DELETE FROM respondents.paper_form f USING respondents.paper_batch b WHERE b.id = f.batch_id AND b.round_id = destroy_paper_forms.round;
END $$;

GRANT EXECUTE ON FUNCTION app.hold_paper_form, app.find_paper_form, app.enter_paper_form, app.paper_progress TO parindex_app;
