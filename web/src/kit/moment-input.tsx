import { controlTexts } from './control-texts.ts';
import { formatMoment, momentIn } from './format.ts';
import { useTexts } from './language.tsx';
import { WrittenInput } from './written-input.tsx';

interface MomentInputProps {
  readonly label: string;
  /** ISO, with its offset. */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly required?: boolean;
  readonly description?: string;
}

const HAS_TIME = /\d\s*[:h]\s*\d/;
const read = (text: string) => (HAS_TIME.test(text) ? momentIn(text) : undefined);
const isSame = (one: string, other: string) => Date.parse(one) === Date.parse(other);

/** A moment typed as 17:00 05/02/2026, in Vietnamese time. A day alone is refused, as it could mean its beginning or its end. */
export function MomentInput(props: MomentInputProps) {
  const texts = useTexts(controlTexts);
  const fault = (text: string) => (!HAS_TIME.test(text) && momentIn(text) !== undefined ? texts.momentNoTime : texts.momentWrong);
  return <WrittenInput {...props} placeholder={texts.momentHint} read={read} write={formatMoment} fault={fault} isSame={isSame} />;
}
