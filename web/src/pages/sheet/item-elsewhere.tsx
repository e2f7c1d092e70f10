import { Accordion } from '@mantine/core';
import type { Item } from '@parindex/core/scheme/types';
import { useState } from 'react';
import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { later } from '../../kit/reading/later.tsx';
import { useTexts } from '../../kit/words/language.tsx';

const ItemSources = later(async () => (await import('../../capabilities/imports/item-sources.tsx')).ItemSources);

/** Sources of an item's figures, and roll-ups from bodies below: loaded when opened. */
export function ItemElsewhere({ item }: { item: Item }) {
  const texts = useTexts(sheetTexts);
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <Accordion order={3} value={opened} onChange={setOpened}>
      <Accordion.Item value="elsewhere">
        <Accordion.Control>{texts.elsewhere}</Accordion.Control>
        <Accordion.Panel>{opened === null ? null : <ItemSources item={item} />}</Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
