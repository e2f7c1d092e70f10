import { ActionIcon, Button, Group, Select, Stack, Text } from '@mantine/core';
import { FIGURE_TYPES } from '@parindex/core/rules/figure-type';
import { X } from 'lucide-react';
import { useState } from 'react';
import { Section } from '../../../kit/page/section.tsx';
import { formatCount } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { editorTexts } from '../texts/editor.ts';
import { DraftText } from './fields.tsx';
import { NewFigure } from './figure-select.tsx';
import { declareFigure, figuresIn, usersOfFigures } from './figures.ts';
import { useEditor, useSet } from './use-editor.ts';

/** The figures of the draft, drawn once somebody opens them: with each keystroke they would all be drawn again. */
export function FiguresPanel() {
  const { figures } = useTexts(editorTexts);
  const { document } = useEditor();
  const { language } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  return (
    <Section
      title={figures.title}
      lead={figures.lead}
      actions={
        <Button size="compact-sm" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? figures.close : figures.open(formatCount(figuresIn(document).length, language))}
        </Button>
      }
    >
      {isOpen ? <Figures /> : null}
    </Section>
  );
}

/** Figures as they are called, typed, used by which items, and taken out where none uses them. */
function Figures() {
  const texts = useTexts(editorTexts).figures;
  const { document, writing, faultAt } = useEditor();
  const set = useSet();
  const [isNew, setNew] = useState(false);
  const figures = figuresIn(document);
  const users = usersOfFigures(document);
  return (
    <>
      {figures.length === 0 ? <Text size="sm">{texts.none}</Text> : null}
      <Stack gap="xs" className="editor-figures">
        {figures.map(({ at, id, title, type }, index) => {
          const by = users.get(id) ?? [];
          const place = String(index + 1);
          return (
            <Group key={`${index} ${id}`} gap="xs" align="start" wrap="nowrap" className="editor-band">
              <div className="editor-band-fields">
                <div className="editor-row-name">
                  <DraftText at={[...at, 'title', 'vi']} label={texts.nameOf(place)} isLabelled />
                </div>
                <Select
                  aria-label={texts.typeOf(place)}
                  data={FIGURE_TYPES.map((each) => ({ value: each, label: texts.types[each] }))}
                  value={type || null}
                  w="11rem"
                  allowDeselect={false}
                  error={faultAt([...at, 'type'])}
                  onChange={(chosen) => chosen && set([...at, 'type'], chosen)}
                />
                <Text size="xs" c="dimmed" className="editor-band-more">
                  {by.length === 0 ? texts.unused : `${texts.usedBy}: ${by.join(', ')}`}
                </Text>
              </div>
              <ActionIcon
                variant="subtle"
                aria-label={texts.remove(title)}
                mt={4}
                disabled={by.length > 0}
                onClick={() => writing.do([{ operation: 'remove', at }])}
              >
                <X size={16} aria-hidden />
              </ActionIcon>
            </Group>
          );
        })}
      </Stack>
      {isNew ? (
        <NewFigure
          types={FIGURE_TYPES}
          onCancel={() => setNew(false)}
          onAdd={(title, type) => {
            writing.do([declareFigure(document, title, type).operation]);
            setNew(false);
          }}
        />
      ) : (
        <Group>
          <Button size="compact-sm" variant="default" onClick={() => setNew(true)}>
            {texts.declare}
          </Button>
        </Group>
      )}
    </>
  );
}
