import { Select } from '@mantine/core';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import type { BodyAppraisal } from './queries/appraisal.ts';
import { verdictTexts } from './texts/verdict.ts';

interface VerdictReasonProps {
  readonly reasons: BodyAppraisal['reasons'];
  readonly code: string | null;
  readonly onCode: (code: string | null) => void;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Whether what is missing is told. */
  readonly told: boolean;
  /** Who reads the words; the body, where nothing else is said. */
  readonly hint?: string | undefined;
}

/** Why a verdict is other than what was claimed: one of the reasons that the round offers, and in words. */
export function VerdictReason({ reasons, code, onCode, text, onText, told, hint }: VerdictReasonProps) {
  const texts = useTexts(verdictTexts);
  return (
    <>
      <Select
        label={texts.reason}
        placeholder={texts.chooseReason}
        required
        data={reasons.map(({ code: value, name: label }) => ({ value, label }))}
        value={code}
        onChange={onCode}
        error={told && code === null ? texts.chooseReason : null}
      />
      <ReasonInput label={texts.text} description={hint ?? texts.textHint} maxLength={2_000} value={text} onChange={onText} />
    </>
  );
}
