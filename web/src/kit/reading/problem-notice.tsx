import { Button, List, Stack, Text } from '@mantine/core';
import { Refused, Unanswered } from '../../client/request.ts';
import { withDatesInWords } from '../words/format.ts';
import { useTexts } from '../words/language.tsx';
import { shellTexts } from '../words/shell-texts.ts';
import { Notice } from './notice.tsx';

/** Refusals that retrying cannot change. */
const FINAL: readonly string[] = ['refused', 'notFound', 'appraisalNotOpen'];

/** What went wrong, in the server's words, with all faults if there are any. */
export function ProblemNotice({ error, retry }: { error: unknown; retry?: () => void }) {
  const texts = useTexts(shellTexts).problem;
  const again = retry && !(error instanceof Refused && FINAL.includes(error.problem.code)) && (
    <Button variant="default" size="xs" onClick={retry} w="fit-content">
      {texts.again}
    </Button>
  );
  if (error instanceof Unanswered)
    return (
      <Notice kind="fault" title={texts.unanswered}>
        <Stack gap="xs">
          <Text size="sm">{texts.unansweredMore}</Text>
          {again}
        </Stack>
      </Notice>
    );
  if (error instanceof Refused) {
    const { title, detail, faults = [] } = error.problem;
    return (
      <Notice kind="fault" title={title}>
        <Stack gap="xs">
          {detail === undefined ? null : <Text size="sm">{detail}</Text>}
          {faults.length === 0 ? null : (
            <List size="sm">
              {faults.map(({ path, place, message, line }) => (
                <List.Item key={`${path} ${message} ${line ?? ''}`}>
                  {withDatesInWords(message)}{' '}
                  <Text span c="dimmed" size="xs">
                    {line === undefined ? place : texts.line(line)}
                  </Text>
                </List.Item>
              ))}
            </List>
          )}
          {again}
        </Stack>
      </Notice>
    );
  }
  return (
    <Notice kind="fault" title={texts.unknown}>
      <Stack gap="xs">
        {again}
        <details>
          <summary>{texts.forOperator}</summary>
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {String(error)}
          </Text>
        </details>
      </Stack>
    </Notice>
  );
}
