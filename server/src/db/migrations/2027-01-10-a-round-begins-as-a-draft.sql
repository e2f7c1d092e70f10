-- A round that came in open, with a plan that nobody was told the faults of, was no draft first.
DROP TRIGGER made_closed ON round;
CREATE TRIGGER made_open BEFORE INSERT ON round FOR EACH ROW WHEN (NEW.state <> 'draft') EXECUTE FUNCTION app.refuse_closing_alone();
