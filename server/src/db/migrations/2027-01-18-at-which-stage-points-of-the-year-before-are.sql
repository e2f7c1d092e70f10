-- The stage of the year before's points: a ranking names it beside them (decision 0090). Unknown of what was filled in before.
ALTER TABLE baseline ADD stage text CHECK (stage IN ('claimed', 'appraised', 'second', 'council'));
