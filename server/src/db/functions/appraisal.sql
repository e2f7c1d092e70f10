-- Whether an office of the asker's appraises an item of a round: named at the item; or, where nobody is, at its domain. A figure belongs to whoever appraises an item
-- whose rule names it; of a rule the database knows no more than its words, which the program reads one by one (itemsUsing).
CREATE OR REPLACE FUNCTION app.appraises_target(round text, edition text, kind text, target text, office uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH edition AS MATERIALIZED (SELECT e.scheme::jsonb AS scheme FROM round r JOIN edition e ON e.id = r.edition_id WHERE r.id = appraises_target.round AND e.id = appraises_target.edition),
  meant AS MATERIALIZED (
    SELECT d.value->>'code' AS domain, l.value->>'code' AS item
    FROM edition e, jsonb_array_elements(e.scheme->'domains') d, jsonb_array_elements(d.value->'criteria') c,
      jsonb_array_elements(jsonb_build_array(c.value) || coalesce(c.value->'subCriteria', '[]')) l
    WHERE CASE appraises_target.kind WHEN 'item' THEN l.value->>'code' = appraises_target.target ELSE l.value->>'rule' ~ ('\m' || appraises_target.target || '\M') END
      AND (appraises_target.kind = 'item' OR EXISTS (SELECT FROM edition f WHERE f.scheme->'figures' @> jsonb_build_array(jsonb_build_object('id', appraises_target.target)))))
  SELECT EXISTS (SELECT FROM app.own_office(appraises_target.office) o JOIN domain_owner d ON d.round_id = appraises_target.round AND d.body_id = o.body_id
    JOIN meant i ON d.item = i.item
      OR (d.item = '' AND d.domain = i.domain AND NOT EXISTS (SELECT FROM domain_owner n WHERE n.round_id = appraises_target.round AND n.item = i.item))
    WHERE o.role = 'appraiser')
$$;

-- Whether an entry says something of an item and leaves what stands in the sheet as it is (REMARKS in core/src/ledger/entry.ts). Kept one expression: an index is found by it.
CREATE OR REPLACE FUNCTION app.is_remark(act text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT act IN ('ask', 'siteCheck', 'officialFigure', 'reply', 'dispute') $$;

-- Whether an entry is about a department's part of an explanation (REPLY_PART_ACTS in core/src/ledger/entry.ts). Kept one expression: an index is found by it.
CREATE OR REPLACE FUNCTION app.is_reply_part(act text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT act IN ('proposeReply', 'submitReply', 'recallReply', 'passReply', 'acceptReply', 'returnReply')
$$;

-- Whether the asker appraises something of a sheet, and would not decide in their own cause.
CREATE OR REPLACE FUNCTION app.appraises_sheet(round text, body text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.in_force() m JOIN domain_owner d ON d.body_id = m.body_id WHERE m.role = 'appraiser' AND d.round_id = appraises_sheet.round)
    AND NOT app.is_own_cause(appraises_sheet.round, appraises_sheet.body)
$$;

-- Verdicts that bodies are told by now, as round/body/stage, of the sheets that the asker works on, or that would be their own cause: from the opening of the first of these
-- steps that the calendar has, from its notice where that was recorded before, and all once the round is closed, as in core/src/round/told-verdicts.ts.
CREATE OR REPLACE FUNCTION app.told_verdicts() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(own.sheet || '/' || t.stage ORDER BY own.sheet, t.stage), '{}')
  FROM (SELECT DISTINCT o AS sheet, split_part(o, '/', 1) AS round, split_part(o, '/', 2) AS body FROM unnest(app.own_sheets() || app.own_causes()) o) own JOIN round r ON r.id = own.round
    CROSS JOIN (VALUES ('appraised', ARRAY['explanation', 'secondAppraisal', 'council', 'publication']), ('second', ARRAY['council', 'publication']), ('council', ARRAY['publication'])) AS t (stage, steps)
  WHERE r.state = 'closed' OR app.moment() >= (SELECT s.opens FROM round_step s WHERE s.round_id = r.id AND s.step = ANY (t.steps) ORDER BY array_position(t.steps, s.step) LIMIT 1)
    OR EXISTS (SELECT FROM appraisal_notice n WHERE n.round_id = own.round AND n.body_id = own.body AND n.stage = t.stage AND n.recorded_at <= app.moment())
$$;

-- What was decided at a stage after the last notice told of it, as round/body/stage/kind/target, of the sheets on which the asker works or that would be their own cause: a body
-- reads what its notice told until the next one, or until all is told with the publication or the closing. What was told is not decided anew at its stage (app.is_told_by_notice).
CREATE OR REPLACE FUNCTION app.untold_verdicts() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT n.round_id || '/' || n.body_id || '/' || n.stage || '/' || n.target_kind || '/' || n.target), '{}')
  FROM unnest(app.own_sheets() || app.own_causes()) own
    JOIN round r ON r.id = split_part(own, '/', 1) AND r.state = 'open'
      AND NOT EXISTS (SELECT FROM round_step s WHERE s.round_id = r.id AND s.step = 'publication' AND s.opens <= app.moment())
    CROSS JOIN LATERAL (SELECT t.stage, (SELECT max(a.recorded_at) FROM appraisal_notice a WHERE a.round_id = r.id AND a.body_id = split_part(own, '/', 2)
      AND a.stage = ANY (t.notices) AND a.recorded_at <= app.moment()) AS at FROM (VALUES ('appraised', ARRAY['appraised', 'second']), ('second', ARRAY['second'])) AS t (stage, notices)) told
    JOIN entry n ON n.round_id = r.id AND n.body_id = split_part(own, '/', 2) AND n.stage = told.stage AND n.received_at > told.at AND NOT app.is_remark(n.act) AND n.standing = 'effective'
$$;

-- Whether a notice told a body of what was decided on an item or figure at a stage.
CREATE OR REPLACE FUNCTION app.is_told_by_notice(round text, body text, stage text, kind text, target text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM appraisal_notice a JOIN entry n ON n.round_id = a.round_id AND n.body_id = a.body_id AND n.stage = a.stage AND n.target_kind = is_told_by_notice.kind
      AND n.target = is_told_by_notice.target AND n.standing = 'effective' AND NOT app.is_remark(n.act) AND n.received_at <= a.recorded_at
    WHERE a.round_id = is_told_by_notice.round AND a.body_id = is_told_by_notice.body AND a.stage = is_told_by_notice.stage)
$$;

-- Whether an entry or a cell is one of these; `untold` being app.untold_verdicts(). One expression, as app.sees_sheet.
CREATE OR REPLACE FUNCTION app.is_untold(round text, body text, stage text, kind text, target text, untold text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(round || '/' || body || '/' || stage || '/' || kind || '/' || target = ANY (untold), false)
$$;

-- Whether somebody sees what stands at a stage of a sheet that they see: the claim always, a verdict whoever sees the whole round and would not decide in their own
-- cause, a body once it is told. `rounds` being app.whole_rounds(), `causes` app.own_causes(), `told` app.told_verdicts(); one expression, as app.sees_sheet.
CREATE OR REPLACE FUNCTION app.sees_stage(stage text, round text, body text, rounds text[], causes text[], told text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT stage = 'claimed' OR (round = ANY (rounds) AND NOT round || '/' || body = ANY (causes)) OR round || '/' || body || '/' || stage = ANY (told)
$$;

-- Sheets of which those who see the whole of their rounds are told by now what the body answers to its verdicts, as round/body: once its explanation is sent, or its time
-- for it is over, as in core/src/round/told-replies.ts; and of all once the round is closed.
CREATE OR REPLACE FUNCTION app.told_replies() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(p.round_id || '/' || p.body_id), '{}') FROM participant p JOIN round r ON r.id = p.round_id
  WHERE p.round_id = ANY (app.whole_rounds()) AND (r.state = 'closed'
    OR (SELECT n.act FROM entry n WHERE n.round_id = p.round_id AND n.body_id = p.body_id AND n.act IN ('freezeExplanation', 'sendExplanation', 'takeBackExplanation')
      ORDER BY n.seq DESC LIMIT 1) = 'sendExplanation'
    OR app.moment() >= (SELECT greatest(s.closes, (SELECT max(x.until) FROM extension x WHERE x.round_id = s.round_id AND x.step = s.step AND (x.body_id IS NULL OR x.body_id = p.body_id)))
      FROM round_step s WHERE s.round_id = p.round_id AND s.step = 'explanation'))
$$;

-- Whether somebody sees what a body answers, of a sheet that they see: its own people always, others once it is told. `sheets` being app.own_sheets(), `told` app.told_replies().
CREATE OR REPLACE FUNCTION app.sees_reply(round text, body text, sheets text[], told text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT app.works_on(round, body, sheets) OR round || '/' || body = ANY (told)
$$;

-- The last number of a sheet's ledger, of entries that the asker does not see too: the next one goes on from it.
CREATE OR REPLACE FUNCTION app.last_seq(round text, body text) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(max(n.seq), 0) FROM entry n WHERE n.round_id = last_seq.round AND n.body_id = last_seq.body
    AND app.sees_sheet(last_seq.round, last_seq.body, app.own_sheets(), app.find_whole_rounds() || app.find_run_rounds())
$$;

-- Whether the asker may end the wait of a verdict that needs a second person: its author takes it back, another person of the same body that appraises confirms
-- or returns it; once (SECOND_ACTS in core/src/appraisal/second-person.ts). `proposal` is the entry that waits, `office` that of the asker.
CREATE OR REPLACE FUNCTION app.decides_proposed_verdict(proposal uuid, round text, body text, stage text, kind text, target text, act text, office uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM entry p WHERE p.id = proposal AND p.round_id = decides_proposed_verdict.round AND p.body_id = body AND p.stage = decides_proposed_verdict.stage
      AND p.target_kind = kind AND p.target = decides_proposed_verdict.target AND p.act = 'appraise' AND p.standing = 'proposed'
      AND (decides_proposed_verdict.act = 'recall') = (p.actor = app.account())
      AND (SELECT m.body_id FROM membership m WHERE m.id = p.office) = (SELECT m.body_id FROM membership m WHERE m.id = decides_proposed_verdict.office)
      AND NOT EXISTS (SELECT FROM entry d WHERE d.round_id = p.round_id AND d.body_id = p.body_id AND d.target_kind = p.target_kind AND d.target = p.target AND d.stage = p.stage AND d.cause = p.id))
$$;

-- Whether a step is open to a body now, by an extension for it, for all, or for one of its items too: the server judges each item, this holds behind it.
CREATE OR REPLACE FUNCTION app.is_step_open(round text, body text, step text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM round_step s WHERE s.round_id = is_step_open.round AND s.step = is_step_open.step AND s.opens <= app.moment()
    AND app.moment() < greatest(s.closes, (SELECT max(x.until) FROM extension x WHERE x.round_id = s.round_id AND x.step = s.step AND (x.body_id IS NULL OR x.body_id = is_step_open.body))))
$$;

-- Whether verdicts of a round can be given, or were: from then on its threshold of the second person is not raised.
CREATE OR REPLACE FUNCTION app.appraisal_has_begun(round text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM round_step s WHERE s.round_id = appraisal_has_begun.round AND s.step IN ('appraisal', 'secondAppraisal') AND s.opens <= app.moment())
    OR EXISTS (SELECT FROM entry n WHERE n.round_id = appraisal_has_begun.round AND n.act = 'appraise')
$$;

-- Whether a threshold may be set for a round: any before the appraisal has begun, then only what is not laxer. It reads the round as it stood before the change.
CREATE OR REPLACE FUNCTION app.may_set_second_person(round text, wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT r.second_person_over IS NULL OR r.second_person_over::numeric >= wanted::numeric IS TRUE OR NOT app.appraisal_has_begun(r.id)
  FROM round r WHERE r.id = may_set_second_person.round
$$;

-- Points as the core writes them, a whole number or a fraction.
CREATE OR REPLACE FUNCTION app.points_as_number(points text) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$
  SELECT split_part(points, '/', 1)::numeric / coalesce(nullif(split_part(points, '/', 2), '')::numeric, 1)
$$;

-- Whether one person's verdict on an item plainly moves it by more than the round leaves to one: by the points that the core kept with the entries. Only where these tell it: the
-- claim has points, no figure was entered or changed since but by this verdict, and the item is still scored. What the rule makes of figures the server judges (give-verdict.ts).
CREATE OR REPLACE FUNCTION app.moves_too_far(id uuid, round text, body text, edition text, stage text, item text, points text, changes jsonb) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce((SELECT r.second_person_over IS NOT NULL AND NOT moves_too_far.changes ? 'state'
      AND abs(app.points_as_number(moves_too_far.points) - app.points_as_number(c.points)) > r.second_person_over::numeric
      AND v.points IS DISTINCT FROM moves_too_far.points
      AND NOT EXISTS (SELECT FROM entry f WHERE f.round_id = r.id AND f.body_id = moves_too_far.body AND f.target_kind = 'figure' AND f.seq > c.seq
        AND NOT app.is_remark(f.act) AND f.cause IS DISTINCT FROM moves_too_far.id)
    FROM round r
      CROSS JOIN LATERAL (SELECT n.points, n.seq FROM entry n WHERE n.round_id = r.id AND n.body_id = moves_too_far.body AND n.target_kind = 'item' AND n.target = moves_too_far.item
        AND n.stage = 'claimed' AND n.standing = 'effective' AND n.act IN ('declare', 'accept') AND n.edition_id = moves_too_far.edition ORDER BY n.seq DESC LIMIT 1) c
      LEFT JOIN LATERAL (SELECT n.points, n.seq FROM entry n WHERE n.round_id = r.id AND n.body_id = moves_too_far.body AND n.target_kind = 'item' AND n.target = moves_too_far.item
        AND n.stage IN ('appraised', 'second') AND n.standing = 'effective' AND n.act IN ('appraise', 'accept') ORDER BY n.seq DESC LIMIT 1) v ON true
    WHERE r.id = moves_too_far.round), false)
$$;

GRANT EXECUTE ON FUNCTION app.untold_verdicts, app.is_told_by_notice, app.is_untold, app.is_step_open, app.may_set_second_person, app.points_as_number, app.moves_too_far, app.is_remark, app.is_reply_part, app.appraises_target, app.appraises_sheet, app.decides_proposed_verdict, app.told_verdicts, app.sees_stage, app.told_replies, app.sees_reply, app.last_seq TO parindex_app;
