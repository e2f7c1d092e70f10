import { Kbd, Modal, Stack, Table } from '@mantine/core';
import { controlTexts } from '../kit/control-texts.ts';
import { useTexts } from '../kit/language.tsx';
import { useReturnToOpener } from '../kit/return-to-opener.ts';
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

/** All keys, by where they work. */
export function ShortcutList({ onClose }: { onClose: () => void }) {
  const texts = useTexts(shortcutTexts);
  const { close } = useTexts(controlTexts);
  useReturnToOpener();
  return (
    <Modal opened onClose={onClose} title={texts.title} closeButtonProps={{ 'aria-label': close }} transitionProps={{ duration: 0 }}>
      <Stack>
        {GROUPS.map(({ where, keys }) => (
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
        ))}
      </Stack>
    </Modal>
  );
}
