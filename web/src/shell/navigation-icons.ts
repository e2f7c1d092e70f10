import { Activity, Building2, CalendarDays, CalendarOff, FileX, House, Inbox, ListTree, type LucideIcon, ScrollText, Users } from 'lucide-react';
import type { menuOf } from '../kit/page/menu.ts';

/** The picture beside each entry of the menu. */
export const NAVIGATION_ICONS: Readonly<Record<ReturnType<typeof menuOf>[number]['name'], LucideIcon>> = {
  home: House,
  load: Inbox,
  rounds: CalendarDays,
  editions: ListTree,
  bodies: Building2,
  people: Users,
  daysOff: CalendarOff,
  erasures: FileX,
  audit: ScrollText,
  operation: Activity,
};
