-- An official figure of whoever appraises, beside the claimed one: an entry that leaves what stands in the sheet as it is (decision 0114).
ALTER TABLE entry DROP CONSTRAINT entry_act_check, ADD CONSTRAINT entry_act_check
  CHECK (act IN ('declare', 'propose', 'submit', 'recall', 'accept', 'return', 'freeze', 'send', 'takeBack', 'reopen', 'ask', 'siteCheck', 'officialFigure', 'reply', 'appraise',
    'conclude', 'dispute', 'freezeExplanation', 'sendExplanation', 'takeBackExplanation'));
DROP INDEX entry_explanation;
CREATE INDEX entry_explanation ON entry (round_id, body_id, seq)
  WHERE act IN ('ask', 'siteCheck', 'officialFigure', 'reply', 'dispute', 'freezeExplanation', 'sendExplanation', 'takeBackExplanation');
