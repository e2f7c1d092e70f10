-- The ledger of a sheet and the fold that is kept beside it.

CREATE POLICY entry_read ON entry FOR SELECT TO parindex_app
  USING (app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())));
-- What was decided on its sheet a body is told when it is time (decision 0098); what waited for a second person, never (decision 0101).
CREATE POLICY entry_told ON entry AS RESTRICTIVE FOR SELECT TO parindex_app
  USING (app.sees_stage(stage, round_id, body_id, (SELECT app.whole_rounds()), (SELECT app.own_causes()), (SELECT app.told_verdicts()))
    AND (standing = 'effective' OR app.sees_stage(stage, round_id, body_id, (SELECT app.whole_rounds()), (SELECT app.own_causes()), '{}')));
-- And what was decided after the notice that told it, with the next one (decision 0122).
CREATE POLICY entry_untold ON entry AS RESTRICTIVE FOR SELECT TO parindex_app
  USING (stage = 'claimed' OR app.is_remark(act) OR NOT app.is_untold(round_id, body_id, stage, target_kind, target, (SELECT app.untold_verdicts())));
-- What a body answers to its verdicts those who appraise read once it is sent, or its time is over (decision 0102).
CREATE POLICY entry_replied ON entry AS RESTRICTIVE FOR SELECT TO parindex_app
  USING (act <> 'reply' OR app.sees_reply(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.told_replies())));
-- What departments propose to answer stays within the body; and of what is said between a body and those who appraise it a department sees what concerns the items that it has in
-- hand for the explanation, and nothing of others (decision 0116).
CREATE POLICY entry_within_body ON entry AS RESTRICTIVE FOR SELECT TO parindex_app
  USING (NOT app.is_reply_part(act) OR app.works_on(round_id, body_id, (SELECT app.own_sheets())));
CREATE POLICY entry_of_department ON entry AS RESTRICTIVE FOR SELECT TO parindex_app
  USING ((stage = 'claimed' AND NOT app.is_remark(act) AND NOT app.is_reply_part(act))
    OR app.is_told_of(round_id, body_id, target_kind, target, (SELECT app.direct_bodies()), (SELECT app.whole_rounds()), (SELECT app.explained_in_hand())));
-- In one's own name and office, at the moment of the request.
CREATE POLICY entry_write ON entry FOR INSERT TO parindex_app
  WITH CHECK (actor = (SELECT app.account()) AND received_at = (SELECT app.moment()) AND office IN (SELECT m.id FROM app.in_force() m)
    AND app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())));
-- Who sees a sheet only because their department has items of it proposes and submits, and a leader accepts or returns; all else is for the body's own people.
-- Verdicts, and what is the owner's of the round, have policies of their own below.
CREATE POLICY entry_by_department ON entry AS RESTRICTIVE FOR INSERT TO parindex_app
  WITH CHECK (body_id = ANY ((SELECT app.direct_bodies())::text[]) OR stage <> 'claimed' OR round_id = ANY ((SELECT app.find_run_rounds())::text[])
    OR act IN ('propose', 'submit', 'recall', 'proposeReply', 'submitReply', 'recallReply')
    OR (act IN ('accept', 'return', 'passReply', 'acceptReply', 'returnReply') AND (SELECT app.has_role('head'))));

CREATE POLICY cell_read ON cell FOR SELECT TO parindex_app
  USING (app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())));
CREATE POLICY cell_of_department ON cell AS RESTRICTIVE FOR SELECT TO parindex_app
  USING (stage = 'claimed'
    OR app.is_told_of(round_id, body_id, target_kind, target, (SELECT app.direct_bodies()), (SELECT app.whole_rounds()), (SELECT app.explained_in_hand())));
CREATE POLICY cell_told ON cell AS RESTRICTIVE FOR SELECT TO parindex_app
  USING (app.sees_stage(stage, round_id, body_id, (SELECT app.whole_rounds()), (SELECT app.own_causes()), (SELECT app.told_verdicts())));
CREATE POLICY cell_untold ON cell AS RESTRICTIVE FOR SELECT TO parindex_app
  USING (stage = 'claimed' OR NOT app.is_untold(round_id, body_id, stage, target_kind, target, (SELECT app.untold_verdicts())));
-- What an entry comes to is written by who writes that entry; folded anew by an owner of the round, whose takeover moves codes.
CREATE POLICY cell_add ON cell FOR INSERT TO parindex_app
  WITH CHECK (app.writes_stage(stage, round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds()), (SELECT app.find_run_rounds())));
CREATE POLICY cell_change ON cell FOR UPDATE TO parindex_app
  USING (app.writes_stage(stage, round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds()), (SELECT app.find_run_rounds())));
CREATE POLICY cell_remove ON cell FOR DELETE TO parindex_app USING (round_id = ANY ((SELECT app.find_run_rounds())::text[]));

-- Of a round that this very request makes too: the trail tells its baselines as they stand.
CREATE POLICY baseline_read ON baseline FOR SELECT TO parindex_app
  USING (app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())) OR round_id = ANY ((SELECT app.find_whole_rounds())::text[]));
-- Last year's values are a part of the plan.
CREATE POLICY baseline_add ON baseline FOR INSERT TO parindex_app WITH CHECK (round_id = ANY ((SELECT app.find_run_rounds())::text[]));
CREATE POLICY baseline_remove ON baseline FOR DELETE TO parindex_app USING (round_id = ANY ((SELECT app.find_run_rounds())::text[]));

-- A verdict is given, and an explanation asked for, by whoever appraises that very item: several bodies share a domain.
CREATE POLICY entry_by_appraiser ON entry AS RESTRICTIVE FOR INSERT TO parindex_app
  WITH CHECK (stage NOT IN ('appraised', 'second') OR app.appraises_target(round_id, edition_id, target_kind, target, office));
-- Each stage is written by its own acts, and each act by whose it is: what waits for a second person is confirmed or returned by another than its author; a
-- verdict of the council as its session voted, by its secretariat; the claim by who works on the sheet, but for
-- reopening it and for figures from elsewhere, which are the owner's of the round.
CREATE POLICY entry_by_stage ON entry AS RESTRICTIVE FOR INSERT TO parindex_app
  WITH CHECK (CASE WHEN stage IN ('appraised', 'second') AND act IN ('accept', 'return', 'recall') THEN (act = 'accept') = (standing = 'effective')
      AND app.decides_proposed_verdict(cause, round_id, body_id, stage, target_kind, target, act, office)
    ELSE CASE act
    WHEN 'appraise' THEN stage IN ('appraised', 'second')
    WHEN 'conclude' THEN stage = 'council' AND app.records_conclusion(round_id, body_id, target_kind, target, office)
    WHEN 'ask' THEN stage = 'appraised'
    WHEN 'siteCheck' THEN stage IN ('appraised', 'second')
    WHEN 'officialFigure' THEN stage IN ('appraised', 'second') AND target_kind = 'figure'
    WHEN 'freezeExplanation' THEN stage = 'claimed' AND app.is_in(body_id, 'head')
    WHEN 'dispute' THEN stage = 'claimed' AND app.is_in(body_id, 'head')
    WHEN 'returnReply' THEN stage = 'claimed' AND standing = 'proposed' AND (body_id = ANY ((SELECT app.direct_bodies())::text[])
      OR app.is_told_of(round_id, body_id, target_kind, target, '{}', '{}', (SELECT app.explained_in_hand())))
    WHEN 'reopen' THEN stage = 'claimed' AND round_id = ANY ((SELECT app.find_run_rounds())::text[])
    ELSE CASE WHEN app.is_reply_part(act) THEN stage = 'claimed' AND standing = 'proposed'
      AND app.is_told_of(round_id, body_id, target_kind, target, '{}', '{}', (SELECT app.explained_in_hand()))
    ELSE stage = 'claimed' AND (app.works_on(round_id, body_id, (SELECT app.own_sheets()))
      OR (act = 'declare' AND origin = 'statistic' AND target_kind = 'figure' AND round_id = ANY ((SELECT app.find_run_rounds())::text[]))) END END END);
-- Nobody decides in their own cause, whatever they hold (decision 0100).
CREATE POLICY entry_not_own_cause ON entry AS RESTRICTIVE FOR INSERT TO parindex_app WITH CHECK (stage = 'claimed' OR NOT app.is_own_cause(round_id, body_id));
-- What moves an item far counts by the word of two (decision 0101): another's confirmation, or a conclusion of the council.
CREATE POLICY entry_of_two ON entry AS RESTRICTIVE FOR INSERT TO parindex_app
  WITH CHECK (act <> 'appraise' OR standing <> 'effective' OR target_kind <> 'item' OR points IS NULL
    OR NOT app.moves_too_far(id, round_id, body_id, edition_id, stage, target, points, changes));
-- Nothing is written in the ledger of a closed round; a verdict, a question and what is found only in the step of their stage, and an answer while its body explains.
CREATE POLICY entry_in_time ON entry AS RESTRICTIVE FOR INSERT TO parindex_app
  WITH CHECK (EXISTS (SELECT FROM round r WHERE r.id = round_id AND r.state = 'open')
    AND CASE WHEN stage = 'appraised' THEN app.is_step_open(round_id, body_id, 'appraisal') WHEN stage = 'second' THEN app.is_step_open(round_id, body_id, 'secondAppraisal')
      WHEN act IN ('reply', 'freezeExplanation') OR app.is_reply_part(act) THEN app.is_step_open(round_id, body_id, 'explanation') ELSE true END);
-- What a notice told its body is not decided anew at that stage: the second appraisal decides on it, or the council.
CREATE POLICY entry_not_told ON entry AS RESTRICTIVE FOR INSERT TO parindex_app
  WITH CHECK (act NOT IN ('appraise', 'accept') OR stage NOT IN ('appraised', 'second') OR NOT app.is_told_by_notice(round_id, body_id, stage, target_kind, target));
