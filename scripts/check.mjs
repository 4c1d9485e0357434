/** `npm run check`: types, lint and import rules. Prints a line per part, and what is wrong where one fails. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup/places.mjs';

const bin = (...path) => join(root, 'node_modules', ...path);
const tsc = (project) => [bin('typescript', 'bin', 'tsc'), '-p', project, '--noEmit', '--pretty', 'false'];
const SOURCES = ['engine', 'workflows', 'models', 'server', 'services', 'web', 'designer', 'bench', 'bin', 'temporal.config.ts'];
const there = (...paths) => paths.filter((path) => existsSync(join(root, path)));

const PARTS = [
  { name: 'types', args: tsc('tsconfig.json') },
  { name: 'import rules', args: [bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'), '--output-type', 'err', ...there(...SOURCES)] },
  { name: 'lint', args: [bin('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0', '--cache', '--cache-location', bin('.cache', 'eslint', 'cache')] },
  ...there('engine/tsconfig.json', 'designer/tsconfig.json', 'web/tsconfig.json').map((project) => ({ name: `types of ${project.split('/')[0]}`, args: tsc(project) })),
];
/** Each part is one process of some hundred megabytes; the machines in mind have two cores. */
const AT_ONCE = 2;

function runPart({ name, args }) {
  return new Promise((resolve) => {
    const since = Date.now();
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => { output += text; });
    child.stderr.setEncoding('utf8').on('data', (text) => { output += text; });
    child.once('close', (code) => {
      const passed = code === 0;
      if (!passed) process.stdout.write(`\n${output.trim()}\n`);
      process.stdout.write(`${passed ? 'ok    ' : 'FAILED'}  ${name} (${((Date.now() - since) / 1000).toFixed(1)} s)\n`);
      resolve(passed);
    });
  });
}

const waiting = [...PARTS];
const results = [];
async function worker() {
  for (let part = waiting.shift(); part; part = waiting.shift()) results.push(await runPart(part));
}
await Promise.all(Array.from({ length: AT_ONCE }, worker));
const failed = results.filter((passed) => !passed).length;
process.stdout.write(failed === 0 ? 'check: all well\n' : `check: ${failed} of ${results.length} parts failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
