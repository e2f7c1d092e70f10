-- Refusals to change what is kept as it was written: functions of triggers.

CREATE OR REPLACE FUNCTION app.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: its rows are kept as they were written', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

-- Of a file of a round nothing changes, but that its bytes are erased, once.
CREATE OR REPLACE FUNCTION app.refuse_change_of_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.erased_at IS NOT NULL OR NEW.erased_at IS NULL OR to_jsonb(OLD) - 'erased_at' <> to_jsonb(NEW) - 'erased_at' THEN
    RAISE EXCEPTION 'file % is kept as it was brought', OLD.id USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- What is adopted never changes; only that it holds no more, and what replaced it, is written beside it, once.
CREATE OR REPLACE FUNCTION app.refuse_change_of_adopted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  beside CONSTANT text[] := ARRAY['version', 'withdrawn_at', 'withdrawal_number', 'withdrawal_date', 'withdrawal_file', 'replaced_by'];
BEGIN
  IF OLD.state = 'adopted' AND (TG_OP = 'DELETE' OR OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL OR to_jsonb(OLD) - beside <> to_jsonb(NEW) - beside) THEN
    RAISE EXCEPTION 'edition % is adopted and cannot change', OLD.id USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
