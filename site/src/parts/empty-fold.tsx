import type { Context } from '../context.ts';

/**
 * What is not known, counted; the rows of the table behind it that are `is-empty` show once it is opened. It stands
 * beside the frame of the table, and needs no script. `whole`: there is nothing else in the table, which goes with it.
 */
export function EmptyFold({ text, whole = false, context: { texts } }: { text: string; whole?: boolean; context: Context }) {
  return (
    <details className={whole ? 'fold fold-whole' : 'fold'}>
      <summary>
        {text}: <span className="when-closed">{texts.year.show}</span>
        <span className="when-open">{texts.year.hide}</span>
      </summary>
    </details>
  );
}
