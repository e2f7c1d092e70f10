-- The term of a token is made shorter, never longer, by whoever it is.
CREATE TRIGGER never_prolonged BEFORE UPDATE OF expires_at ON personal_token FOR EACH ROW WHEN (NEW.expires_at > OLD.expires_at) EXECUTE FUNCTION app.refuse_change();
