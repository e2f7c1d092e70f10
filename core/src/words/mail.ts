import { texts } from './texts.ts';

/** Days after which a mail that has not gone is no news any more: it stays in the mail queue. */
export const NEWS_DAYS = 7;

/** What ends a mail that needs no answer. */
export const SENT_BY_ITSELF = texts({ line: { vi: 'Thư được gửi tự động, không cần trả lời.', en: 'Sent by itself; please do not answer.' } });

export interface MailParts {
  readonly subject: string;
  /** Whom it greets; undefined: nobody by name. */
  readonly name?: string;
  readonly illustrative: boolean;
  /** Lines in Vietnamese, and what they say in English. */
  readonly vi: readonly string[];
  readonly en: readonly string[];
}

/** A mail of the product: Vietnamese, English below; plain text without anything that tells whether it was read. */
export const mailOf = ({ subject, name, illustrative, vi, en }: MailParts): { readonly subject: string; readonly text: string } => ({
  subject: `[ParIndex] ${subject}`,
  text: [
    ...(illustrative ? ['DỮ LIỆU MINH HỌA: con người và số liệu đều không có thật. (Illustrative data.)', ''] : []),
    ...(name === undefined ? [] : [`Kính gửi Ông/Bà ${name},`, '']),
    ...vi,
    '',
    '----',
    ...en,
    '',
  ].join('\n'),
});
