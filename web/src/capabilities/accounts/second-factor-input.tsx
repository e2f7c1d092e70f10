import { Anchor, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CodeInput } from '../../kit/fields/code-input.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { recoveryTexts } from './texts/recovery-codes.ts';

interface SecondFactorInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
  /** Without one, a recovery code is all that can be typed. */
  readonly device?: boolean;
  /** Told when a recovery code takes the place of the device, or no more. */
  readonly onTurn?: (recovery: boolean) => void;
}

/** Six digits of the device, or a recovery code in their place. */
export function SecondFactorInput({ label, value, onChange, device = true, onTurn }: SecondFactorInputProps) {
  const texts = useTexts(recoveryTexts);
  const [lost, setLost] = useState(!device);
  const turn = () => {
    onChange('');
    setLost(!lost);
    onTurn?.(!lost);
  };
  return (
    <Stack gap={4}>
      {lost ? (
        <TextInput
          label={texts.code}
          description={texts.codeMore}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      ) : (
        <CodeInput label={label} value={value} onChange={onChange} />
      )}
      {device ? (
        <Anchor component="button" type="button" size="sm" ta="left" onClick={turn}>
          {lost ? texts.useDevice : texts.useOne}
        </Anchor>
      ) : null}
    </Stack>
  );
}
