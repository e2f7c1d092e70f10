import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { useTexts } from '../../kit/words/language.tsx';

export type MarkKind = 'done' | 'open' | 'none' | 'claimed' | 'attention';

const SHAPES: Readonly<Record<MarkKind, string>> = {
  done: 'M3 8.5l3.2 3.2L13 5',
  open: 'M8 3a5 5 0 1 0 .01 0z',
  none: 'M3 8h10',
  claimed: 'M3 8h3M7 8h2M10 8h3',
  attention: 'M8 3v6.5M8 12.2v.8',
};

/** An item's progress, by shape and in words: never by colour alone. */
export function Mark({ kind }: { kind: MarkKind }) {
  const texts = useTexts(sheetTexts);
  const name = {
    done: texts.state.scored,
    open: texts.state.notAnswered,
    none: texts.state.notApplicable,
    claimed: texts.claim.claimed,
    attention: texts.fault,
  }[kind];
  return (
    <svg
      className="mark"
      data-kind={kind}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      role="img"
      aria-label={name}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
    >
      <title>{name}</title>
      <path d={SHAPES[kind]} />
    </svg>
  );
}
