-- What departments propose to answer, and what becomes of it: entries that leave what stands in the sheet as it is (decision 0116).
ALTER TABLE entry DROP CONSTRAINT entry_act_check, ADD CONSTRAINT entry_act_check
  CHECK (act IN ('declare', 'propose', 'submit', 'recall', 'accept', 'return', 'freeze', 'send', 'takeBack', 'reopen', 'ask', 'siteCheck', 'officialFigure', 'reply',
    'proposeReply', 'submitReply', 'recallReply', 'passReply', 'acceptReply', 'returnReply', 'appraise', 'conclude',
    'dispute', 'freezeExplanation', 'sendExplanation', 'takeBackExplanation'));
CREATE INDEX entry_reply_part ON entry (round_id, body_id, seq)
  WHERE act IN ('proposeReply', 'submitReply', 'recallReply', 'passReply', 'acceptReply', 'returnReply');
-- Its words stay within the body.
ALTER TABLE payload DROP CONSTRAINT payload_stage_check,
  ADD CONSTRAINT payload_stage_check CHECK (stage IN ('claimed', 'appraised', 'second', 'council', 'reply', 'replyPart'));
-- For what an item was given to a department: what was given for the sheet goes on for the explanation, unless given anew for that.
ALTER TABLE assignment ADD matter text NOT NULL DEFAULT 'sheet' CHECK (matter IN ('sheet', 'explanation'));
GRANT INSERT (matter) ON assignment TO parindex_app;
DROP INDEX assignment_in_force;
CREATE UNIQUE INDEX assignment_in_force ON assignment (round_id, body_id, edition_id, matter, target_kind, target) WHERE ended_at IS NULL;
