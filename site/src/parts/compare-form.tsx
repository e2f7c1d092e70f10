import type { ReactNode } from 'react';
import type { Context } from '../context.ts';

interface Props {
  readonly context: Context;
  /** The round in which they are compared; none: by the years published. */
  readonly round?: string;
  readonly children: ReactNode;
}

/** A form around a table with boxes: what is chosen becomes the address of the comparison. */
export function CompareForm({ context, round, children }: Props) {
  const { texts } = context;
  return (
    <form className="compare-form" action={context.href({ page: 'compareBodies' })}>
      {round !== undefined && <input type="hidden" name="ky" value={round} />}
      {children}
      <p className="compare-act">
        <button className="act" type="submit">
          {texts.year.compare}
        </button>
        <span className="quiet">{texts.year.compareHint}</span>
      </p>
    </form>
  );
}

/** The box by which a row's body is chosen. */
export const ChooseBox = ({ id, name, context: { texts } }: { id: string; name: string; context: Context }) => (
  <input className="choose" type="checkbox" name="co-quan" value={id} aria-label={texts.year.choose(name)} />
);
