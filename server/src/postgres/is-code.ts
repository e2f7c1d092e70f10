/** Whether an error of the system (or of PostgreSQL) carries this code. */
export const isCode = (error: unknown, ...codes: readonly string[]): boolean => error instanceof Error && 'code' in error && codes.includes(String(error.code));
