import { Box, List, Text } from '@mantine/core';
import type { RuleWords } from '@parindex/core/words/rule-wording';

/** A rule in words: what it says, its rows with their points, its cases set in. */
export function RuleText({ rule }: { rule: RuleWords }) {
  return (
    <Box>
      <Text size="sm">{rule.intro}</Text>
      {rule.rows.length > 0 ? (
        <List size="sm" withPadding>
          {rule.rows.map(({ what, points }) => (
            <List.Item key={`${what} ${points}`}>
              {what}
              {points === '' ? '' : `: ${points}`}
            </List.Item>
          ))}
        </List>
      ) : null}
      {rule.cases.map(({ when, rule: own }) => (
        <Box key={when} pl="md">
          <Text size="sm" fw={500}>
            {when}
          </Text>
          <RuleText rule={own} />
        </Box>
      ))}
      {rule.notes.map((note) => (
        <Text key={note} size="sm">
          {note}
        </Text>
      ))}
    </Box>
  );
}
