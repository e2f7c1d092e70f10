const OWN_NAMES = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/** Whether a request is sent to one of this machine's own host names, which no other machine reaches. */
export const isToOwnName = (host: string | undefined): boolean => OWN_NAMES.test(host ?? '');
