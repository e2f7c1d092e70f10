-- Whether an office of the asker's appraises an item of a round: named at the item; or, where nobody is, at its domain. A figure counts in several items, which the
-- program knows by the scheme's formulas: here it is enough to appraise anything in the round.
CREATE OR REPLACE FUNCTION app.appraises_target(round text, edition text, kind text, target text, office uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.own_office(appraises_target.office) o JOIN domain_owner d ON d.round_id = appraises_target.round AND d.body_id = o.body_id
    WHERE o.role = 'appraiser' AND (appraises_target.kind = 'figure' OR d.item = appraises_target.target
      OR (d.item = '' AND NOT EXISTS (SELECT FROM domain_owner i WHERE i.round_id = appraises_target.round AND i.item = appraises_target.target)
        AND d.domain = (SELECT jsonb_path_query_first(e.scheme::jsonb, '$.domains[*] ? (@.criteria[*].code == $item || @.criteria[*].subCriteria[*].code == $item).code',
          jsonb_build_object('item', appraises_target.target)) #>> '{}' FROM edition e WHERE e.id = appraises_target.edition))))
$$;

GRANT EXECUTE ON FUNCTION app.appraises_target TO parindex_app;
