import { lazyRouteComponent } from '@tanstack/react-router';
import { loadedLater } from '../client/loaded-later.ts';

/** A page loaded on demand. After an upgrade the router reloads; offline nothing is lost. */
export const page = <T extends Record<string, unknown>, K extends keyof T>(load: () => Promise<T>, name: K) =>
  lazyRouteComponent(() => loadedLater(load), name);
