import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailSetting } from '../config.ts';

export interface MailToSend {
  readonly messageId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly date: Date;
}

/**
 * The outcome of a mail: accepted; certainly not accepted; refused for good; or the connection broke after the server may
 * have received all of it.
 */
export type MailOutcome =
  | { readonly outcome: 'taken' }
  | { readonly outcome: 'refused' | 'unknown'; readonly told: string }
  /** `alone`: for the sake of its recipient, so that other mails may well be taken now. */
  | { readonly outcome: 'notTaken'; readonly told: string; readonly alone: boolean };

/** Milliseconds that a mail server may take to answer. */
const PATIENCE = 60_000;

type SmtpError = Error & { readonly code?: string; readonly command?: string; readonly responseCode?: number; readonly response?: string };

const wordsOf = (error: SmtpError) => [error.code, error.response ?? error.message].filter(Boolean).join(' ');

/** Whether the server refused this very mail for good. A refusal of the sender concerns all mails: they wait until it is corrected. */
const isFinal = ({ code, command, responseCode = 0 }: SmtpError) =>
  (code === 'EENVELOPE' || code === 'EMESSAGE') && command !== 'MAIL FROM' && responseCode >= 500;

/** Passes one mail to the mail server, over a connection of its own. */
export async function deliver(setting: MailSetting, mail: MailToSend): Promise<MailOutcome> {
  const { host, port, secure, auth, from } = setting;
  const message = await new MailComposer({
    from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    messageId: `<${mail.messageId}>`,
    date: mail.date,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
  const connection = new SMTPConnection({
    host,
    port,
    secure,
    // No password without TLS, except to this machine itself.
    requireTLS: auth !== undefined && !secure && !['localhost', '127.0.0.1', '::1'].includes(host),
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
  });
  let begun = false;
  try {
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject);
      const said = (error?: Error | null) => (error ? reject(error) : resolve());
      connection.connect((error?: Error | null) => {
        if (error || !auth) return said(error);
        connection.login({ user: auth.user, credentials: auth }, said);
      });
    });
    const bytes = Readable.from(
      (async function* () {
        begun = true;
        yield message;
      })(),
    );
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject);
      connection.send({ from: from.address, to: [mail.to.address] }, bytes, (error?: Error | null) => (error ? reject(error) : resolve()));
    });
    return { outcome: 'taken' };
  } catch (thrown) {
    const error = thrown as SmtpError;
    const told = wordsOf(error);
    if (isFinal(error)) return { outcome: 'refused', told };
    // Without an answer after the content was sent, the outcome is unknown.
    if (begun && error.responseCode === undefined) return { outcome: 'unknown', told };
    return { outcome: 'notTaken', told, alone: error.code === 'EENVELOPE' && error.command !== 'MAIL FROM' };
  } finally {
    connection.on('error', () => {});
    connection.close();
  }
}
