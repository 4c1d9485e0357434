/** Builds dist/: the program, its declarations, the workflow bundle, the staff pages; only what changed. */
import { fileURLToPath } from 'node:url';
import { buildContract, buildDeclarations, buildWeb, buildWorkflowBundle } from './build/parts.mjs';
import { buildProgram } from './build/program.mjs';
import { say } from './setup/run.mjs';

export async function build() {
  await part('program', buildProgram);
  await Promise.all([part('contract', buildContract), part('declarations', buildDeclarations), part('workflow bundle', buildWorkflowBundle), part('staff pages', buildWeb)]);
}

async function part(name, work) {
  const since = Date.now();
  const built = await work();
  if (built) say(`built: ${name} (${((Date.now() - since) / 1000).toFixed(1)} s)`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build().catch((error) => {
    process.stderr.write(`\n${error.message}\n`);
    process.exitCode = 1;
  });
}
