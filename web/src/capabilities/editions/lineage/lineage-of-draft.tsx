import { Select, Text } from '@mantine/core';
import type { Scheme } from '@parindex/core';
import { checkDraft } from '@parindex/core/studio/checking/check-draft';
import { namedEditions } from '@parindex/core/studio/lineage/decide';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useSyncExternalStore } from 'react';
import { Link } from '../../../kit/page/link.tsx';
import { Loaded } from '../../../kit/reading/loaded.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { useEditionChoices } from '../edition-words.ts';
import type { DraftWriting } from '../editor/draft-writing.ts';
import { SavingState } from '../editor/saving-state.tsx';
import { nearestOf } from '../nearest-edition.ts';
import { type Edition, type EditionRow, schemeQuery } from '../queries/editions.ts';
import { lineageTexts } from '../texts/lineage.ts';
import { LineageTable } from './lineage-table.tsx';

interface LineageOfDraftProps {
  readonly edition: Edition;
  readonly writing: DraftWriting;
  readonly all: readonly EditionRow[];
  /** The earlier edition that the address names. */
  readonly named: string | undefined;
  readonly onReload: () => void;
}

/** Which edition was before, and the items of the draft beside it. */
export function LineageOfDraft({ edition, writing, all, named, onReload }: LineageOfDraftProps) {
  const texts = useTexts(lineageTexts);
  const choices = useEditionChoices();
  const navigate = useNavigate();
  const { document } = useSyncExternalStore(writing.subscribe, writing.state);
  const scheme = useMemo(() => checkDraft(document).scheme, [document]);
  const adopted = all.filter(({ id, state }) => id !== edition.id && state === 'adopted');
  const declared = scheme && namedEditions(scheme).find((id) => adopted.some((each) => each.id === id));
  const before = named ?? declared ?? nearestOf(edition, all)?.id;
  return (
    <>
      <SavingState writing={writing} onReload={onReload} />
      <Select
        label={texts.before}
        placeholder={texts.choose}
        data={choices(adopted)}
        value={before ?? null}
        searchable
        allowDeselect={false}
        maw="40rem"
        onChange={(chosen) =>
          chosen === null
            ? undefined
            : void navigate({ to: '/lam-viec/bo-tieu-chi/$edition/tieu-chi-ke-thua', params: { edition: edition.id }, search: { with: chosen } })
        }
      />
      {scheme ? null : (
        <Notice kind="warning">
          {texts.faulty}{' '}
          <Link to="/lam-viec/bo-tieu-chi/$edition/soan" params={{ edition: edition.id }}>
            {texts.toEditor}
          </Link>
        </Notice>
      )}
      {before === undefined ? <Text size="sm">{texts.chooseFirst}</Text> : null}
      {scheme && before !== undefined ? <BesideEarlier key={before} writing={writing} scheme={scheme} before={before} /> : null}
    </>
  );
}

function BesideEarlier({ writing, scheme, before }: { readonly writing: DraftWriting; readonly scheme: Scheme; readonly before: string }) {
  const earlier = useQuery(schemeQuery(before, 'adopted'));
  return <Loaded query={earlier}>{(older) => (older ? <LineageTable writing={writing} scheme={scheme} before={older} /> : null)}</Loaded>;
}
