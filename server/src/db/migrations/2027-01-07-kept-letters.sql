-- A letter of urging is kept as it was made, byte for byte; the one that was issued is filed among the documents of the round.
ALTER TABLE round_file
  -- Of a letter of urging that was made here: to which bodies; null: brought from outside.
  ADD COLUMN urged text[] CHECK (cardinality(urged) > 0);
ALTER TABLE round_document DROP CONSTRAINT round_document_kind_check;
ALTER TABLE round_document ADD CONSTRAINT round_document_kind_check CHECK (kind IN ('plan', 'guidance', 'decision', 'urging'));
