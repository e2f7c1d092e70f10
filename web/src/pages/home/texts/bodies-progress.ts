import { counted } from '@parindex/core/words/language';
import { texts } from '@parindex/core/words/texts';

/** How far the bodies of a round are, for whoever overlooks it. */
export const bodiesProgressTexts = texts({
  bodies: {
    vi: (sent: number, frozen: number, all: number) => `${sent}/${all} cơ quan đã gửi${frozen > 0 ? `, ${frozen} đã chốt` : ''}`,
    en: (sent: number, frozen: number, all: number) => `${sent} of ${counted(all, 'body', 'bodies')} sent${frozen > 0 ? `, ${frozen} frozen` : ''}`,
  },
  together: {
    vi: (share: string, answered: string, asked: string) => `Tiến độ chung của các cơ quan: ${share} (${answered}/${asked} nội dung)`,
    en: (share: string, answered: string, asked: string) => `All bodies together: ${share} (${answered} of ${asked} items)`,
  },
  appraised: {
    vi: (share: string, decided: string, asked: string) => `Đã thẩm định ${share} (${decided}/${asked} nội dung)`,
    en: (share: string, decided: string, asked: string) => `Appraised: ${share} (${decided} of ${asked} items)`,
  },
  lowest: {
    vi: (domain: string, share: string) => `Lĩnh vực có tiến độ thấp nhất: ${domain}, ${share}`,
    en: (domain: string, share: string) => `Least far in domain ${domain}, ${share}`,
  },
  toFreeze: { vi: (count: number) => `${count} chờ chốt số liệu`, en: (count: number) => `${count} to be frozen` },
  late: { vi: (late: number) => `${late} quá hạn`, en: (late: number) => `${late} late` },
});
