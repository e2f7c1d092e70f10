import { endingIn, formatBeginning, formatEnding, momentIn } from '../words/format.ts';
import { useTexts } from '../words/language.tsx';
import { useStepTimes } from '../words/use-step-times.ts';
import { timeInputTexts } from './time-input-texts.ts';
import { WrittenInput } from './written-input.tsx';

interface MomentInputProps {
  readonly label: string;
  /** ISO, with its offset. */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly required?: boolean;
  readonly description?: string;
}

const isSame = (one: string, other: string) => Date.parse(one) === Date.parse(other);

/** From when: a day means its beginning; an hour may stand before it. */
export function OpeningInput(props: MomentInputProps) {
  const texts = useTexts(timeInputTexts);
  return <WrittenInput {...props} hours placeholder={texts.day.example} read={momentIn} write={formatBeginning} fault={() => texts.wrong} isSame={isSame} />;
}

/** Until when, as deadlines are said: a day is taken to its end, so that nobody types the midnight after it; an hour may stand before it. */
export function ClosingInput({ description, ...props }: MomentInputProps) {
  const texts = useTexts(timeInputTexts);
  const { deadline } = useStepTimes();
  const said = props.value === undefined ? texts.closingHow : texts.closingMeans(deadline(props.value));
  return (
    <WrittenInput
      {...props}
      description={description === undefined ? said : `${description} ${said}`}
      hours
      placeholder={texts.day.example}
      read={endingIn}
      write={formatEnding}
      fault={() => texts.wrong}
      isSame={isSame}
    />
  );
}
