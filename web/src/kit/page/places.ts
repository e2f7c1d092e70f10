/** Places within pages, to which home leads: the requests on My account, and those on the pages of a round and of an edition. */
export const ABOUT_ME = 'de-nghi';
export const REQUESTS_OF_ROUND = 'dong-ky';
export const REQUESTS_OF_EDITION = 'ap-dung';

/** The list of what departments have approved and their body is to review, on the page of a sheet's assignments. */
export const PARTS_TO_REVIEW = 'ra-soat';

/** What is given of one sheet, on the page of all that is given. */
export const partsOfSheet = (round: string, body: string): string => `${round}.${body}`;
