import { setNonce } from 'get-nonce';

/** The nonce by which the content policy admits styles generated at runtime. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';

// Dialogs lock scrolling of the page behind them by a style of their own.
setNonce(styleNonce);
