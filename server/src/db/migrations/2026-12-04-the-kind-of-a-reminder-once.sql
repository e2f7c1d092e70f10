-- What a reminder told says of what kind it is: the column that repeated it was read by nobody.
ALTER TABLE reminder DROP COLUMN kind;
