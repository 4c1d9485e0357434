/** The types of server/contract.ts as JSON Schemas, which the build writes, under names that OpenAPI allows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../services/places.js';

export type Schema = Record<string, unknown>;
const AT = '#/definitions/';
export const COMPONENT = '#/components/schemas/';

/** By name, as `components.schemas` holds them. */
export function contractSchemas(file = join(projectRoot(), 'dist', 'contract.json')): Record<string, Schema> {
  const { definitions } = JSON.parse(readFileSync(file, 'utf8')) as { definitions: Record<string, Schema> };
  return Object.fromEntries(Object.entries(definitions).map(([name, schema]) => [plain(name), moved(schema) as Schema]));
}

/** `Page<CalendarMove>` is `Page.CalendarMove`. */
const plain = (name: string): string => decodeURIComponent(name).replace(/</g, '.').replace(/[>"]/g, '').replace(/[^A-Za-z0-9._-]/g, '-');

function moved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moved);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, key === '$ref' && typeof each === 'string' && each.startsWith(AT) ? `${COMPONENT}${plain(each.slice(AT.length))}` : moved(each)]));
}
