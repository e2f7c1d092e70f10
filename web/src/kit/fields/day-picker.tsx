import { Button, Group, Popover, Stack, TextInput } from '@mantine/core';
import { Calendar } from '@mantine/dates';
import { readDaysOff } from '@parindex/core/contracts/calendar';
import { useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { useEffect, useRef, useState } from 'react';
import '@mantine/dates/styles.css';
import './day-picker.css';
import 'dayjs/locale/vi';
import { call } from '../../client/call.ts';
import { today } from '../words/day.ts';
import { formatWeekday } from '../words/format.ts';
import { useLanguage, useTexts } from '../words/language.tsx';
import { timeInputTexts } from './time-input-texts.ts';

interface DayPickerProps {
  /** What it is called by screen readers. */
  readonly label: string;
  /** yyyy-mm-dd. */
  readonly day: string | undefined;
  /** 17:00; undefined where the day's beginning or end is meant. */
  readonly hour: string | undefined;
  /** Whether an hour is asked for as well. */
  readonly hours: boolean;
  readonly onDay: (day: string) => void;
  readonly onHour: (hour: string | undefined) => void;
  readonly onDone: () => void;
  /** Somebody pressed beside it. */
  readonly onDismiss: () => void;
}

/** Of Mantine's dialogs: Escape closes what was opened last, and not the dialog behind it. */
const KEEPS_ESCAPE = { 'data-mantine-stop-propagation': true };

/** 8:00, 08h00 or 8 as 08:00. */
function hourIn(text: string): string | undefined {
  const [, hour, minute = '00'] = /^\s*([01]?\d|2[0-3])(?:\s*(?:[:h]|giờ)\s*([0-5]\d)?)?\s*$/.exec(text) ?? [];
  return hour === undefined ? undefined : `${hour.padStart(2, '0')}:${minute}`;
}

/** What opens at a field in which a day is written. */
export function DayPicker({ label, onDismiss, ...month }: DayPickerProps) {
  return (
    <Popover
      opened
      onDismiss={onDismiss}
      onClose={month.onDone}
      trapFocus
      position="bottom-end"
      shadow="md"
      withRoles={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <span className="day-picker-place" />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={label}>
        <Month {...month} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** A month to pick a day from; the arrow keys walk in it. Days off are marked, as periods are counted by them. */
function Month({ day, hour, hours, onDay, onHour, onDone }: Omit<DayPickerProps, 'label' | 'onDismiss'>) {
  const { language } = useLanguage();
  const texts = useTexts(timeInputTexts).picker;
  const [shown, setShown] = useState(day ?? today());
  const year = Number(shown.slice(0, 4));
  // As the calendar's own page asks for them: what is there already is not asked for again.
  const { data } = useQuery({ queryKey: ['days-off', year], queryFn: () => call(readDaysOff, { query: { year } }) });
  const markOf = (date: string) => data?.days.find((one) => one.date === date);
  // It comes after what holds it has looked for where the keyboard begins.
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);
  return (
    <Stack gap="sm" className="day-picker" ref={place}>
      <Calendar
        date={shown}
        onDateChange={setShown}
        locale={language}
        firstDayOfWeek={1}
        hideOutsideDates
        monthLabelFormat={texts.month}
        monthsListFormat={texts.monthInList}
        ariaLabels={texts.steps}
        getDayAriaLabel={(date) =>
          [formatWeekday(date, language), dayjs(date).locale(language).format(texts.day), markOf(date)?.name].filter(Boolean).join(', ')
        }
        getDayProps={(date) => {
          const mark = markOf(date);
          return {
            ...KEEPS_ESCAPE,
            selected: date === day,
            ...(date === today() ? { 'aria-current': 'date' as const } : {}),
            ...(mark ? { title: mark.name, 'data-kind': mark.kind } : {}),
            onClick: () => onDay(date),
            // Where the field begins is where the keyboard begins.
            ...(date === (day ?? today()) && !hours ? { 'data-autofocus': true } : {}),
          };
        }}
      />
      <Group gap="xs" align="flex-end" justify="space-between">
        {hours ? <HourInput hour={hour} onHour={onHour} onDone={onDone} /> : null}
        <Button variant="subtle" size="compact-sm" {...KEEPS_ESCAPE} onClick={() => onDay(today())}>
          {texts.today}
        </Button>
      </Group>
    </Stack>
  );
}

function HourInput({ hour, onHour, onDone }: Pick<DayPickerProps, 'hour' | 'onHour' | 'onDone'>) {
  const texts = useTexts(timeInputTexts).picker;
  const [text, setText] = useState(hour ?? '');
  return (
    <TextInput
      {...KEEPS_ESCAPE}
      data-autofocus
      label={texts.hour}
      placeholder="17:00"
      size="xs"
      w="7rem"
      autoComplete="off"
      value={text}
      error={text.trim() !== '' && hourIn(text) === undefined ? texts.wrongHour : null}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        if (currentTarget.value.trim() === '' || hourIn(currentTarget.value) !== undefined) onHour(hourIn(currentTarget.value));
      }}
      onKeyDown={({ key }) => {
        if (key === 'Enter') onDone();
      }}
    />
  );
}
