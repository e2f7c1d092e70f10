-- A receipt tells what each signature of its report is worth, where it told only that there was one; the function's file makes it anew with another answer.
DROP FUNCTION IF EXISTS app.receipt(text, bytea);
