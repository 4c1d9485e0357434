import { execFileSync } from 'node:child_process';
import { projectRoot } from '../../services/places.js';

/** Runs the body of an async ES module function in a Node of its own, as set-up runs, and returns what it returns. */
export function inNode<T>(body: string, env: NodeJS.ProcessEnv = process.env): T {
  const code = `const result = await (async () => { ${body} })(); process.stdout.write('\\n' + JSON.stringify(result ?? null));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: projectRoot(), env, encoding: 'utf8' });
  return JSON.parse(output.slice(output.lastIndexOf('\n'))) as T;
}
