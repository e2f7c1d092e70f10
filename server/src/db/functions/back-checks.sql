-- Back-checks (decision 0160). Whoever held an interview learns nothing of whether it is asked for again.

-- Who held the interview at an address: whoever noted the visit at which it was held, else who has the address.
CREATE OR REPLACE FUNCTION app.interviewer_of(of_address uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(
    (SELECT v.account_id FROM respondents.visit v WHERE v.address_id = of_address AND v.outcome = 'interviewed'
      ORDER BY EXISTS (SELECT FROM respondents.assignment s WHERE s.address_id = of_address AND s.account_id = v.account_id AND s.ended_at IS NULL) DESC, v.visited_at, v.id LIMIT 1),
    (SELECT s.account_id FROM respondents.assignment s WHERE s.address_id = of_address AND s.ended_at IS NULL))
$$;

-- Whether the asker leads the interviews that a draw is of; open: while they go on.
CREATE OR REPLACE FUNCTION app.leads_back_check_draw(of_draw uuid, open boolean) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM respondents.back_check_draw d WHERE d.id = of_draw AND app.leads_field(d.round_id, d.body_id) AND (NOT open OR app.leads_open_survey(d.round_id)))
$$;

-- The same of one of its interviews.
CREATE OR REPLACE FUNCTION app.leads_back_check(of_check uuid, open boolean) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM respondents.back_check k WHERE k.id = of_check AND app.leads_back_check_draw(k.draw_id, open))
$$;

-- Whether an address is of the group and body of a draw, and an interview was held there by this person.
CREATE OR REPLACE FUNCTION app.is_drawn_from(of_draw uuid, of_address uuid, interviewer uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM respondents.back_check_draw d JOIN respondents.address a ON a.round_id = d.round_id AND a.body_id = d.body_id AND a.group_id = d.group_id
      JOIN respondents.interviewed i ON i.address_id = a.id
    WHERE d.id = of_draw AND a.id = of_address AND app.interviewer_of(a.id) = interviewer)
$$;

-- Whether somebody may ask again where an interview was drawn: an interviewer who is not of the body that is rated, and never had the address.
CREATE OR REPLACE FUNCTION app.may_ask_again(of_check uuid, account uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM respondents.back_check k JOIN respondents.address a ON a.id = k.address_id
    WHERE k.id = of_check AND k.drawn AND k.interviewer_id <> may_ask_again.account
      AND NOT EXISTS (SELECT FROM respondents.assignment s WHERE s.address_id = k.address_id AND s.account_id = may_ask_again.account)
      AND NOT EXISTS (SELECT FROM respondents.visit v WHERE v.address_id = k.address_id AND v.account_id = may_ask_again.account)
      AND EXISTS (SELECT FROM app.in_force_of(may_ask_again.account) m WHERE m.role = 'interviewer')
      AND NOT EXISTS (SELECT FROM app.in_force_of(may_ask_again.account) m WHERE m.body_id IS NOT NULL AND a.body_id IN (SELECT app.bodies_above(m.body_id, app.today()))))
$$;

-- The back-checks that are, or ever were, the asker's. Of a body to which they belong, none.
CREATE OR REPLACE FUNCTION app.own_back_checks() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT g.back_check_id), '{}') FROM respondents.back_check_given g JOIN respondents.back_check k ON k.id = g.back_check_id
    JOIN respondents.address a ON a.id = k.address_id
  WHERE g.account_id = app.account() AND app.has_role('interviewer')
    AND NOT EXISTS (SELECT FROM app.in_force() m WHERE m.body_id IS NOT NULL AND a.body_id IN (SELECT app.bodies_above(m.body_id, app.today())))
$$;

-- Where the asker asks again, for their device; now: not what went to somebody else since. Of what was told the first time, and to whom, nothing.
CREATE OR REPLACE FUNCTION app.back_checks_taken_along(now boolean) RETURNS TABLE (id uuid, round_id text, body_id text, group_id text, cluster text, cluster_name text, household text, address text, place integer, checked boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT k.id, a.round_id, a.body_id, a.group_id, a.cluster, a.cluster_name, a.household, a.address, a.place, EXISTS (SELECT FROM respondents.back_checked c WHERE c.back_check_id = k.id)
  FROM respondents.back_check k JOIN respondents.address a ON a.id = k.address_id
  WHERE k.id = ANY (app.own_back_checks()) AND (NOT now OR app.account() = (SELECT g.account_id FROM respondents.back_check_given g WHERE g.back_check_id = k.id ORDER BY g.number DESC LIMIT 1))
  ORDER BY a.body_id, a.group_id, a.cluster, a.place
$$;

-- Takes what a household said the second time: holds it against the first time, and keeps question by question whether it was the same. The same one sent again gets the
-- same receipt. Where the first answers lead nowhere any more, or another was compared, only that it came is kept.
-- places: the questions that are compared, [{"id", "question", "row"}], as the core counts them.
CREATE OR REPLACE FUNCTION app.take_back_check(submission uuid, of_check uuid, given jsonb, places jsonb, receipt text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  k respondents.back_check;
  d respondents.back_check_draw;
  hash bytea := app.submission_hash(submission);
  survey_of record;
  kept text;
  first jsonb;
BEGIN
  IF of_check <> ALL (app.own_back_checks()) THEN RETURN jsonb_build_object('state', 'unknown'); END IF;
  SELECT x.* INTO d FROM respondents.back_check_draw x JOIN respondents.back_check y ON y.draw_id = x.id WHERE y.id = of_check;
  -- Whoever ends the survey waits for those that are being sent; those of one interviewer wait for each other, as the threshold counts them.
  SELECT s.closing_asked_at IS NOT NULL AS ended, s.threshold INTO survey_of FROM survey s WHERE s.round_id = d.round_id FOR SHARE;
  SELECT * INTO k FROM respondents.back_check x WHERE x.id = of_check;
  PERFORM pg_advisory_xact_lock(hashtextextended(format('back-checks of %s/%s/%s/%s', d.round_id, d.body_id, d.group_id, k.interviewer_id), 0));
  SELECT c.receipt INTO kept FROM respondents.back_checked c WHERE c.submission_hash = hash AND c.back_check_id = of_check;
  IF kept IS NOT NULL THEN RETURN jsonb_build_object('state', 'repeated', 'receipt', kept); END IF;
  -- An id of another: no device makes one.
  IF EXISTS (SELECT FROM respondents.back_checked c WHERE c.submission_hash = hash) THEN RETURN jsonb_build_object('state', 'unknown'); END IF;
  IF NOT survey_of.ended AND NOT EXISTS (SELECT FROM respondents.back_checked c WHERE c.back_check_id = of_check AND c.compared) THEN
    SELECT f.answers INTO first FROM respondents.interviewed i JOIN answers.response f
        ON f.round_id = d.round_id AND f.body_id = d.body_id AND f.group_id = d.group_id AND f.receipt = i.receipt AND app.submission_hash(f.submission_id) = i.submission_hash
      WHERE i.address_id = k.address_id;
  END IF;
  INSERT INTO respondents.back_checked (submission_hash, back_check_id, receipt, compared) VALUES (hash, of_check, take_back_check.receipt, first IS NOT NULL);
  IF first IS NOT NULL THEN
    INSERT INTO answers.back_check_pair (id, round_id, body_id, group_id, interviewer_id, questions)
      VALUES (gen_random_uuid(), d.round_id, d.body_id, d.group_id, k.interviewer_id, app.compare_answers(first, given, places));
    IF (SELECT count(*) FROM answers.back_check_pair p WHERE p.round_id = d.round_id AND p.body_id = d.body_id AND p.group_id = d.group_id AND p.interviewer_id = k.interviewer_id)
      >= survey_of.threshold THEN PERFORM app.add_up_pairs(d.round_id, d.body_id, d.group_id, k.interviewer_id); END IF;
  END IF;
  RETURN jsonb_build_object('state', 'accepted', 'receipt', take_back_check.receipt);
END $$;

-- Question by question whether two said the same, of questions that were answered at all; as the core compares them (core/src/survey/quality/back-check.ts).
CREATE OR REPLACE FUNCTION app.compare_answers(first jsonb, second jsonb, places jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(jsonb_object_agg(p.id, CASE WHEN o.a = o.b THEN 'same' WHEN o.a IS NULL THEN 'onlySecond' WHEN o.b IS NULL THEN 'onlyFirst' ELSE 'differs' END), '{}')
  FROM jsonb_to_recordset(places) AS p (id text, question text, "row" text)
    CROSS JOIN LATERAL (SELECT app.said_at(first, p.question, p."row") AS a, app.said_at(second, p.question, p."row") AS b) o
  WHERE o.a IS NOT NULL OR o.b IS NOT NULL
$$;

-- What stands at a question, or at a row of a matrix: of one that has no opinion as a whole the same at each row.
CREATE OR REPLACE FUNCTION app.said_at(answers jsonb, question text, "row" text) RETURNS jsonb LANGUAGE sql IMMUTABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT CASE WHEN "row" IS NULL OR answers->question->'rows' IS NULL THEN answers->question ELSE answers->question->'rows'->"row" END
$$;

-- Adds up what waits of an interviewer (null: of all of a group about a body, as of no one), and lets the single ones go.
CREATE OR REPLACE FUNCTION app.add_up_pairs(round text, of_body text, of_group text, interviewer uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  WITH gone AS (DELETE FROM answers.back_check_pair p WHERE p.round_id = round AND p.body_id = of_body AND p.group_id = of_group
      AND (interviewer IS NULL OR p.interviewer_id = interviewer) RETURNING p.questions)
  INSERT INTO answers.back_check_tally AS t (round_id, body_id, group_id, interviewer_id, question, same, differs, once)
    SELECT round, of_body, of_group, interviewer, q.key, count(*) FILTER (WHERE q.value = 'same'), count(*) FILTER (WHERE q.value = 'differs'),
      count(*) FILTER (WHERE q.value IN ('onlyFirst', 'onlySecond'))
    FROM gone g CROSS JOIN LATERAL jsonb_each_text(g.questions) q GROUP BY q.key ORDER BY q.key
  ON CONFLICT (round_id, body_id, group_id, interviewer_id, question)
    DO UPDATE SET same = t.same + excluded.same, differs = t.differs + excluded.differs, once = t.once + excluded.once;
END $$;

-- When a survey closes, what waits is added up over all interviewers of a group about a body where that is as many as the threshold, and is gone.
CREATE OR REPLACE FUNCTION app.close_back_checks(round text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  p record;
BEGIN
  FOR p IN SELECT x.body_id, x.group_id FROM answers.back_check_pair x WHERE x.round_id = round GROUP BY 1, 2
    HAVING count(*) >= (SELECT s.threshold FROM survey s WHERE s.round_id = round) ORDER BY 1, 2 LOOP
    PERFORM app.add_up_pairs(round, p.body_id, p.group_id, NULL);
  END LOOP;
  DELETE FROM answers.back_check_pair x WHERE x.round_id = round;
END $$;

-- How far second answers were the same, for whoever leads the interviews: by interviewer over all questions, and by question over all interviewers. Pairs come in as many
-- at a time as the threshold, and no sum below it is told.
CREATE OR REPLACE FUNCTION app.back_check_agreement(round text) RETURNS TABLE (body_id text, group_id text, interviewer_id uuid, question text, same integer, differs integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH told AS (SELECT t.* FROM answers.back_check_tally t WHERE t.round_id = round
    AND t.body_id IN (SELECT DISTINCT d.body_id FROM respondents.back_check_draw d WHERE d.round_id = round AND app.leads_field(round, d.body_id)))
  SELECT s.body_id, s.group_id, s.interviewer_id, s.question, s.same::integer, s.differs::integer FROM (
    SELECT t.body_id, t.group_id, t.interviewer_id, NULL AS question, sum(t.same) AS same, sum(t.differs) AS differs FROM told t WHERE t.interviewer_id IS NOT NULL GROUP BY 1, 2, 3
    UNION ALL SELECT t.body_id, t.group_id, NULL, t.question, sum(t.same), sum(t.differs) FROM told t GROUP BY 1, 2, 4) s
  WHERE s.same + s.differs >= (SELECT x.threshold FROM survey x WHERE x.round_id = round) ORDER BY 1, 2, 3, 4
$$;

-- What interviewers brought, for whoever leads the interviews: how long it took, and the weights of the options chosen, added up. Of each interviewer the first interviews, as
-- many as the threshold goes into: what came after is told with the next that make up as many. Those that were set aside are among them, as they are their work too.
-- weights: [{"group", "question", "row", "options": {option: weight}}], as the core gives them (core/src/survey/quality/option-weights.ts).
CREATE OR REPLACE FUNCTION app.interviewer_results(round text, weights jsonb) RETURNS TABLE (body_id text, group_id text, interviewer_id uuid, interviews integer, minutes integer, answers integer, weight text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH led AS (SELECT DISTINCT a.body_id FROM respondents.address a WHERE a.round_id = round),
  held AS MATERIALIZED (
    SELECT f.body_id, f.group_id, app.interviewer_of(i.address_id) AS interviewer_id, f.answers, extract(epoch FROM f.submitted_at - f.begun_at) AS seconds, i.number AS taken
    FROM respondents.interviewed i JOIN answers.response f ON f.round_id = i.round_id AND f.mode = 'interview' AND f.receipt = i.receipt
    WHERE i.round_id = round AND f.body_id IN (SELECT l.body_id FROM led l WHERE app.leads_field(round, l.body_id))),
  numbered AS (
    SELECT h.*, row_number() OVER (PARTITION BY h.body_id, h.group_id, h.interviewer_id ORDER BY h.taken) AS number,
      count(*) OVER (PARTITION BY h.body_id, h.group_id, h.interviewer_id) AS all_of_them
    FROM held h),
  told AS (SELECT n.* FROM numbered n WHERE n.number <= n.all_of_them / (SELECT s.threshold FROM survey s WHERE s.round_id = round) * (SELECT s.threshold FROM survey s WHERE s.round_id = round))
  SELECT t.body_id, t.group_id, t.interviewer_id, count(*)::integer, floor(percentile_cont(0.5) WITHIN GROUP (ORDER BY t.seconds) / 60)::integer,
    coalesce(sum(w.answers), 0)::integer, trim_scale(coalesce(sum(w.weight), 0))::text
  FROM told t CROSS JOIN LATERAL (
    SELECT count(*) AS answers, sum((p.options->>(app.said_at(t.answers, p.question, p."row") #>> '{}'))::numeric) AS weight
    FROM jsonb_to_recordset(weights) AS p ("group" text, question text, "row" text, options jsonb)
    WHERE p."group" = t.group_id AND p.options ? (app.said_at(t.answers, p.question, p."row") #>> '{}')) w
  GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
$$;

GRANT EXECUTE ON FUNCTION app.leads_back_check_draw, app.leads_back_check, app.is_drawn_from, app.may_ask_again, app.own_back_checks, app.back_checks_taken_along, app.take_back_check, app.back_check_agreement, app.interviewer_results, app.interviewer_of TO parindex_app;
