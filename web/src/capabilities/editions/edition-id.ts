/** What an edition's id is made of, as inputs check it. */
export const ID_PATTERN = '[A-Za-z0-9]+([.\\-][A-Za-z0-9]+)*';
