import path from 'node:path';
import type { Archive } from './archive-guard.ts';
import { TEXT_LIMITS } from './pages.ts';
import { FileRefused } from './refused.ts';
import { attribute, readXml } from './xml.ts';

/** An entry of a `.rels` part: what a part of an Office file refers to. */
export interface Relationship {
  readonly id: string;
  /** The last part of its type: "hyperlink", "image", "attachedTemplate", … */
  readonly type: string;
  /** A part's name from the root of the package, or an address where external. */
  readonly target: string;
  readonly external: boolean;
}

/** Content types of an OOXML package, by part and by extension. */
export interface ContentTypes {
  of(part: string): string | undefined;
  readonly all: readonly string[];
}

/** Reads `[Content_Types].xml`; undefined if it is missing, so it is not an Office file. */
export async function contentTypes(archive: Archive): Promise<ContentTypes | undefined> {
  const source = await archive.readSmall('[Content_Types].xml');
  if (source === undefined) return undefined;
  const overrides = new Map<string, string>();
  const defaults = new Map<string, string>();
  await readXml(source, {
    open(name, attributes) {
      const type = attribute(attributes, 'ContentType') ?? '';
      if (name === 'Override') overrides.set((attribute(attributes, 'PartName') ?? '').replace(/^\//, '').toLowerCase(), type);
      if (name === 'Default') defaults.set((attribute(attributes, 'Extension') ?? '').toLowerCase(), type);
    },
  });
  return {
    of: (part) => overrides.get(part.toLowerCase()) ?? defaults.get(path.posix.extname(part).slice(1).toLowerCase()),
    all: [...overrides.values(), ...defaults.values()],
  };
}

/** The path of a part's relationships; the package's own for ''. */
const relationshipsPart = (part: string): string => path.posix.join(path.posix.dirname(part), '_rels', `${path.posix.basename(part)}.rels`);

/** The relationships of a part, or of the package for ''; empty if it has none. */
export async function relationshipsOf(archive: Archive, part: string): Promise<Relationship[]> {
  return readRelationships(archive, relationshipsPart(part));
}

/** The relationships in a `.rels` part, with targets resolved from the root. */
export async function readRelationships(archive: Archive, relsPart: string): Promise<Relationship[]> {
  const source = await archive.readSmall(relsPart);
  if (source === undefined) return [];
  const base = path.posix.dirname(path.posix.dirname(relsPart));
  const found: Relationship[] = [];
  await readXml(source, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const target = attribute(attributes, 'Target') ?? '';
      const external = attribute(attributes, 'TargetMode') === 'External';
      found.push({
        id: attribute(attributes, 'Id') ?? '',
        type: (attribute(attributes, 'Type') ?? '').replace(/^.*\//, ''),
        target: external ? target : target.startsWith('/') ? target.slice(1) : path.posix.join(base, target),
        external,
      });
    },
  });
  return found;
}

/** The main part: the document, workbook or presentation. */
export async function mainPart(archive: Archive): Promise<string | undefined> {
  return (await relationshipsOf(archive, '')).find(({ type, external }) => type === 'officeDocument' && !external)?.target;
}

/** Limits the number of sheets or slides. A part listed repeatedly would be read each time; no office program writes that. */
export function refuseRepeated(parts: readonly string[]): void {
  if (parts.length > TEXT_LIMITS.pages) throw new FileRefused('tooManyPages', { found: String(parts.length), limit: String(TEXT_LIMITS.pages) });
  const known = parts.filter((part) => part !== '').map((part) => part.toLowerCase());
  if (new Set(known).size < known.length) throw new FileRefused('tooComplex', { reason: 'a page listed twice' });
}
