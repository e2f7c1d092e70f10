/** Where tables stand: those of the product, who is asked in surveys, and what they answered (decision 0149). */
export const TABLE_SCHEMAS = ['public', 'respondents', 'answers'] as const;

/** As a list in SQL. */
export const TABLE_SCHEMA_LIST: string = TABLE_SCHEMAS.map((name) => `'${name}'`).join(', ');
