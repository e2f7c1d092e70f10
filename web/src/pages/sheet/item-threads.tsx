import { Accordion, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { noticesQuery } from '../../capabilities/discussion/queries/notices.ts';
import { useSheet } from '../../capabilities/sheets/sheet-at-work.tsx';
import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { later } from '../../kit/reading/later.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { ThreadMark } from './thread-mark.tsx';
import { useThreadCounts } from './use-thread-counts.ts';

const ItemComments = later(async () => (await import('../../capabilities/discussion/comments/item-comments.tsx')).ItemComments);
const ItemNotices = later(async () => (await import('../../capabilities/discussion/notices/item-notices.tsx')).ItemNotices);

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/bang-diem/$body');

const COMMENTS = 'comments';
const NOTICES = 'notices';

/** Notices and comments at an item: loaded when opened, or when linked to. */
export function ItemThreads({ item }: { item: string }) {
  const texts = useTexts(sheetTexts);
  const { language } = useLanguage();
  const { sheet } = useSheet();
  const { thread, question } = route.useSearch();
  const openAt = useThreadCounts();
  const notices = useQuery(noticesQuery(sheet.round)).data;
  const told = notices?.filter((notice) => notice.item === item && notice.text !== null).length ?? 0;
  const [opened, setOpened] = useState<string[]>([]);
  useEffect(() => {
    const led = [...(thread === undefined ? [] : [COMMENTS]), ...(question === undefined ? [] : [NOTICES])];
    setOpened((before) => [...new Set([...before, ...led])]);
  }, [thread, question]);
  return (
    <Accordion multiple order={3} value={opened} onChange={setOpened} {...((thread ?? question) ? { transitionDuration: 0 } : {})}>
      <Accordion.Item value={NOTICES}>
        <Accordion.Control>
          {texts.notices}
          {told > 0 ? ` (${formatCount(told, language)})` : ''}
        </Accordion.Control>
        <Accordion.Panel>{opened.includes(NOTICES) ? <ItemNotices item={item} wanted={question} /> : null}</Accordion.Panel>
      </Accordion.Item>
      <Accordion.Item value={COMMENTS}>
        <Accordion.Control>
          <Group gap="xs">
            {texts.comments}
            <ThreadMark open={openAt(item)} />
          </Group>
        </Accordion.Control>
        <Accordion.Panel>{opened.includes(COMMENTS) ? <ItemComments item={item} wanted={thread} /> : null}</Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
