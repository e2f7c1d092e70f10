import { Stack, Table, Text } from '@mantine/core';
import type { RuleWords } from '@parindex/core/words/rule-wording';

/** A rule in words, with the chosen band marked. */
export function RuleInWords({ rule, band }: { rule: RuleWords; band: number | string | null }) {
  return (
    <Stack gap="xs">
      <Text size="sm">{rule.intro}</Text>
      {rule.rows.length === 0 ? null : (
        <Table verticalSpacing={4} maw="40rem">
          <Table.Tbody>
            {rule.rows.map(({ what, points }, index) => {
              const chosen = index === band || (band === 'otherwise' && index === rule.rows.length - 1);
              return (
                <Table.Tr key={what} fw={chosen ? 600 : 400} bg={chosen ? 'var(--mantine-color-brand-light)' : ''} aria-current={chosen ? 'true' : undefined}>
                  <Table.Td>{what}</Table.Td>
                  <Table.Td className="figures" ta="right">
                    {points}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      )}
      {rule.notes.map((note) => (
        <Text size="sm" c="dimmed" key={note}>
          {note}
        </Text>
      ))}
      {rule.cases.map(({ when, rule: own }) => (
        <Stack key={when} gap={4} pl="md">
          <Text size="sm" fw={600}>
            {when}
          </Text>
          <RuleInWords rule={own} band={null} />
        </Stack>
      ))}
    </Stack>
  );
}
