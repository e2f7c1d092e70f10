import { Faults } from '../reading/faults.ts';
import { ROOT } from '../reading/path.ts';
import type { Raw } from '../reading/raw.ts';
import { list, object, oneOf, optional, required, text, textMatching } from '../reading/shape.ts';
import type { Source } from './types.ts';

const HOSTS_FORMAT = 'parindex-source-hosts/1';
const HOST_KINDS = ['official', 'press', 'association'] as const;
const HOST_NAME = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const PROTOCOLS: readonly string[] = ['https:', 'http:'];

interface HostsFile {
  format: typeof HOSTS_FORMAT;
  what?: string;
  hosts: { host: string; kind: (typeof HOST_KINDS)[number]; name: string }[];
}

const shape = object<HostsFile>({
  format: required(oneOf([HOSTS_FORMAT])),
  what: optional(text),
  hosts: required(
    list(object<HostsFile['hosts'][number]>({ host: required(textMatching(HOST_NAME)), kind: required(oneOf(HOST_KINDS)), name: required(text) })),
  ),
});

/** Allowed hosts, each with its publisher's name. */
export type SourceHosts = ReadonlyMap<string, string>;

/** Reads the list of hosts that sources may be linked to. */
export function readSourceHosts(raw: Raw, found = new Faults()): { hosts: SourceHosts; faults?: never } | { hosts?: never; faults: Faults } {
  const faults = new Faults();
  faults.addAll(found);
  const file = shape.read(raw, ROOT, faults);
  return faults.none ? { hosts: new Map((file as HostsFile).hosts.map(({ host, name }) => [host, name])) } : { faults };
}

/**
 * The address to link a source to, or undefined where it is to be shown by its title only: it has no address,
 * or one that is not plainly http or https on exactly an allowed host.
 * @example linkOf({ title: 'minh-hoa.example', url: 'javascript:alert(1)' }, hosts) === undefined
 */
export function linkOf({ url }: Source, allowed: SourceHosts): string | undefined {
  const address = url === undefined ? null : URL.parse(url);
  if (!address || !PROTOCOLS.includes(address.protocol)) return undefined;
  const plain = address.username === '' && address.password === '' && address.port === '';
  return plain && allowed.has(address.hostname) ? address.href : undefined;
}

/** What a source is called: its publisher's name where the host is known, else as the table has it. */
export function sourceTitle({ title, url }: Source, hosts: SourceHosts): string {
  const host = url === undefined ? undefined : URL.parse(url)?.hostname;
  return (host === undefined ? undefined : hosts.get(host)) ?? title;
}
