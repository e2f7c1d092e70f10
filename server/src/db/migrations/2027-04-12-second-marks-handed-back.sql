-- Whoever cannot mark a drawn item hands it back, and says why; another is drawn for it, who marks it in its place, as blind as the first (decision 0133).
CREATE TABLE second_marking_return (
  drawn_id uuid PRIMARY KEY REFERENCES second_marking_item,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  returned_by uuid NOT NULL REFERENCES account,
  returned_at timestamptz(3) NOT NULL
);
CREATE INDEX second_marking_return_returned_by ON second_marking_return (returned_by);
GRANT SELECT, INSERT ON second_marking_return TO parindex_app;
ALTER TABLE second_marking_return ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON second_marking_return FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

ALTER TABLE second_marking_item DROP CONSTRAINT second_marking_item_draw_id_body_id_item_key;
-- The piece that nobody marked, and this one is marked in its place; null: as it was drawn.
ALTER TABLE second_marking_item ADD COLUMN in_place_of uuid UNIQUE REFERENCES second_marking_item;
CREATE UNIQUE INDEX second_marking_item_drawn ON second_marking_item (draw_id, body_id, item) WHERE in_place_of IS NULL;
