import { Button, Stack, Text } from '@mantine/core';
import { itemsOfDomains } from '@parindex/core/scheme/types';
import { casesByItem } from '@parindex/core/studio/cases/read-cases';
import { inLanguage } from '@parindex/core/words/index';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { FilterChips } from '../../../kit/lists/filter-chips.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { formatCount } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { casesTexts } from '../texts/cases.ts';
import { ItemCases } from './item-cases.tsx';
import { type DraftCases, useCases } from './use-cases.ts';
import './cases.css';

const route = getRouteApi('/lam-viec/bo-tieu-chi/$edition/vi-du');
const FILTERS = ['without', 'failing', 'all'] as const;
type Filter = (typeof FILTERS)[number];

interface CasesOfDraftProps {
  readonly draft: DraftCases;
  readonly tried: NonNullable<DraftCases['tried']>;
  readonly reload: () => void;
}

/** The items of a draft, and beside them the cases of the one that is chosen. */
export function CasesOfDraft({ draft, tried, reload }: CasesOfDraftProps) {
  const texts = useTexts(casesTexts);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { item: named } = route.useSearch();
  const { cases, save } = useCases(draft, reload);
  const written = casesByItem(cases, tried.scheme);
  const items = itemsOfDomains(tried.scheme.domains);
  const passes: Readonly<Record<Filter, (code: string) => boolean>> = {
    without: (code) => !written.has(code),
    failing: (code) => written.get(code)?.some(({ fails }) => fails) ?? false,
    all: () => true,
  };
  const [filter, setFilter] = useState<Filter>(items.some(({ code }) => !written.has(code)) ? 'without' : 'all');
  const shown = items.filter(({ code }) => passes[filter](code) || code === named);
  const chosen = items.find(({ code }) => code === named);
  const choose = (code: string | undefined) =>
    void navigate({ to: '/lam-viec/bo-tieu-chi/$edition/vi-du', params: { edition: draft.edition.id }, search: code === undefined ? {} : { item: code } });
  return (
    <div className="cases" data-chosen={chosen ? true : undefined}>
      <div className="cases-items">
        <Section title={texts.items}>
          <FilterChips
            label={texts.show}
            chosen={filter}
            choices={FILTERS.map((value) => ({
              value,
              label: texts.filters[value],
              count: formatCount(items.filter(({ code }) => passes[value](code)).length, language),
            }))}
            onChoose={setFilter}
          />
          {shown.length === 0 ? <Text size="sm">{texts.none}</Text> : null}
          <nav aria-label={texts.items} className="cases-list">
            {shown.map(({ code, title }) => (
              <button key={code} type="button" className="cases-item" aria-current={code === named ? 'true' : undefined} onClick={() => choose(code)}>
                <span>
                  {code} {inLanguage(title, language)}
                </span>
                <Text span size="xs" c="dimmed">
                  {passes.failing(code) ? texts.fails : texts.count(formatCount(written.get(code)?.length ?? 0, language))}
                </Text>
              </button>
            ))}
          </nav>
        </Section>
      </div>
      <Stack className="cases-chosen">
        <Outcome error={save.error} />
        {chosen ? (
          <>
            <Button className="cases-back" variant="default" w="fit-content" onClick={() => choose(undefined)}>
              {texts.back}
            </Button>
            <ItemCases
              key={chosen.code}
              edition={draft.edition.id}
              item={chosen}
              tried={tried}
              cases={cases}
              written={written.get(chosen.code) ?? []}
              saving={save.isPending}
              onSave={(changes) =>
                save.mutateAsync(changes).then(
                  () => true,
                  () => false,
                )
              }
            />
          </>
        ) : (
          <Text size="sm">{texts.choose}</Text>
        )}
      </Stack>
    </div>
  );
}
