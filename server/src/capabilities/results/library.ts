import type { SiteData } from '@parindex/site';
import { loadPublished } from './published.ts';
import { type LoadedRound, loadRounds } from './rounds.ts';
import { loadSchemes } from './schemes.ts';

/** All data to serve, read and computed once at the start. */
export interface Library {
  readonly data: SiteData;
  readonly rounds: readonly LoadedRound[];
}

export function loadLibrary(root: string, say: (step: string) => void): Library {
  say('Đọc các bộ tiêu chí (schemes)');
  const schemes = loadSchemes(root);
  say('Đọc số liệu đã công bố (data)');
  const published = loadPublished(root);
  say('Tính kết quả các kỳ (rounds)');
  const rounds = loadRounds(schemes, published);
  return { rounds, data: { ...published, rounds: rounds.map(({ view }) => view), schemes } };
}
