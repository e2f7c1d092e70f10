-- How each item of a body stands in the final result, with what its next points would have wanted (decision 0110); null in a result kept before it was.
ALTER TABLE body_result ADD COLUMN items jsonb;
