import type { FileKind } from '@parindex/core/evidence/file-codes';
import type { Archive } from './archive-guard.ts';
import { countedFinding } from './findings.ts';
import type { Finding } from './inspection.ts';
import { contentTypes, type Relationship, readRelationships } from './opc.ts';
import { FileRefused } from './refused.ts';
import { attribute, readXml } from './xml.ts';

const baseName = (name: string) => name.slice(name.lastIndexOf('/') + 1);

/** The findings of an Office file; throws FileRefused for macros or a password. */
export async function officeFindings(archive: Archive, kind: FileKind): Promise<Finding[]> {
  return kind.startsWith('od') ? openDocumentFindings(archive) : packageFindings(archive);
}

async function packageFindings(archive: Archive): Promise<Finding[]> {
  const { names } = archive;
  const types = await contentTypes(archive);
  const macro = names.find((name) => /(^|\/)(vbaProject\w*\.bin|vbaData\.xml)$|^xl\/(macrosheets|dialogsheets)\//i.test(name));
  const macroType = types?.all.find((type) => /macroEnabled|vbaProject|ms-excel\.(macrosheet|intlmacrosheet)/i.test(type));
  if (macro !== undefined || macroType !== undefined) throw new FileRefused('macros', { part: macro ?? macroType ?? '' });

  const relationships = await allRelationships(archive);
  const external = relationships.filter((each) => each.external);
  const outside = external.filter(({ type }) => type !== 'hyperlink');
  const commands = await fieldCommands(archive);
  return [
    ...countedFinding(
      'hyperlinks',
      external.filter(({ type }) => type === 'hyperlink').map(() => ''),
    ),
    ...countedFinding('externalContent', [
      ...outside.map(({ type, target }) => `${type}: ${target}`),
      ...names.filter((name) => /^xl\/connections\.xml$/i.test(name)),
    ]),
    ...countedFinding('embeddedObject', names.filter((name) => /(^|\/)embeddings\/[^/]+$/i.test(name)).map(baseName)),
    ...countedFinding('activeControl', names.filter((name) => /(^|\/)activeX\/[^/]+\.(bin|xml)$/i.test(name)).map(baseName)),
    ...countedFinding('fieldCommand', commands),
    ...countedFinding(
      'signed',
      names.filter((name) => /^_xmlsignatures\/[^/]+\.xml$/i.test(name)).map(() => ''),
    ),
  ];
}

async function allRelationships(archive: Archive): Promise<Relationship[]> {
  const found: Relationship[] = [];
  for (const name of archive.names.filter((each) => /(^|\/)_rels\/[^/]*\.rels$/i.test(each))) found.push(...(await readRelationships(archive, name)));
  return found;
}

/** Parts of a document that contain fields, and workbook links that call programs. */
const FIELD_PARTS = /^word\/(document\d*|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/i;
const LINK_PARTS = /^xl\/externalLinks\/[^/]+\.xml$/i;
const COMMAND = /^\s*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE)\b/i;

async function fieldCommands(archive: Archive): Promise<string[]> {
  const found: string[] = [];
  for (const name of archive.names) {
    const stream = FIELD_PARTS.test(name) || LINK_PARTS.test(name) ? await archive.open(name) : undefined;
    if (!stream) continue;
    const fields = new FieldReader();
    await readXml(stream, fields);
    found.push(...fields.commands);
  }
  return found;
}

/** Collects field instructions, which may be scattered over many runs, and DDE links of a workbook. */
class FieldReader {
  readonly commands: string[] = [];
  #instruction = '';
  #inInstruction = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'instrText') this.#inInstruction = true;
    else if (name === 'fldSimple') this.#judge(attribute(attributes, 'instr') ?? '');
    else if (name === 'fldChar') {
      this.#judge(this.#instruction);
      this.#instruction = '';
    } else if (name === 'ddeLink') this.commands.push(`DDE: ${attribute(attributes, 'ddeService') ?? ''}`);
  }

  close(name: string): void {
    if (name === 'instrText') this.#inInstruction = false;
  }

  text(text: string): void {
    if (this.#inInstruction && this.#instruction.length < 1_000) this.#instruction += text;
  }

  #judge(instruction: string): void {
    const command = COMMAND.exec(instruction)?.[1];
    if (command !== undefined) this.commands.push(command.toUpperCase());
  }
}

async function openDocumentFindings(archive: Archive): Promise<Finding[]> {
  const { names } = archive;
  // The office program itself writes empty libraries.
  const script = names.find((name) => /^(Basic|Scripts|Dialogs)\//i.test(name) && !/\/(script|dialog)-l[bc]\.xml$/i.test(name));
  if (script !== undefined) throw new FileRefused('macros', { part: script });
  const manifest = (await archive.readSmall('META-INF/manifest.xml')) ?? '';
  let encrypted = false;
  await readXml(manifest === '' ? '<none/>' : manifest.replace(/<!DOCTYPE manifest:manifest[^>[\]]*>/, ''), {
    open(name) {
      encrypted ||= name === 'encryption-data';
    },
  });
  if (encrypted) throw new FileRefused('passwordNeeded', { part: 'META-INF/manifest.xml' });

  const links: string[] = [];
  const outside: string[] = [];
  const commands: string[] = [];
  const stream = await archive.open('content.xml');
  if (!stream) throw new FileRefused('malformed', { reason: 'content.xml' });
  await readXml(stream, {
    open(name, attributes) {
      if (name === 'dde-source' || name === 'dde-connection-decl') commands.push('DDE');
      const address = attribute(attributes, 'href');
      // Event listeners of a presentation turn slides; those of a script name a language.
      if ((name === 'event-listener' && attribute(attributes, 'language') !== undefined) || address?.startsWith('vnd.sun.star.script:'))
        throw new FileRefused('macros', { part: 'content.xml' });
      if (address === undefined || !/^([a-z][a-z0-9+.-]*:|\/|\.\.\/)/i.test(address)) return;
      if (name === 'a') links.push('');
      else outside.push(`${name}: ${address}`);
    },
  });
  return [
    ...countedFinding('hyperlinks', links),
    ...countedFinding('externalContent', outside),
    ...countedFinding(
      'embeddedObject',
      names.filter((name) => /^Object[^/]*(\/content\.xml)?$/i.test(name)),
    ),
    ...countedFinding('fieldCommand', commands),
    ...countedFinding(
      'signed',
      names.filter((name) => /^META-INF\/documentsignatures\.xml$/i.test(name)).map(() => ''),
    ),
  ];
}
