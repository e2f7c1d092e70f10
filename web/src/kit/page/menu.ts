import type { Rights } from '../../client/rights.ts';

/** The pages of the menu that somebody may open, in its order: how the shell's texts name each, and where it is. */
export const menuOf = ({ may, mayAnywhere }: Rights, hasParts: boolean) =>
  (
    [
      { name: 'home', to: '/lam-viec', shown: true },
      { name: 'load', to: '/lam-viec/viec-duoc-giao', shown: hasParts },
      { name: 'rounds', to: '/lam-viec/ky-danh-gia', shown: true },
      { name: 'editions', to: '/lam-viec/bo-tieu-chi', shown: true },
      { name: 'bodies', to: '/lam-viec/co-quan', shown: true },
      { name: 'people', to: '/lam-viec/nguoi-dung', shown: mayAnywhere('person.read') },
      { name: 'daysOff', to: '/lam-viec/ngay-nghi', shown: true },
      { name: 'erasures', to: '/lam-viec/go-bo-tai-lieu', shown: mayAnywhere('purge.ask') },
      { name: 'audit', to: '/lam-viec/nhat-ky', shown: may('audit.read', {}) },
      { name: 'operation', to: '/lam-viec/van-hanh', shown: may('operation.read', {}) },
    ] as const
  ).filter(({ shown }) => shown);
