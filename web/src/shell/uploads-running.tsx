import { Text } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import { useUnfinishedUploads } from '../device/uploads/use-unfinished-uploads.ts';
import { Link } from '../kit/page/link.tsx';
import { useTexts } from '../kit/words/language.tsx';
import { shellTexts } from '../kit/words/shell-texts.ts';

/** Shown on every page while files are uploading from this window, with a link to their progress. */
export function UploadsRunning() {
  const texts = useTexts(shellTexts).uploads;
  const going = useUnfinishedUploads();
  const place = useRouterState({ select: ({ location }) => location.pathname });
  const elsewhere = going.filter(({ round, body }) => !place.endsWith(`/${encodeURIComponent(round)}/bang-diem/${encodeURIComponent(body)}/tai-lieu`));
  return elsewhere.map(({ round, body, count }) => (
    <Text key={`${round} ${body}`} size="sm" mb="md" role="status" className="screen-only">
      {texts.running(count)}{' '}
      <Link to="/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu" params={{ round, body }} size="sm" underline="always">
        {texts.toProgress}
      </Link>
    </Text>
  ));
}
