import { isMap } from 'yaml';
import type { NameOfDraft } from '../import/read-scheme-tables.ts';
import { type ImportedScheme, withRulesOf } from '../import/scheme-draft.ts';
import { annexOf } from './annex.ts';
import { WrittenScheme, writeText } from './written-scheme.ts';

/** The text of a draft made of a file that carries its document: called as a person says, without the proposals that nobody confirmed, else as it was written. */
export function carriedDraft(text: string, imported: ImportedScheme, confirmed: ReadonlySet<number>, { id, title }: NameOfDraft): string {
  const written = new WrittenScheme(text);
  const { rows } = annexOf(imported.document);
  imported.parts.forEach(({ rule }, at) => {
    if (rule && !confirmed.has(at)) written.mapAt(rows[at]?.keys ?? [])?.delete('rule');
  });
  const { figures } = withRulesOf(imported, confirmed);
  const kept = new Set(Array.isArray(figures) ? figures.map((figure) => (figure as { id?: unknown } | null)?.id) : []);
  const list = written.listAt(['figures']);
  if (list) list.items = list.items.filter((figure) => !isMap(figure) || kept.has(figure.get('id')));
  const document = written.mapAt([]);
  if (document && document.get('id') !== id) writeText(document, ['id'], id);
  if (document && document.getIn(['title', 'vi']) !== title) writeText(document, ['title', 'vi'], title);
  return written.text;
}
