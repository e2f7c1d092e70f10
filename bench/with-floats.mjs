// Loaded before a benchmark: puts floats in the place of exact numbers, in this process only.
import { registerHooks } from 'node:module';

const floats = new URL('./float.ts', import.meta.url).href;
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    return resolved.url.endsWith('/core/src/quantity/rational.ts') ? { ...resolved, url: floats } : resolved;
  },
});
