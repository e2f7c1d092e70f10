import { type AddressInfo, createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface TakenMail {
  readonly to: string;
  readonly messageId: string;
  readonly source: string;
}

export interface MailServer {
  readonly port: number;
  /** All that was taken, in its order. */
  readonly taken: TakenMail[];
  /** Whose mail is read whole and never answered: resolves when it has come. */
  holdMailTo(address: string): Promise<TakenMail>;
  /** Holds nothing any more. */
  answerAll(): void;
  /** Whom this server does not know. */
  unknown: string | undefined;
  stop(): Promise<void>;
}

/** A real SMTP server on this machine, on a port of its own or a given one. */
export async function startMailServer(port = 0): Promise<MailServer> {
  const taken: TakenMail[] = [];
  const held = new Map<string, (mail: TakenMail) => void>();
  let unknown: string | undefined;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, done) => done(address === unknown ? Object.assign(new Error('No such user'), { responseCode: 550 }) : undefined),
    onData: (stream, { envelope }, done) => {
      text(stream).then((source) => {
        const mail = { to: envelope.rcptTo[0]?.address ?? '', messageId: /^Message-ID: (.*)$/im.exec(source)?.[1]?.trim() ?? '', source };
        const hold = held.get(mail.to);
        if (hold) {
          held.delete(mail.to);
          return hold(mail);
        }
        taken.push(mail);
        done();
        // The sender was gone before it had told all.
      }, done);
    },
  });
  server.on('error', () => {});
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return {
    port: server.server.address().port,
    taken,
    holdMailTo: (address) => new Promise((come) => held.set(address, come)),
    answerAll: () => held.clear(),
    get unknown() {
      return unknown;
    },
    set unknown(address) {
      unknown = address;
    },
    stop: () => new Promise((done) => server.close(done)),
  };
}

/** A mail server whose line breaks when it has read the whole of a mail, before it answers. */
export async function startBreakingServer(): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const server = createServer((socket) => {
    let reading = false;
    socket.on('error', () => {});
    socket.write('220 minh-hoa.example ESMTP\r\n');
    socket.on('data', (bytes) => {
      const said = String(bytes);
      if (reading) {
        if (said.endsWith('\r\n.\r\n')) socket.destroy();
        return;
      }
      reading = /^DATA/i.test(said);
      socket.write(reading ? '354 go on\r\n' : '250 ok\r\n');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { port: (server.address() as AddressInfo).port, stop: () => new Promise((done) => server.close(() => done())) };
}

/** The text of a mail, as its reader sees it. */
export function textOfMail({ source }: { readonly source: string }): string {
  const [, body = ''] = /\r\n\r\n([\s\S]*)$/.exec(source) ?? [];
  if (/^Content-Transfer-Encoding: base64/im.test(source)) return Buffer.from(body, 'base64').toString();
  if (!/^Content-Transfer-Encoding: quoted-printable/im.test(source)) return body;
  const bytes = body.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
