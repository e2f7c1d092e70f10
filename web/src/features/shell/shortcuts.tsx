import { Button, Kbd, Modal, Table } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useTexts } from '../../texts/language.tsx';
import { shellTexts } from '../../texts/shell.ts';

/** The keys that work on every page, and the list of them. */
export function Shortcuts() {
  const texts = useTexts(shellTexts);
  const [open, { open: show, close }] = useDisclosure(false);
  const navigate = useNavigate();
  useHotkeys([
    ['shift+?', show],
    ['alt+1', () => void navigate({ to: '/lam-viec' })],
    ['alt+2', () => void navigate({ to: '/lam-viec/ky-danh-gia' })],
  ]);
  const keys: readonly (readonly [readonly string[], string])[] = [
    [['?'], texts.shortcuts.help],
    [['Alt', '1'], texts.shortcuts.home],
    [['Alt', '2'], texts.shortcuts.rounds],
  ];
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={show} aria-label={texts.shortcuts.open} visibleFrom="sm">
        ?
      </Button>
      <Modal opened={open} onClose={close} title={texts.shortcuts.title}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{texts.shortcuts.key}</Table.Th>
              <Table.Th scope="col">{texts.shortcuts.does}</Table.Th>
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
                <Table.Td>{does}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Modal>
    </>
  );
}
