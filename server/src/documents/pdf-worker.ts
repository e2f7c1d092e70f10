import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type MessagePort, parentPort } from 'node:worker_threads';
import { initSync, TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler';

// Run by pdf.ts as a worker: takes a document's data as JSON text, returns its PDF. It has no package registry and no files but these.

const FACES = [
  import.meta.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf'),
  import.meta.resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf'),
  import.meta.resolve('@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf'),
];
/** The compiler's constants for PDF output and full diagnostics. */
const AS_PDF = 1;
const IN_FULL = 3;

initSync({ module: readFileSync(fileURLToPath(import.meta.resolve('@myriaddreamin/typst-ts-web-compiler/wasm'))) });
const builder = new TypstCompilerBuilder();
builder.set_dummy_access_model();
for (const face of FACES) await builder.add_raw_font(readFileSync(fileURLToPath(face)));
const compiler = await builder.build();
compiler.add_source('/layout.typ', readFileSync(new URL('layout.typ', import.meta.url), 'utf8'));

function print(data: string): { readonly pdf: Uint8Array } | { readonly failed: string } {
  compiler.map_shadow('/document.json', Buffer.from(data));
  const world = compiler.snapshot(undefined, '/layout.typ', undefined);
  try {
    const { result, diagnostics } = world.get_artifact(AS_PDF, IN_FULL) as { result?: Uint8Array; diagnostics?: unknown };
    return result ? { pdf: result } : { failed: JSON.stringify(diagnostics).slice(0, 2_000) };
  } finally {
    world.free();
  }
}

(parentPort as MessagePort).on('message', (data: string) => {
  parentPort?.postMessage(print(data));
});
