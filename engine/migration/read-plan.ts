/** A migration plan written by a person, as JSON. */
import type { Id, Plan } from '../graph/types.js';
import type { MigrationPlan, ProcessMapping } from './types.js';

export type PlanRead = { ok: true; plan: MigrationPlan } | { ok: false; message: string };

/**
 * `{processes: {OLD: {to: NEW, nodes: {old: new}, flows?: {old: new}}}}`; `from` and `to`, hashes of the two plans, may be
 * left out. The message of a failure names the field.
 */
export function readMigrationPlan(value: unknown, from: Plan, to: Plan): PlanRead {
  if (!isRecord(value)) return { ok: false, message: 'a migration plan is an object' };
  const hashes = { from: value['from'] ?? from.hash, to: value['to'] ?? to.hash };
  if (typeof hashes.from !== 'string') return { ok: false, message: 'from: not a text' };
  if (typeof hashes.to !== 'string') return { ok: false, message: 'to: not a text' };
  if (!isRecord(value['processes'])) return { ok: false, message: 'processes: not an object' };
  const unknown = Object.keys(value).find((key) => !['from', 'to', 'processes'].includes(key));
  if (unknown !== undefined) return { ok: false, message: `${unknown}: unknown field` };
  const processes: Record<Id, ProcessMapping> = {};
  for (const [id, mapping] of Object.entries(value['processes'])) {
    const wrong = wrongField(mapping);
    if (wrong !== undefined) return { ok: false, message: `processes.${id}${wrong}` };
    processes[id] = mapping as ProcessMapping;
  }
  return { ok: true, plan: { from: hashes.from, to: hashes.to, processes } };
}

function wrongField(mapping: unknown): string | undefined {
  if (!isRecord(mapping)) return ': not an object';
  if (typeof mapping['to'] !== 'string') return '.to: not a text';
  const unknown = Object.keys(mapping).find((key) => !['to', 'nodes', 'flows'].includes(key));
  if (unknown !== undefined) return `.${unknown}: unknown field`;
  for (const field of ['nodes', 'flows']) {
    const ids = mapping[field];
    if (ids === undefined && field === 'flows') continue;
    if (!isRecord(ids)) return `.${field}: not an object`;
    const wrong = Object.keys(ids).find((id) => typeof ids[id] !== 'string');
    if (wrong !== undefined) return `.${field}.${wrong}: not a text`;
  }
  return undefined;
}
function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
