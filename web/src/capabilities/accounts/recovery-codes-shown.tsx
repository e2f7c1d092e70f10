import { Button, Code, Group, List, Stack, Text, Title } from '@mantine/core';
import { createPortal } from 'react-dom';
import { serverNow } from '../../client/request.ts';
import { CopyButton } from '../../kit/acts/copy-button.tsx';
import { usePrinting } from '../../kit/page/printing.ts';
import { Arrival } from '../../kit/reading/arrival.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { formatDayOf } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { recoveryTexts } from './texts/recovery-codes.ts';

interface RecoveryCodesShownProps {
  readonly codes: readonly string[];
  readonly person: { readonly name: string; readonly email: string };
  readonly onClose: () => void;
}

/** Recovery codes, which the server tells only once: to be printed on a sheet of their own, or copied. */
export function RecoveryCodesShown({ codes, person, onClose }: RecoveryCodesShownProps) {
  const texts = useTexts(recoveryTexts);
  const printing = usePrinting();
  const { once } = useTexts(controlTexts);
  return (
    <Arrival>
      <Notice kind="warning" title={texts.shown}>
        <Stack gap="sm">
          <Text size="sm">{texts.shownMore}</Text>
          <Text size="sm">{texts.of(person.email)}</Text>
          <CodeList codes={codes} />
          <Text size="sm">{once}</Text>
          <Group gap="xs">
            <Button variant="default" onClick={() => print()}>
              {texts.print}
            </Button>
            <CopyButton label={texts.copy} text={codes.join('\n')} />
            <Button onClick={onClose}>{texts.kept}</Button>
          </Group>
        </Stack>
      </Notice>
      {printing ? createPortal(<PrintedCodes codes={codes} person={person} />, document.body) : null}
    </Arrival>
  );
}

const CodeList = ({ codes }: Pick<RecoveryCodesShownProps, 'codes'>) => (
  // Room for the number of the tenth.
  <List type="ordered" spacing={4} pl="2.25rem">
    {codes.map((code) => (
      <List.Item key={code}>
        <Code>{code}</Code>
      </List.Item>
    ))}
  </List>
);

/** The sheet that is printed: whose codes, of which day, and what they are for. */
function PrintedCodes({ codes, person }: Pick<RecoveryCodesShownProps, 'codes' | 'person'>) {
  const texts = useTexts(recoveryTexts);
  return (
    <Stack className="printed-alone" gap="sm">
      <Title order={1} size="h3">
        {texts.title}
      </Title>
      <Text>{texts.ofPerson(person.name, person.email)}</Text>
      <Text>{texts.madeOn(formatDayOf(serverNow()))}</Text>
      <CodeList codes={codes} />
      <Text>{texts.printedMore}</Text>
    </Stack>
  );
}
