-- What bodies answer to the first appraisal: entries that leave what stands in the sheet as it is, and acts on the explanation as a whole (decision 0102).
ALTER TABLE entry DROP CONSTRAINT entry_act_check, ADD CONSTRAINT entry_act_check
  CHECK (act IN ('declare', 'propose', 'submit', 'recall', 'accept', 'return', 'freeze', 'send', 'takeBack', 'reopen', 'ask', 'reply', 'appraise', 'conclude',
    'dispute', 'freezeExplanation', 'sendExplanation', 'takeBackExplanation'));
CREATE INDEX entry_explanation ON entry (round_id, body_id, seq)
  WHERE act IN ('ask', 'reply', 'dispute', 'freezeExplanation', 'sendExplanation', 'takeBackExplanation');
-- The words of an answer are told apart from the claim's: those who appraise read them once the explanation is sent, or its time is over.
ALTER TABLE payload DROP CONSTRAINT payload_stage_check, ADD CONSTRAINT payload_stage_check CHECK (stage IN ('claimed', 'appraised', 'second', 'council', 'reply'));
-- What was sent with a signed document: the sheet, or the explanation.
ALTER TABLE sending ADD matter text NOT NULL DEFAULT 'sheet' CHECK (matter IN ('sheet', 'explanation'));
