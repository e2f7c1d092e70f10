import { Select, SimpleGrid, Textarea } from '@mantine/core';
import { exclusions } from '@parindex/core/contracts/schemas/rounds';
import type { Domain } from '@parindex/core/scheme/types';
import { limitsOf } from '../../client/limits.ts';
import { ItemSelect } from '../../kit/fields/item-select.tsx';
import { InlineForm } from '../../kit/forms/inline-form.tsx';
import { useForm } from '../../kit/forms/use-form.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { DecisionSelect } from './decision-select.tsx';
import type { Exclusion, Round } from './queries/rounds.ts';
import { planTexts } from './texts/round-plan.ts';

interface ExclusionFormProps {
  readonly round: string;
  readonly participants: Round['participants'];
  readonly tree: readonly Domain[];
  readonly onPut: (exclusion: Exclusion) => void;
  readonly onCancel: () => void;
}

const NONE: string | null = null as string | null;

/** One item that does not apply to one body. */
export function ExclusionForm({ round, participants, tree, onPut, onCancel }: ExclusionFormProps) {
  const all = useTexts(planTexts);
  const texts = all.exclusions;
  const { values, put, text, input } = useForm({ body: NONE, item: NONE, legalBasis: '', decision: NONE }, limitsOf(exclusions).exclusions);
  const { body, item, legalBasis, decision } = values;
  const submit = () => {
    if (body !== null && item !== null) onPut({ body, item, legalBasis: legalBasis.trim(), decision });
  };
  return (
    <InlineForm title={texts.add} of="form" submit={texts.put} quiet onSubmit={submit} onCancel={onCancel}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={texts.body}
          placeholder={all.choose}
          required
          searchable
          nothingFoundMessage={all.nothing}
          data={participants.map((one) => ({ value: one.body, label: one.name }))}
          {...input('body')}
        />
        <ItemSelect label={texts.item} required domains={tree} {...input('item')} />
      </SimpleGrid>
      <DecisionSelect round={round} value={decision} onChange={(chosen) => put({ decision: chosen?.id ?? null })} />
      <Textarea label={texts.basis} description={texts.basisMore} required rows={2} {...text('legalBasis')} />
    </InlineForm>
  );
}
