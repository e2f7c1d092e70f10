-- What a task is to give: a document, a figure, a service. Tasks set before say none.
ALTER TABLE improvement_task ADD COLUMN product text CHECK (length(product) BETWEEN 1 AND 2000);
GRANT UPDATE (product) ON improvement_task TO parindex_app;
