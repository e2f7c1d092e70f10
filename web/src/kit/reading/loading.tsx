import { useTexts } from '../words/language.tsx';
import { shellTexts } from '../words/shell-texts.ts';

/** Something is on its way; it takes the room of some lines, so that what comes does not push the page about. */
export function Loading({ lines = 4 }: { lines?: number }) {
  const { loading } = useTexts(shellTexts);
  return (
    <div role="status" className="skeleton">
      <span className="unseen">{loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines that say nothing differ by nothing else
        <span key={line} className="skeleton-line" />
      ))}
    </div>
  );
}
