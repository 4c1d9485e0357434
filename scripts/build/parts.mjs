/** The parts that are built by programs of their own. Each resolves with whether there was something to do. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/places.mjs';
import { run } from '../setup/run.mjs';
import { filesBelow, whenChanged } from './inputs.mjs';

const at = (...path) => join(root, ...path);
const isCode = (file) => /\.(ts|json)$/.test(file);

/** Types of the package's `./engine` entry. Emitted even where a type is wrong: that is for `npm run check` to say. */
export async function buildDeclarations() {
  const entry = at('engine', 'index.ts');
  if (!existsSync(entry)) return false;
  const inputs = [...filesBelow('engine').filter(isCode), at('package-lock.json')];
  return whenChanged('declarations', inputs, 'dist/engine/index.d.ts', async () => {
    const args = ['-p', 'engine/tsconfig.json', '--noEmit', 'false', '--emitDeclarationOnly', '--declaration', '--outDir', at('dist')];
    await run(process.execPath, [at('node_modules', 'typescript', 'bin', 'tsc'), ...args], { cwd: root }).catch((error) => {
      if (!existsSync(at('dist', 'engine', 'index.d.ts'))) throw error;
    });
  });
}

/** What the Temporal sandbox runs, bundled once here instead of at every start of a worker. */
export async function buildWorkflowBundle() {
  if (!existsSync(at('workflows', 'bundle.ts'))) return false;
  const inputs = [...filesBelow('engine', 'workflows').filter(isCode), at('temporal.config.ts'), at('package-lock.json')];
  const output = 'dist/workflow-bundle.js';
  const program = at('scripts', 'build', 'write-bundle.mjs');
  return whenChanged('workflow-bundle', inputs, output, () => run(process.execPath, [program, at(output)], { cwd: root, minutes: 5 }));
}

/** The staff pages. */
export async function buildWeb() {
  const config = at('web', 'vite.config.ts');
  if (!existsSync(config)) return false;
  const inputs = filesBelow('web', 'designer', 'engine', 'server/contract.ts', 'server/contract-versions.ts', 'package-lock.json');
  const vite = at('node_modules', 'vite', 'bin', 'vite.js');
  return whenChanged('web', inputs, 'dist/web/index.html', () => run(process.execPath, [vite, 'build', '--config', config], { cwd: root, minutes: 10 }));
}

/** The types that the API answers with, as JSON Schemas: the description of the API is made of them. */
export async function buildContract() {
  const contract = at('server', 'contract.ts');
  if (!existsSync(contract)) return false;
  const inputs = [contract, at('server', 'contract-versions.ts'), ...filesBelow('engine').filter(isCode), at('package-lock.json')];
  const output = 'dist/contract.json';
  return whenChanged('contract', inputs, output, () => run(process.execPath, [at('scripts', 'build', 'write-contract.mjs'), at(output)], { cwd: root }));
}
