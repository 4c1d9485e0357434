/** `npm run fuzz`: the API with made-up input by schemathesis, where that is installed (PyPI; DOSSIERFLOW_SCHEMATHESIS names its program `st`). */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './setup/places.mjs';

const program = process.env.DOSSIERFLOW_SCHEMATHESIS ?? 'st';
const version = spawnSync(program, ['--version'], { encoding: 'utf8' });
if (version.status !== 0) {
  process.stdout.write('skipped: schemathesis is not there. Install it outside of the project (python3 -m venv … && pip install schemathesis) and name its program: DOSSIERFLOW_SCHEMATHESIS=…/bin/st npm run fuzz\n');
} else {
  process.stdout.write(`schemathesis: ${version.stdout.trim()}\n`);
  const args = [join(root, 'node_modules', 'jest', 'bin', 'jest.js'), '-w', '1', '--testMatch', '<rootDir>/test/fuzz/*.fuzz.ts', ...process.argv.slice(2)];
  process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, TZ: 'UTC' } }).status ?? 1;
}
