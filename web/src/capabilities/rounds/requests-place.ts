/** The place of the requests on the page of a round. */
export const REQUESTS_OF_ROUND = 'dong-ky';
