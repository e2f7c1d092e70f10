-- That a body was sent the notice of what was decided on its sheet at a stage: a letter that was numbered and signed outside. The first for a stage tells the
-- body its verdicts; one that comes later corrects number and day.
CREATE TABLE appraisal_notice (
  id uuid PRIMARY KEY,
  round_id text NOT NULL,
  body_id text NOT NULL,
  stage text NOT NULL CHECK (stage IN ('appraised', 'second')),
  document_number text NOT NULL CHECK (length(document_number) BETWEEN 1 AND 100),
  document_date date NOT NULL,
  recorded_by uuid NOT NULL REFERENCES account,
  recorded_at timestamptz(3) NOT NULL,
  FOREIGN KEY (round_id, body_id) REFERENCES participant
);
CREATE INDEX appraisal_notice_sheet ON appraisal_notice (round_id, body_id, stage);
CREATE INDEX appraisal_notice_recorded_by ON appraisal_notice (recorded_by);
GRANT SELECT, INSERT ON appraisal_notice TO parindex_app;
ALTER TABLE appraisal_notice ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON appraisal_notice FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
