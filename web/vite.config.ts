/** Builds the staff pages (served under /app/) and the small drawing viewer that public pages load. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  base: '/app/',
  plugins: [react()],
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
      output: { entryFileNames: (chunk) => (chunk.name === 'viewer' ? 'viewer.js' : 'assets/[name]-[hash].js') },
    },
  },
});
