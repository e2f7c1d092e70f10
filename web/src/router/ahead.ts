import type { QueryClient } from '@tanstack/react-query';
import type { AnyRouter } from '@tanstack/react-router';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Prefetches what the page reads first; what the user may not read is simply missing. */
    readonly ahead?: (client: QueryClient, params: Readonly<Record<string, string>>) => Promise<unknown>;
    /** The page needs the room: the menu shows its icons alone until it is reached for. */
    readonly foldsMenu?: boolean;
  }
}

/** On a slow connection every round trip counts: a page's code and data are requested while the session is checked, not after. */
export function lookAhead(router: AnyRouter, client: QueryClient): void {
  router.subscribe('onBeforeLoad', ({ toLocation, pathChanged }) => {
    if (!pathChanged) return;
    const [routes, params] = router.getMatchedRoutes(toLocation.pathname);
    // Data first: it is small and would queue behind the code. The page repeats failed requests and reports them.
    for (const { options } of routes) options.staticData?.ahead?.(client, params).catch(() => undefined);
    for (const route of routes) router.loadRouteChunk(route)?.catch(() => undefined);
  });
}
