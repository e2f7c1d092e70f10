import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { FIGURE_TYPES, type FigureType } from '@parindex/core/rules/figure-type';
import type { Keys } from '@parindex/core/studio/operations/change';
import type { Operation } from '@parindex/core/studio/operations/operation';
import { useState } from 'react';
import { useTexts } from '../../../kit/words/language.tsx';
import { editorTexts } from '../texts/editor.ts';
import { declareFigure, figuresIn } from './figures.ts';
import { useEditor } from './use-editor.ts';

const NEW = '+';

interface FigureSelectProps {
  readonly label: string;
  /** Where its id is written, by which faults are found. */
  readonly at: Keys;
  readonly value: string;
  /** The types that can stand here, the usual one first. */
  readonly types: readonly FigureType[];
  /** Writes the id; what declares the figure comes with it. */
  readonly onChoose: (id: string, declaring: readonly Operation[]) => void;
}

/** One of the figures that are declared, or a new one, declared on the spot. */
export function FigureSelect({ label, at, value, types, onChoose }: FigureSelectProps) {
  const texts = useTexts(editorTexts).figures;
  const { document, faultAt } = useEditor();
  const [isNew, setNew] = useState(false);
  const figures = figuresIn(document).filter(({ type, id }) => id === value || types.includes(type as FigureType));
  return (
    <Stack gap="xs">
      <Select
        label={label}
        searchable
        withAsterisk
        data={[...figures.map(({ id, title }) => ({ value: id, label: title })), { value: NEW, label: `${texts.declare}…` }]}
        value={isNew ? NEW : value || null}
        error={faultAt(at)}
        allowDeselect={false}
        data-place={at.join('/')}
        onChange={(chosen) => {
          setNew(chosen === NEW);
          if (chosen !== null && chosen !== NEW) onChoose(chosen, []);
        }}
      />
      {isNew ? (
        <NewFigure
          types={types}
          onCancel={() => setNew(false)}
          onAdd={(title, type) => {
            const { id, operation } = declareFigure(document, title, type);
            setNew(false);
            onChoose(id, [operation]);
          }}
        />
      ) : null}
    </Stack>
  );
}

interface NewFigureProps {
  readonly types: readonly FigureType[];
  readonly onAdd: (title: string, type: FigureType) => void;
  readonly onCancel: () => void;
}

/** Name and type of a figure that is declared; nobody has to think of an id. */
export function NewFigure({ types, onAdd, onCancel }: NewFigureProps) {
  const texts = useTexts(editorTexts).figures;
  const [title, setTitle] = useState('');
  const [type, setType] = useState<FigureType>(types[0] ?? 'count');
  const add = () => title.trim() !== '' && onAdd(title.trim(), type);
  return (
    <Group gap="xs" align="end" className="editor-new-figure">
      <TextInput
        label={texts.name}
        value={title}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        onKeyDown={({ key }) => key === 'Enter' && add()}
        flex="1 1 12rem"
        data-autofocus
      />
      {types.length > 1 ? (
        <Select
          label={texts.type}
          data={FIGURE_TYPES.filter((each) => types.includes(each)).map((each) => ({ value: each, label: texts.types[each] }))}
          value={type}
          allowDeselect={false}
          onChange={(chosen) => setType((chosen ?? type) as FigureType)}
          w="11rem"
        />
      ) : null}
      <Button onClick={add} disabled={title.trim() === ''}>
        {texts.add}
      </Button>
      <Button variant="default" onClick={onCancel}>
        {texts.cancel}
      </Button>
    </Group>
  );
}
