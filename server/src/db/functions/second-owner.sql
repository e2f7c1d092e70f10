-- Who is the second person of what an owner of a body asks for: of a round (round-requests.sql), of an edition (edition-requests.sql).

-- Another owner of the body who can sign on, and is independent of whoever asked.
CREATE OR REPLACE FUNCTION app.independent_owner(body text, asker uuid, asker_office uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM membership m JOIN account a ON a.id = m.account_id AND a.ended_at IS NULL
    WHERE m.body_id = independent_owner.body AND m.role = 'owner' AND app.runs_on(m.from_date, m.to_date, app.today())
      AND m.account_id <> asker AND app.has_password(m.account_id) AND NOT app.are_dependent(asker, asker_office, m.account_id, m.id))
$$;

-- Why whoever holds a role may not decide by it; null: they may. Another owner of the body; an administrator of the whole installation only where no other owner could.
CREATE OR REPLACE FUNCTION app.why_not_second_of_owner(body text, asker uuid, asker_office uuid, asked_at timestamptz, m membership)
RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT CASE WHEN asker = m.account_id THEN 'otherPerson'
    WHEN NOT ((m.role = 'owner' AND m.body_id = why_not_second_of_owner.body)
      OR (m.role = 'administrator' AND m.body_id IS NULL AND NOT app.independent_owner(why_not_second_of_owner.body, asker, asker_office))) THEN 'otherPerson'
    WHEN EXISTS (SELECT FROM audit u WHERE u.subject = 'installation' AND u.act = 'installation.restore' AND u.at > why_not_second_of_owner.asked_at) THEN 'restored'
    WHEN NOT EXISTS (SELECT FROM membership o JOIN account a ON a.id = o.account_id AND a.ended_at IS NULL
      WHERE o.id = asker_office AND o.account_id = asker AND app.runs_on(o.from_date, o.to_date, app.today())) THEN 'askerEnded'
    WHEN app.are_dependent(asker, asker_office, m.account_id, m.id)
      AND (app.independent_owner(why_not_second_of_owner.body, asker, asker_office) OR app.independent_administrator(asker, asker_office, NULL)) THEN 'dependent' END
$$;
