-- Answers are told group by group, body by body, in the order of their ids.
DROP INDEX answers.closed_response_round;
CREATE INDEX closed_response_round ON answers.closed_response (round_id, group_id, body_id, id);
