-- How far a removal went that was carried out: the library of the body it was asked of, the rounds that whoever decided runs, or all that hold the same
-- bytes. Absent of one of before: all.
ALTER TABLE erasure ADD COLUMN reach text CHECK (reach IN ('body', 'rounds', 'all'));
ALTER TABLE erasure ADD CHECK (reach IS NULL OR (kind = 'removal' AND decision = 'carriedOut'));
