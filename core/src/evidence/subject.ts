/** A subject without the words that only lead to it: "V/v", "Về việc", "về". */
export const withoutLead = (text: string): string => text.replace(/^(?:v ?\/ ?v|về việc|về)(?=[ :.])[ :.]*/iu, '').trim();
