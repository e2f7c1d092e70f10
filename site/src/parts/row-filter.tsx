import type { Context } from '../context.ts';

/** A box that narrows a table by name; without script it stays hidden. `of` names the table, `all` counts its rows. */
export function RowFilter({ of, all, context: { texts } }: { of: string; all: number; context: Context }) {
  return (
    <div className="filter" hidden data-filter={of}>
      <label htmlFor="filter">{texts.round.filter}</label>
      <input id="filter" type="search" placeholder={texts.round.filterHint} autoComplete="off" />
      <output data-shown={texts.round.shown('{n}', all)} />
    </div>
  );
}
