import { displayDecimal } from '@parindex/core';
import type { PublishedFigure } from '@parindex/core/published/index';
import type { Context } from '../context.ts';

/** That sources disagree, and what the other one prints. */
export const conflictText = (rival: string | undefined, { texts, language }: Context): string =>
  rival === undefined ? texts.history.conflict : `${texts.history.conflict}: ${displayDecimal(rival, language)}`;

const Sign = ({ sign, text, conflict }: { sign: string; text: string; conflict?: boolean }) => (
  <abbr className={conflict ? 'mark-sign mark-conflict' : 'mark-sign'} title={text}>
    {sign}
    <span className="unseen"> {text}</span>
  </abbr>
);

/** Signs behind a figure: sources disagree, or it was reckoned from others. */
export function FigureMarks({
  figure,
  conflict,
  context,
}: {
  figure: { readonly status: PublishedFigure['status']; readonly rival?: string | undefined };
  conflict: boolean;
  context: Context;
}) {
  return (
    <>
      {conflict && <Sign sign="≠" text={conflictText(figure.rival, context)} conflict />}
      {figure.status === 'derived' && <Sign sign="≈" text={context.texts.history.derivedFigure} />}
    </>
  );
}

/** The same signs where only text can stand. */
export const figureSigns = (figure: { readonly status: PublishedFigure['status'] }, conflict: boolean): string =>
  (conflict ? ' ≠' : '') + (figure.status === 'derived' ? ' ≈' : '');

/** The sign behind a rank that was reckoned and not printed. */
export const RankMark = ({ context }: { context: Context }) => <Sign sign="†" text={context.texts.history.derivedRank} />;

/** What the signs mean. */
export function MarksLegend({ context: { texts } }: { context: Context }) {
  return (
    <ul className="legend">
      <li>
        <span className="mark-sign">†</span> {texts.history.derivedRank}
      </li>
      <li>
        <span className="mark-sign">≈</span> {texts.history.derivedFigure}
      </li>
      <li>
        <span className="mark-sign mark-conflict">≠</span> {texts.history.conflict}
      </li>
    </ul>
  );
}
