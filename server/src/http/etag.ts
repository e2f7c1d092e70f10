/** The version of what is answered, as a header. */
export const etag = (version: number): Record<string, string> => ({ etag: `"${version}"` });
