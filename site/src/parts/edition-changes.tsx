import { displayDate } from '@parindex/core';
import { changesWithin, type EditionChange, type Level } from '@parindex/core/published/index';
import type { Context } from '../context.ts';

/** That another edition holds from a year on, in words. */
const editionText = ({ year, decision, on }: EditionChange, { texts }: Context): string => texts.history.edition(year, decision, displayDate(on));

/** Where the years that are shown go over to another edition of the scheme; nothing where they do not. */
export function EditionChanges({ level, years, context }: { level: Level; years: readonly number[]; context: Context }) {
  const changes = changesWithin(context.data.editions, level, years);
  if (changes.length === 0) return null;
  const first = changes.at(-1)?.year ?? 0;
  return (
    <ul className="note edition-changes">
      {changes.map((change) => (
        <li key={change.year}>{editionText(change, context)}</li>
      ))}
      {years.filter((year) => year < first).length > 1 && <li>{context.texts.history.editionsBefore(first)}</li>}
    </ul>
  );
}

/** A line between the rows of two years, where another edition begins with the later one. */
export function EditionRow({ level, year, columns, context }: { level: Level; year: number; columns: number; context: Context }) {
  return changesWithin(context.data.editions, level, [year - 1, year]).map((change) => (
    <tr key={`edition ${change.year}`} className="edition-row">
      <td colSpan={columns}>{editionText(change, context)}</td>
    </tr>
  ));
}
