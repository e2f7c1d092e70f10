-- To whom the owner of a round shows its ranking while it runs (decision 0090).
ALTER TABLE round ADD ranking_shown text NOT NULL DEFAULT 'overseers' CHECK (ranking_shown IN ('overseers', 'ownPlace', 'participants'));
GRANT UPDATE (ranking_shown) ON round TO parindex_app;
