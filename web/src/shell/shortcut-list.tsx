import { Kbd } from '@mantine/core';
import { KEYS } from '../kit/acts/keys.ts';
import { pageActs } from '../kit/acts/page-acts.ts';
import { useTexts } from '../kit/words/language.tsx';
import { shortcutTexts } from './shortcut-texts.ts';

const EVERYWHERE = Object.keys(KEYS) as (keyof typeof KEYS)[];

/** The keys that work on every page, and those of what the open one offers. */
export function ShortcutList() {
  const texts = useTexts(shortcutTexts);
  const ofPage = pageActs().flatMap(({ keys = '', label }) => (keys === '' ? [] : [[keys, label] as const]));
  return (
    <>
      <Keys caption={texts.everywhere} keys={EVERYWHERE.map((does) => [KEYS[does].shown, texts.acts[does]])} />
      {ofPage.length === 0 ? null : <Keys caption={texts.onPage} keys={ofPage} />}
    </>
  );
}

function Keys({ caption, keys }: { caption: string; keys: readonly (readonly [pressed: string, does: string])[] }) {
  const texts = useTexts(shortcutTexts);
  return (
    <table className="table" style={{ tableLayout: 'fixed' }}>
      <caption style={{ textAlign: 'left', fontWeight: 600 }}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col" style={{ width: '7rem' }}>
            {texts.key}
          </th>
          <th scope="col">{texts.does}</th>
        </tr>
      </thead>
      <tbody>
        {keys.map(([pressed, does]) => (
          <tr key={pressed}>
            <td>
              {pressed.split('+').map((key) => (
                <Kbd key={key} mr={4}>
                  {key}
                </Kbd>
              ))}
            </td>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
