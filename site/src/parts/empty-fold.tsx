import type { Context } from '../context.ts';

/**
 * What is not known, counted; the rows of the table behind it that are `is-empty` show once it is opened. It stands
 * beside the frame of the table, and needs no script.
 */
export function EmptyFold({ text, context: { texts } }: { text: string; context: Context }) {
  return (
    <details className="fold">
      <summary>
        {text}: <span className="when-closed">{texts.year.show}</span>
        <span className="when-open">{texts.year.hide}</span>
      </summary>
    </details>
  );
}
