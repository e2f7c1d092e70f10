-- What takes two persons is judged also where it was prepared (decision 0052). What these functions do, their files say.
CREATE FUNCTION app.admit_request() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE FUNCTION app.withdraw_links_of_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE FUNCTION app.refuse_too_few_administrators() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER admitted BEFORE INSERT ON account_request FOR EACH ROW EXECUTE FUNCTION app.admit_request();
CREATE TRIGGER links_withdrawn AFTER INSERT ON account_request FOR EACH ROW EXECUTE FUNCTION app.withdraw_links_of_one();
CREATE TRIGGER enough_administrators AFTER UPDATE OF to_date ON membership FOR EACH ROW EXECUTE FUNCTION app.refuse_too_few_administrators();

-- Whoever serves ends no account, and gives none another id or salt.
REVOKE INSERT, UPDATE ON account FROM parindex_app;
GRANT INSERT (email, name, search_key, created_at), UPDATE (email, name, search_key, version) ON account TO parindex_app;
