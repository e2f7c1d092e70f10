-- What these columns hold the code has always known; now the database says it too, and types are made from that.
ALTER TABLE cell
  ADD CHECK (stage IN ('claimed', 'appraised', 'second', 'council')),
  ADD CHECK (target_kind IN ('item', 'figure'));
ALTER TABLE part ADD CHECK (target_kind IN ('item', 'figure'));
ALTER TABLE comment ADD CHECK (kind IN ('internal', 'shared'));
