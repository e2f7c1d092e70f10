import { Button, FileButton, Group, Stack, Textarea } from '@mantine/core';
import { useTexts } from '../../kit/words/language.tsx';
import { editionTexts } from './texts/editions.ts';

/** Browsers take minutes to insert thousands of lines as if typed; from this length on the value is set directly. */
const LONG_PASTE = 10_000;

interface TextFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** A long text, typed, pasted or read from a file of this machine. */
export function TextField({ label, description, required = false, value, onChange }: TextFieldProps) {
  const texts = useTexts(editionTexts);
  return (
    <Stack gap={4}>
      <Textarea
        label={label}
        {...(description === undefined ? {} : { description })}
        required={required}
        rows={12}
        spellCheck={false}
        wrap="off"
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 'var(--mantine-font-size-sm)' } }}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain');
          if (pasted.length < LONG_PASTE) return;
          event.preventDefault();
          const { selectionStart, selectionEnd } = event.currentTarget;
          onChange(value.slice(0, selectionStart) + pasted + value.slice(selectionEnd));
        }}
      />
      <Group>
        <FileButton accept=".yaml,.yml,.json,text/plain" onChange={(file) => void file?.text().then(onChange)}>
          {(props) => (
            <Button {...props} size="xs" variant="default">
              {texts.fileFor(label)}
            </Button>
          )}
        </FileButton>
      </Group>
    </Stack>
  );
}
