/** Builds the staff pages (served under /app/) and the small drawing viewer that public pages load. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What pdf.js decodes scans with where WebAssembly is not allowed, as by our content security policy; it asks for them by name. */
const pdfDecoders = (): Plugin => ({
  name: 'pdf-decoders',
  generateBundle() {
    const folder = join(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'))), 'wasm');
    for (const file of readdirSync(folder).filter((name) => name.endsWith('_fallback.js'))) this.emitFile({ type: 'asset', fileName: `pdf/${file}`, source: readFileSync(join(folder, file)) });
  },
});

/** What libraries write into markup the content security policy would refuse: styles of their pictures become attributes, style elements get the word of the page. */
const withoutInlineStyles = (): Plugin => ({
  name: 'without-inline-styles',
  transform(code, id) {
    if (/node_modules\/style-mod\//.test(id)) return code.replace('nonce = options && options.nonce', 'nonce = (options && options.nonce) || globalThis.__webpack_nonce__');
    if (!/node_modules\/(?:bpmn-js|diagram-js|bpmn-js-properties-panel)\//.test(id)) return undefined;
    return code.replace(/<div style="height: 100%"/g, '<div').replace(/ style="((?:[a-z-]+:[^;"]+;)+)"/g, (_all, styles: string) => styles.replace(/([a-z-]+):([^;]+);/g, ' $1="$2"'));
  },
});

export default defineConfig({
  root: here('.'),
  base: '/app/',
  // The server puts a word of its own there for each answer.
  html: { cspNonce: '__NONCE__' },
  plugins: [react(), pdfDecoders(), withoutInlineStyles()],
  worker: { format: 'es' },
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    // The budget test reads which chunks a page loads.
    manifest: true,
    target: 'es2022',
    chunkSizeWarningLimit: 2_000,
    rollupOptions: {
      input: { app: here('./index.html'), viewer: here('../designer/viewer/public.ts') },
      // The entry of the public pages keeps its exports-free, unhashed name: those pages are not built by Vite.
      output: {
        entryFileNames: (chunk) => (chunk.name === 'viewer' ? 'viewer.js' : 'assets/[name]-[hash].js'),
        // The first page names every part that may come later; what a name stands for, the manifest says.
        chunkFileNames: 'assets/[hash].js',
      },
    },
  },
});
