import { Textarea } from '@mantine/core';
import { newErasure } from '@parindex/core/contracts/schemas/erasures';
import { limitsOf } from '../../client/limits.ts';
import { useTexts } from '../../kit/language.tsx';
import { erasureTexts } from './texts/erasures.ts';

interface ReasonInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

/** The reason of an erasure outlives the erased thing, so it must not repeat its content. */
export function ReasonInput({ label, value, onChange }: ReasonInputProps) {
  const { noContent } = useTexts(erasureTexts);
  return (
    <Textarea
      label={label}
      description={noContent}
      required
      {...limitsOf(newErasure).reason}
      autosize
      minRows={2}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
