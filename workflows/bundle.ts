/** The workflow code as one file: built at set-up, so that a start does not wait for the bundler. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type Logger, type WorkflowBundle } from '@temporalio/worker';

const quiet: Logger = { log: () => undefined, trace: () => undefined, debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

const FOLDER = import.meta.dirname ?? dirname(fileURLToPath(import.meta.url));
/** `NAME.js` beside this file, or `NAME.ts` when running from the sources. */
function beside(name: string): string {
  const built = join(FOLDER, `${name}.js`);
  return existsSync(built) ? built : join(FOLDER, `${name}.ts`);
}

export async function bundleWorkflows(): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: beside('index'), preloadModules: [beside('preloaded')], logger: quiet,
    // Every worker thread parses it: half the size is half the time. Names that are written into histories are strings.
    webpackConfigHook: (config) => ({ ...config, optimization: { ...config.optimization, minimize: true } }),
  });
  return code;
}

/** Bytes of code, without the source map that the SDK wants inside. */
export function codeSize(bundle: string): number {
  const map = bundle.lastIndexOf('//# sourceMappingURL=data:');
  return Buffer.byteLength(map < 0 ? bundle : bundle.slice(0, map));
}

export async function writeBundle(path: string): Promise<number> {
  const code = await bundleWorkflows();
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, code);
  return codeSize(code);
}

/** What the worker is given: the file when it is there, else a bundle made now. */
export async function bundleFor(path: string | undefined, onMissing: () => void = () => undefined): Promise<WorkflowBundle | { codePath: string }> {
  if (path !== undefined && existsSync(path)) return { codePath: path };
  onMissing();
  return { code: await bundleWorkflows() };
}
