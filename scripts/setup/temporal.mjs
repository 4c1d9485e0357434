/** A `temporal` program, from the first of: PATH, our cache, the SDK's own download, the pinned Go module. */
import { chmodSync, existsSync, readdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pinned, places, root } from './places.mjs';
import { inPlace, isProgram, Missing, onPath, run, say, step } from './run.mjs';

const MODULE = 'github.com/temporalio/cli/cmd/temporal';

export async function obtainTemporal() {
  if (process.env.TEMPORAL_ADDRESS || onPath('temporal') || isProgram(places.temporal)) return;
  const tried = [];
  for (const way of [download, build]) {
    try {
      await inPlace(dirname(places.temporal), way);
      return;
    } catch (error) {
      tried.push(error.message);
      say(error.message.split('\n')[0]);
    }
  }
  throw new Missing(
    'No Temporal server: TEMPORAL_ADDRESS is not set and no `temporal` program could be had.',
    ['temporal on PATH', places.temporal, ...tried],
    `with Go installed: go install ${MODULE}@${pinned.temporalCli}`,
  );
}

/** Bounded: without a way out to the internet it must fail soon. */
async function download(folder) {
  const script = join(root, 'scripts', 'setup', 'download-temporal.mjs');
  await run(process.execPath, [script, pinned.temporalCli, folder], { cwd: root, minutes: 3 })
    .catch(() => { throw new Error("the Temporal SDK's own download did not work here"); });
  const name = readdirSync(folder).find((file) => isProgram(join(folder, file)));
  if (!name) throw new Error("the Temporal SDK's own download left no program");
  if (name !== 'temporal') renameSync(join(folder, name), join(folder, 'temporal'));
}

async function build(folder) {
  const go = onPath('go');
  if (!go) throw new Error('go on PATH (to build it)');
  await step(`Temporal server, built from the Go module ${pinned.temporalCli} (some minutes, once)`, async () => {
    await run(go, ['install', '-ldflags=-s -w', `${MODULE}@${pinned.temporalCli}`], { env: { GOBIN: folder }, minutes: 30 });
    const program = join(folder, 'temporal');
    if (!existsSync(program)) throw new Error('go install left no program');
    chmodSync(program, 0o755);
  });
}
