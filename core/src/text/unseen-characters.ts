/** What is not seen: control characters, marks of direction and width. A break of line and a tab are white space. */
export const UNSEEN = /(?![\n\r\t])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/u;
