import { COMPARISON_WORDS } from '@parindex/core/words/comparison-words';
import { useTexts } from '../../../kit/words/language.tsx';

/** What one edition says, a line each; that it says nothing is said. */
export function SideLines({ lines }: { readonly lines: readonly string[] }) {
  const { nothing } = useTexts(COMPARISON_WORDS);
  return <span style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{lines.length === 0 ? nothing : lines.join('\n')}</span>;
}
