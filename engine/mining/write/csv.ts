/** An event log as CSV (RFC 4180) under the names of XES, in pieces; case attributes begin with `case:`. Nested attributes have no place in a table. */
import { isoOf } from '../figures/counts.js';
import type { Attribute, EventLog } from '../log/types.js';

export function* writeCsv(log: EventLog): Generator<string> {
  const caseKeys = keysOf(log.extra?.cases ?? []);
  const eventKeys = keysOf(log.extra?.events ?? []);
  const given = [
    { name: 'org:resource', names: log.resources, column: log.resource }, { name: 'org:group', names: log.groups, column: log.group },
    { name: 'lifecycle:transition', names: log.transitions, column: log.transition },
  ].filter(({ names }) => names.length > 0);
  yield row(['case:concept:name', 'concept:name', 'time:timestamp', ...given.map(({ name }) => name), ...caseKeys.map((key) => `case:${key}`), ...eventKeys]);
  for (let c = 0; c < log.cases.length; c += 1) {
    const ofCase = values(log.extra?.cases[c], caseKeys);
    let rows = '';
    for (let i = log.offsets[c]!; i < log.offsets[c + 1]!; i += 1) {
      rows += row([log.cases[c]!, log.activities[log.activity[i]!]!, isoOf(log.time[i]!)!, ...given.map(({ names, column }) => names[column[i]!] ?? ''), ...ofCase, ...values(log.extra?.events[i], eventKeys)]);
    }
    yield rows;
  }
}

function keysOf(all: readonly (readonly Attribute[])[]): string[] {
  return [...new Set(all.flatMap((attributes) => attributes.filter(({ type }) => type !== 'list' && type !== 'container').map(({ key }) => key)))];
}

function values(attributes: readonly Attribute[] | undefined, keys: readonly string[]): string[] {
  return keys.map((key) => attributes?.find((each) => each.key === key)?.value ?? '');
}

function row(fields: readonly string[]): string {
  return `${fields.map((field) => (/[",\r\n;\t|]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')}\r\n`;
}
