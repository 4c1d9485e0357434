/** What a page makes people load, as built: gzip sizes of scripts against the budgets of the design. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Chunk { file: string; name?: string; isEntry?: boolean; imports?: string[]; dynamicImports?: string[] }
const folder = join(__dirname, '../../dist/web');
const manifest = join(folder, '.vite', 'manifest.json');

/** The chunks that `key` needs before it can run; what it loads later is not part of it. */
function closure(chunks: Record<string, Chunk>, key: string, found = new Set<string>()): Set<string> {
  if (found.has(key)) return found;
  found.add(key);
  for (const next of chunks[key]?.imports ?? []) closure(chunks, next, found);
  return found;
}

describe('scripts as built', () => {
  if (!existsSync(manifest)) throw new Error('the staff pages are not built; run "npm run build"');
  const chunks = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, Chunk>;
  const kilobytes = (keys: Iterable<string>): number => [...new Set([...keys].map((key) => chunks[key]?.file ?? ''))].filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0) / 1_000;
  const clerk = closure(chunks, 'index.html');
  const find = (part: string): string => Object.keys(chunks).find((key) => key.includes(part)) ?? '';

  test('the work list: at most 230 kB', () => { expect(kilobytes(clerk)).toBeLessThanOrEqual(230); });
  test('the public viewer: at most 90 kB', () => { expect(kilobytes(closure(chunks, find('viewer/public')))).toBeLessThanOrEqual(90); });
  test('the designer, on top of the work list: at most 550 kB', () => {
    const designer = [...closure(chunks, find('designer/DesignerPage')), ...closure(chunks, find('modeler/create'))];
    expect(designer.length).toBeGreaterThan(2);
    expect(kilobytes(designer.filter((key) => !clerk.has(key)))).toBeLessThanOrEqual(550);
  });
});
