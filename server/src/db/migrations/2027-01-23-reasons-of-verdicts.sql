-- From which reasons whoever appraises in a round chooses: kept by its owner. null: those that the program brings, of rounds made before.
ALTER TABLE round ADD verdict_reasons jsonb;
GRANT INSERT (verdict_reasons), UPDATE (verdict_reasons) ON round TO parindex_app;
