-- Bodies are found by the abbreviations that people type (core/src/bodies/search-key.ts): of the whole name, of the name without its kind, of both apart.
UPDATE body_name SET search_key = search_key || (
  SELECT coalesce(string_agg('=' || abbreviation || '|', '' ORDER BY position), '') FROM (
    SELECT abbreviation, min(position) AS position FROM (
      SELECT key[1] AS whole, key[cardinality(key)] AS own FROM (SELECT string_to_array(trim(BOTH '|' FROM search_key), '|') AS key) parts) names,
      LATERAL (VALUES (1, regexp_replace(whole, '(\S)\S*\s*', '\1', 'g')), (2, regexp_replace(own, '(\S)\S*\s*', '\1', 'g')),
        (3, CASE WHEN whole LIKE '% ' || own THEN regexp_replace(left(whole, -length(own) - 1), '(\S)\S*\s*', '\1', 'g') || ' ' || regexp_replace(own, '(\S)\S*\s*', '\1', 'g') END)) AS made (position, abbreviation)
    WHERE length(abbreviation) > 1 GROUP BY abbreviation) each_once)
WHERE search_key NOT LIKE '%|=%';
