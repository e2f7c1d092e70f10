import type { ReactNode } from 'react';
import { dayIn } from '../words/day.ts';
import { formatDay } from '../words/format.ts';
import { useTexts } from '../words/language.tsx';
import { timeInputTexts } from './time-input-texts.ts';
import { WrittenInput } from './written-input.tsx';

interface DayInputProps {
  readonly label: string;
  readonly description?: ReactNode;
  readonly required?: boolean;
  /** yyyy-mm-dd; undefined if empty or invalid. */
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

const read = (text: string) => {
  const found = dayIn(text);
  return 'day' in found ? found.day : undefined;
};

/** A day, typed. An invalid one blocks the form and says why. */
export function DayInput(props: DayInputProps) {
  const texts = useTexts(timeInputTexts).day;
  const fault = (text: string) => {
    const found = dayIn(text);
    return 'fault' in found ? texts[found.fault] : '';
  };
  return <WrittenInput {...props} placeholder={texts.example} read={read} write={formatDay} fault={fault} />;
}
