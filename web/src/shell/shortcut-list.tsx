import { Kbd, Table } from '@mantine/core';
import { KEYS } from '../kit/acts/keys.ts';
import { pageActs } from '../kit/acts/page-acts.ts';
import { useTexts } from '../kit/words/language.tsx';
import { shortcutTexts } from './shortcut-texts.ts';

const EVERYWHERE = Object.keys(KEYS) as (keyof typeof KEYS)[];

/** The keys that work on every page, and those of what the open one offers. */
export function ShortcutList() {
  const texts = useTexts(shortcutTexts);
  const ofPage = pageActs().flatMap(({ keys = '', label }) => (keys === '' ? [] : [[keys, label] as const]));
  return (
    <>
      <Keys caption={texts.everywhere} keys={EVERYWHERE.map((does) => [KEYS[does].shown, texts.acts[does]])} />
      {ofPage.length === 0 ? null : <Keys caption={texts.onPage} keys={ofPage} />}
    </>
  );
}

function Keys({ caption, keys }: { caption: string; keys: readonly (readonly [pressed: string, does: string])[] }) {
  const texts = useTexts(shortcutTexts);
  return (
    <Table captionSide="top" layout="fixed">
      <Table.Caption ta="left" fw={600}>
        {caption}
      </Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col" w="7rem">
            {texts.key}
          </Table.Th>
          <Table.Th scope="col">{texts.does}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {keys.map(([pressed, does]) => (
          <Table.Tr key={pressed}>
            <Table.Td>
              {pressed.split('+').map((key) => (
                <Kbd key={key} mr={4}>
                  {key}
                </Kbd>
              ))}
            </Table.Td>
            <Table.Td>{does}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
