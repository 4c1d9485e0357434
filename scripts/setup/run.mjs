/** Child processes and the lines that tell what set-up does. Only Node's own modules: packages may not be there yet. */
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const begin = Date.now();
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** One line, after the time since the start. */
export function say(line) {
  process.stdout.write(`${seconds(begin).padStart(8)}  ${line}\n`);
}

/** Says that `what` begins, does it, and says how long it took. */
export async function step(what, work) {
  say(`${what} ...`);
  const since = Date.now();
  const result = await work();
  say(`${what}: done in ${seconds(since)}`);
  return result;
}

/** Something that set-up cannot get by itself: `what`, the places `looked` at, and the one `command` that gets it. */
export class Missing extends Error {
  constructor(what, looked, command) {
    super([what, ...looked.map((place) => `  looked at: ${place}`), `  to get it: ${command}`].join('\n'));
  }
}

/** A program that set-up ran did not succeed; its last lines say why, our own stack would not. */
export class Failed extends Error {}

export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

export function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

/**
 * Runs a program to its end, quietly; resolves with its output.
 * Rejects with the last lines of its output when it fails or takes longer than `minutes`.
 */
export function run(command, args, { cwd, env, minutes = 20 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => { output = (output + chunk).slice(-100_000); };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    const limit = setTimeout(() => child.kill('SIGKILL'), minutes * 60_000);
    child.once('error', (error) => { clearTimeout(limit); reject(error); });
    child.once('close', (code, signal) => {
      clearTimeout(limit);
      if (code === 0) resolve(output);
      else reject(new Failed(`${command} ${args[0] ?? ''} ended with ${signal ?? `code ${code}`}\n${lastLines(output)}`));
    });
  });
}

function lastLines(output) {
  return output.trim().split('\n').slice(-15).map((line) => `    ${line}`).join('\n');
}

/**
 * Lets `fill` write into a temporary folder beside `folder` and puts it in place when it is whole,
 * so that an interrupted or a second set-up never leaves or sees half of it.
 */
export async function inPlace(folder, fill) {
  mkdirSync(dirname(folder), { recursive: true });
  const temporary = mkdtempSync(`${folder}.part-`);
  try {
    await fill(temporary);
    rmSync(folder, { recursive: true, force: true });
    renameSync(temporary, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
