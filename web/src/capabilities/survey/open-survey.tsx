import { Button, NumberInput, Stack } from '@mantine/core';
import { newSurvey } from '@parindex/core/contracts/schemas/survey';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { CheckedForm } from '../../kit/forms/checked-form.tsx';
import { Section } from '../../kit/page/section.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { openSurvey, surveyChanged } from './queries/survey.ts';
import { surveyTexts } from './texts/survey.ts';

/** The usual one: of fewer answers than this nothing is shown. */
const USUAL_THRESHOLD = 5;

/** Opens the survey of a round, with the threshold below which nothing is shown. */
export function OpenSurvey({ round }: { round: string }) {
  const texts = useTexts(surveyTexts).open;
  const [threshold, setThreshold] = useState<number | string>(USUAL_THRESHOLD);
  const open = useAct(() => openSurvey(round, Number(threshold)), { refresh: (client) => surveyChanged(client, round) });
  return (
    <Section title={texts.title} lead={texts.lead}>
      <CheckedForm onSubmit={() => open.mutate()}>
        <Stack align="flex-start">
          <NumberInput
            label={texts.threshold}
            description={texts.thresholdMore}
            required
            {...limitsOf(newSurvey).threshold}
            allowDecimal={false}
            value={threshold}
            onChange={setThreshold}
          />
          <Outcome error={open.error} />
          <Button type="submit" loading={open.isPending}>
            {texts.act}
          </Button>
        </Stack>
      </CheckedForm>
    </Section>
  );
}
