/** The TypeScript of the server side, transpiled file by file to dist/; types are `npm run check`'s business. */
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from '../setup/places.mjs';
import { filesBelow, whenChanged } from './inputs.mjs';

/** As in tsconfig.build.json. */
export const FOLDERS = ['engine', 'workflows', 'models', 'server', 'services', 'scripts', 'bench', 'bin'];
const isCode = (file) => file.endsWith('.ts') && !file.endsWith('.d.ts');
/** Read at run time beside the code: dictionaries, style sheets, pinned versions. */
const isData = (file) => /\.(json|css|svg|html)$/.test(file) && !file.endsWith('tsconfig.json');
const inDist = (file) => join(root, 'dist', relative(root, file));

export async function buildProgram() {
  const files = filesBelow(...FOLDERS, 'temporal.config.ts').filter((file) => isCode(file) || isData(file));
  const inputs = [...files, join(root, 'package-lock.json'), join(root, 'scripts', 'build', 'program.mjs')];
  return whenChanged('program', inputs, 'dist/services/index.js', async () => {
    const { build } = await import('esbuild');
    const entryPoints = files.filter(isCode);
    await build({
      entryPoints, outbase: root, outdir: join(root, 'dist'), absWorkingDir: root, logLevel: 'error',
      format: 'esm', platform: 'node', target: 'node20.19', sourcemap: true, bundle: false,
    });
    for (const file of files.filter(isData)) {
      mkdirSync(dirname(inDist(file)), { recursive: true });
      copyFileSync(file, inDist(file));
    }
    removeLeftovers();
  });
}

/** What was built from a source that is gone would otherwise still be found by an import. */
function removeLeftovers() {
  for (const built of filesBelow(...FOLDERS.map((folder) => join('dist', folder)))) {
    const source = join(root, relative(join(root, 'dist'), built)).replace(/(\.d\.ts|\.js|\.js\.map)$/, '');
    if (!existsSync(source) && !existsSync(`${source}.ts`)) rmSync(built);
  }
}
