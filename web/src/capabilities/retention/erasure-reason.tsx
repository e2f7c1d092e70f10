import { newErasure } from '@parindex/core/contracts/schemas/erasures';
import { limitsOf } from '../../client/limits.ts';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { erasureTexts } from './texts/erasures.ts';

interface ErasureReasonProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

/** The reason of an erasure outlives the erased thing, so it must not repeat its content. */
export function ErasureReason(props: ErasureReasonProps) {
  const { noContent } = useTexts(erasureTexts);
  return <ReasonInput description={noContent} {...limitsOf(newErasure).reason} {...props} />;
}
