/** Scenario tests that travel with drawings: each is played before anything of its package is taken in. */
import { readValidated } from '../../engine/bpmn/validate.js';
import { play } from '../../engine/session/play.js';
import { readScript, type ScriptEntry } from '../../engine/session/script.js';
import type { ScenarioResult } from '../contract.js';

export async function played(drawing: string, script: string): Promise<ScenarioResult> {
  const entries = readEntries(script);
  if (typeof entries === 'string') return { passed: false, why: entries };
  const { completed, state, error, incidents: [incident], waiting: [waits] } = play((await readValidated(drawing)).model, { script: entries });
  if (completed) return { passed: true };
  return { passed: false, why: error?.message ?? incident?.message ?? (waits ? `waits at ${waits.element}` : state) };
}

function readEntries(script: string): ScriptEntry[] | string {
  let json: unknown;
  try {
    json = JSON.parse(script);
  } catch {
    return 'is no JSON';
  }
  const read = readScript(json);
  return read.ok ? read.entries : read.message;
}
