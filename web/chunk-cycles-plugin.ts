import type { Plugin } from 'vite';

/**
 * Refuses a build whose files load each other in a circle: whichever the browser comes to first is run
 * before what it needs is there, and a function is called that does not exist yet.
 */
export const withoutChunkCycles = (): Plugin => ({
  name: 'without-chunk-cycles',
  generateBundle(_options, bundle) {
    const chunks = new Map(Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])));
    const modulesOf = (name: string) => chunks.get(name)?.moduleIds ?? [];
    /** Which modules of one file make it load another. */
    const reasons = (from: string, to: string) => {
      const there = new Set(modulesOf(to));
      const needs = (id: string) => this.getModuleInfo(id)?.importedIds.some((needed) => there.has(needed));
      return `${from} loads ${to} for ${modulesOf(from).filter(needs).join(', ')}`;
    };
    const done = new Set<string>();
    const visit = (name: string, way: readonly string[]): void => {
      const at = way.indexOf(name);
      if (at >= 0) {
        const circle = way.slice(at);
        this.error(`Files that load each other:\n${circle.map((one, step) => reasons(one, circle[step + 1] ?? name)).join('\n')}`);
      }
      if (done.has(name)) return;
      for (const next of chunks.get(name)?.imports ?? []) visit(next, [...way, name]);
      done.add(name);
    };
    for (const name of chunks.keys()) visit(name, []);
  },
});
