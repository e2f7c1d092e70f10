import { lazyRouteComponent } from '@tanstack/react-router';
import { loadedLater } from '../client/loaded-later.ts';

/** A page that is loaded when it is first gone to. After an upgrade the router loads the address anew; with the line cut nothing is thrown away. */
export const page = <T extends Record<string, unknown>, K extends keyof T>(load: () => Promise<T>, name: K) =>
  lazyRouteComponent(() => loadedLater(load), name);
