-- A verdict that moves an item by more points than this waits for a second person; null: one decides.
ALTER TABLE round ADD second_person_over text CHECK (second_person_over ~ '^[0-9]{1,4}(\.[0-9]{1,4})?$');
GRANT INSERT (second_person_over), UPDATE (second_person_over) ON round TO parindex_app;
-- Verdicts that wait are few, and asked for with every queue.
CREATE INDEX entry_proposed_verdict ON entry (round_id, body_id) WHERE stage <> 'claimed' AND standing = 'proposed' AND act = 'appraise';
