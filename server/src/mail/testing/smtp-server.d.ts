/** What is used of it; it comes without types. */
declare module 'smtp-server' {
  import type { AddressInfo } from 'node:net';
  import type { Readable } from 'node:stream';

  interface Session {
    readonly envelope: { readonly rcptTo: readonly { readonly address: string }[] };
  }

  interface Options {
    readonly disabledCommands?: readonly string[];
    readonly logger?: boolean;
    onRcptTo?(address: { readonly address: string }, session: Session, done: (error?: Error & { responseCode?: number }) => void): void;
    onData(stream: Readable, session: Session, done: (error?: Error & { responseCode?: number }) => void): void;
  }

  export class SMTPServer {
    constructor(options: Options);
    readonly server: { address(): AddressInfo };
    listen(port: number, host: string, done: () => void): void;
    close(done: () => void): void;
    on(event: 'error', listener: (error: Error) => void): void;
  }
}
