-- A department submits its part to its leader, and recalls it before anybody has decided.
ALTER TABLE entry DROP CONSTRAINT entry_act_check, ADD CONSTRAINT entry_act_check
  CHECK (act IN ('declare', 'propose', 'submit', 'recall', 'accept', 'return', 'freeze', 'send', 'takeBack', 'reopen', 'ask', 'reply', 'appraise', 'conclude'));
ALTER TABLE part DROP CONSTRAINT part_standing_check, ADD CONSTRAINT part_standing_check
  CHECK (standing IN ('entered', 'submitted', 'passed', 'returned', 'approved', 'changed', 'reviewed'));
