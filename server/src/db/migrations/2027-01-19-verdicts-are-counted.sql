-- How many verdicts stand in a sheet is asked with every board.
CREATE INDEX entry_verdict ON entry (round_id, body_id) WHERE stage <> 'claimed';
