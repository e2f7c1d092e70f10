-- A notice of the appraisal is kept as it was made when it was recorded as sent, as files of the round that its body reads; those recorded before stand without.
ALTER TABLE appraisal_notice ADD COLUMN files uuid[] NOT NULL DEFAULT '{}';
