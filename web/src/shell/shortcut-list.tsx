import { Kbd, Table } from '@mantine/core';
import { useTexts } from '../kit/language.tsx';
import { shortcutTexts } from './shortcut-texts.ts';

type Does = keyof (typeof shortcutTexts)['vi']['acts'];

/** Keys that are pressed together, and what comes of them; the sheet's are those of pages/sheet/sheet-view.tsx. */
const GROUPS: readonly { readonly where: 'everywhere' | 'inSheet'; readonly keys: readonly (readonly [pressed: readonly string[], does: Does])[] }[] = [
  {
    where: 'everywhere',
    keys: [
      [['/'], 'search'],
      [['Ctrl', 'K'], 'searchAlways'],
      [['?'], 'help'],
      [['Alt', '1'], 'home'],
      [['Alt', '2'], 'rounds'],
    ],
  },
  {
    where: 'inSheet',
    keys: [
      [['Alt', '↓'], 'nextItem'],
      [['Alt', '↑'], 'previousItem'],
      [['Alt', 'N'], 'nextOpen'],
      [['Alt', 'Z'], 'undo'],
      [['Alt', 'L'], 'list'],
      [['Alt', 'R'], 'review'],
    ],
  },
];

/** The keys that work on the page that is open, by where they work. */
export function ShortcutList({ inSheet }: { inSheet: boolean }) {
  const texts = useTexts(shortcutTexts);
  return GROUPS.filter(({ where }) => where === 'everywhere' || inSheet).map(({ where, keys }) => (
    <Table key={where} captionSide="top" layout="fixed">
      <Table.Caption ta="left" fw={600}>
        {texts[where]}
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
          <Table.Tr key={does}>
            <Table.Td>
              {pressed.map((key) => (
                <Kbd key={key} mr={4}>
                  {key}
                </Kbd>
              ))}
            </Table.Td>
            <Table.Td>{texts.acts[does]}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  ));
}
