import { Children, type ReactNode } from 'react';
import { useTexts } from '../words/language.tsx';
import { shellTexts } from '../words/shell-texts.ts';

/** The pages above the one that is read, from the outermost; nothing where there is none. */
export function Trail({ path }: { path: readonly ReactNode[] }) {
  const { trail } = useTexts(shellTexts);
  if (path.length === 0) return null;
  return (
    <nav aria-label={trail} className="trail screen-only">
      <ol>
        {Children.map(path, (link) => (
          <li>{link}</li>
        ))}
      </ol>
    </nav>
  );
}
