import { setNonce } from 'get-nonce';

/** The one-time word by which the server's content policy lets styles in that are made while the page runs. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';

// Dialogs hold the page behind them still by a style of their own.
setNonce(styleNonce);
