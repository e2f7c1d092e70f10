import { Button, Group, Modal, Radio, Stack, Text, Textarea } from '@mantine/core';
import type { FormField } from '@parindex/core/rules/answer-form';
import { itemsOfDomains } from '@parindex/core/scheme/types';
import type { Language } from '@parindex/core/words/index';
import { useDeferredValue, useMemo, useState } from 'react';
import { useReturnToOpener } from '../../kit/acts/return-to-opener.ts';
import { Table } from '../../kit/lists/table.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { useFieldName } from './item-form.tsx';
import { type PastedLine, readPasted, tableToFill } from './pasted.ts';
import { useSheet } from './sheet-at-work.tsx';
import { listTexts } from './texts/sheet-list.ts';

/** Pastes values from a spreadsheet, shown line by line before anything is entered. */
export function Paste({ onClose }: { onClose: () => void }) {
  const texts = useTexts(listTexts);
  const controls = useTexts(controlTexts);
  const { language } = useLanguage();
  useReturnToOpener();
  const { shown, record, mayEnter } = useSheet();
  const name = useFieldName();
  const [text, setText] = useState('');
  const [notation, setNotation] = useState<Language | undefined>(undefined);
  const [entered, setEntered] = useState(0);
  const seen = useDeferredValue(text);
  const lines = useMemo(() => readPasted(seen, shown, mayEnter, name, language, notation), [seen, shown, mayEnter, language, notation]);
  const changes = lines.filter(({ outcome }) => outcome.kind === 'change');
  const questions = lines.some(({ outcome }) => outcome.kind === 'question') || notation !== undefined;
  const copy = () => {
    const codes = itemsOfDomains(shown.rules.scheme.domains).map(({ code }) => code);
    void navigator.clipboard.writeText(tableToFill(shown, codes, name, language));
  };
  const enter = () => {
    for (const { field, outcome } of changes) if (field && outcome.kind === 'change') record(field.target, field.field, { [field.field]: outcome.value });
    // What could not be entered stays before whoever pasted it.
    const left = lines.filter(({ outcome }) => outcome.kind !== 'change' && outcome.kind !== 'same');
    if (left.length === 0) return onClose();
    const pasted = text.split(/\r?\n/);
    setText(left.map(({ number }) => pasted[number - 1]).join('\n'));
    setEntered(changes.length);
  };
  return (
    <Modal opened onClose={onClose} title={texts.paste} size="xl" closeButtonProps={{ 'aria-label': controls.close }}>
      <Stack>
        <Text size="sm">{texts.pasteLead}</Text>
        <Button variant="default" size="compact-sm" w="fit-content" onClick={copy}>
          {texts.copyTable}
        </Button>
        <Textarea
          label={texts.pasteHere}
          description={texts.pasteForm}
          rows={4}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          data-autofocus
        />
        {questions ? (
          <Radio.Group label={texts.notation} value={notation ?? ''} onChange={(chosen) => setNotation(chosen as Language)}>
            <Group mt={4}>
              <Radio value="vi" label={texts.notations.separator} />
              <Radio value="en" label={texts.notations.decimalMark} />
            </Group>
          </Radio.Group>
        ) : null}
        {entered > 0 ? <Notice kind="warning">{texts.leftOver(entered)}</Notice> : null}
        {lines.length === 0 ? null : <Preview lines={lines} name={name} />}
        <Group>
          <Button disabled={changes.length === 0} onClick={enter}>
            {texts.enter(changes.length)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {controls.cancel}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Preview({ lines, name }: { lines: readonly PastedLine[]; name: (field: FormField) => string }) {
  const texts = useTexts(listTexts);
  const said = ({ outcome, becomes }: PastedLine) =>
    outcome.kind === 'fault' ? outcome.faults.join(' ') : `${texts.outcome[outcome.kind]}${becomes === '' ? '' : `: ${becomes}`}`;
  return (
    <Table
      caption={texts.preview}
      dense
      rows={lines}
      keyOf={({ number }) => String(number)}
      columns={[
        { key: 'line', title: texts.line, align: 'right', cell: ({ number }) => number },
        { key: 'field', title: texts.field, names: true, cell: ({ field, cells }) => (field ? `${cells[0]} ${name(field)}` : cells.join(' | ')) },
        { key: 'before', title: texts.before, cell: ({ before }) => before },
        { key: 'typed', title: texts.pasted, cell: ({ typed }) => typed },
        { key: 'outcome', title: texts.becomes, cell: (line) => said(line) },
      ]}
    />
  );
}
