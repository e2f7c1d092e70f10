/** The place of the requests on My account. */
export const ABOUT_ME = 'de-nghi';
