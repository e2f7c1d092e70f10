import './sheet-bar.css';
import { type ReactNode, useEffect, useRef } from 'react';

interface SheetBarProps {
  /** The whole title, of the page and the window. */
  readonly title: string;
  /** What of it is read but not shown, as the place says it. */
  readonly unseen?: string;
  /** One line on what it is of, and until when. */
  readonly of: ReactNode;
  readonly tabs: ReactNode;
  /** Points, what is saved, acts. */
  readonly acts?: ReactNode;
  /** Whether the heading takes the focus, as it does on every page that has none of its own further down. */
  readonly takesFocus: boolean;
}

/** The head of a sheet and of its documents: one bar that stays in sight. */
export function SheetBar({ title, unseen = '', of, tabs, acts, takesFocus }: SheetBarProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – ParIndex`;
    if (takesFocus && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [title, takesFocus]);
  return (
    <header className="sheet-bar">
      <div className="sheet-bar-name">
        <h1 ref={heading} tabIndex={-1} title={title}>
          {unseen === '' ? null : <span className="unseen">{unseen}</span>}
          {title.slice(unseen.length)}
        </h1>
        <p>{of}</p>
      </div>
      {tabs}
      {acts === undefined ? null : <div className="sheet-bar-acts screen-only">{acts}</div>}
    </header>
  );
}
