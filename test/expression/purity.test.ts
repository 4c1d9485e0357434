import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** Files that the evaluator reaches, which are those that a workflow bundle carries. */
async function reachable(): Promise<{ files: string[]; bytes: number }> {
  const { metafile, outputFiles } = await build({
    entryPoints: [join(root, 'engine/expression/evaluate.ts')], bundle: true, write: false, legalComments: 'none', metafile: true, format: 'esm', absWorkingDir: root,
  });
  const files = Object.keys(metafile.inputs);
  // Not minified, as the bundler of workflows leaves it.
  return { files, bytes: outputFiles[0]!.contents.length };
}

test('the evaluator reaches only its own files, not the parser, and stays small', async () => {
  const { files, bytes } = await reachable();
  expect(files.filter((file) => !file.startsWith('engine/expression/'))).toEqual([]);
  expect(files.filter((file) => /parse\.ts$/.test(file))).toEqual(['engine/expression/pattern/parse.ts']);
  expect(bytes).toBeLessThan(100_000);
});

test('nothing in it reads a clock, chance, locale or the host\'s pattern engine', async () => {
  const { files } = await reachable();
  for (const file of files) {
    const code = (await readFile(join(root, file), 'utf8')).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    const found = /\bDate\b|\bIntl\b|Math\.random|toLocale|localeCompare|RegExp|\.(match|search|matchAll)\(|[(,=]\s*\/[^/*\s]/.exec(code);
    expect([file, found?.[0]]).toEqual([file, undefined]);
  }
});
