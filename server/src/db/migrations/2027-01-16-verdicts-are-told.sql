-- Words of an entry go with its stage: those of a verdict are told when it is (decision 0098).
ALTER TABLE payload ADD stage text CHECK (stage IN ('claimed', 'appraised', 'second', 'council'));
UPDATE payload l SET stage = n.stage FROM entry n WHERE n.payload_id = l.id AND n.stage <> 'claimed';
