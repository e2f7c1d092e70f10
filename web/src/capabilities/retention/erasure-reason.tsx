import { newErasure } from '@parindex/core/contracts/schemas/erasures';
import { limitsOf } from '../../client/limits.ts';
import { useTexts } from '../../kit/language.tsx';
import { ReasonInput } from '../../kit/reason-input.tsx';
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
