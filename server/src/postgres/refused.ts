/** The embedded PostgreSQL cannot be had here; the message says why and what to do, in Vietnamese with English in brackets. */
export class EmbeddedRefused extends Error {
  constructor(vietnamese: string, english: string, details = '') {
    super(`${vietnamese}\n(${english})${details === '' ? '' : `\n${details}`}`);
    this.name = 'EmbeddedRefused';
  }
}
