/** An event log as XES (IEEE 1849-2016), in pieces. Attributes beside the columns are written when the log was read with them. */
import { isoOf } from '../figures/counts.js';
import type { Attribute, EventLog, ExtraAttributes } from '../log/types.js';

const EXTENSIONS: ExtraAttributes['extensions'] = [
  { name: 'Concept', prefix: 'concept', uri: 'http://www.xes-standard.org/concept.xesext' },
  { name: 'Time', prefix: 'time', uri: 'http://www.xes-standard.org/time.xesext' },
  { name: 'Organizational', prefix: 'org', uri: 'http://www.xes-standard.org/org.xesext' },
  { name: 'Lifecycle', prefix: 'lifecycle', uri: 'http://www.xes-standard.org/lifecycle.xesext' },
];

export function* writeXes(log: EventLog): Generator<string> {
  const extra = log.extra;
  const extensions = extra && extra.extensions.length > 0 ? extra.extensions : EXTENSIONS;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1849.2016" xes.features="nested-attributes" xmlns="http://www.xes-standard.org/">\n';
  yield extensions.map(({ name, prefix, uri }) => `<extension name="${escape(name)}" prefix="${escape(prefix)}" uri="${escape(uri)}"/>\n`).join('');
  for (const { scope, attributes } of extra?.globals ?? []) yield `<global scope="${escape(scope)}">\n${attributes.map(element).join('')}</global>\n`;
  for (const { name, keys, scope } of extra?.classifiers ?? []) {
    yield `<classifier name="${escape(name)}"${scope === undefined ? '' : ` scope="${escape(scope)}"`} keys="${escape(keys.map((key) => (/\s/.test(key) ? `'${key}'` : key)).join(' '))}"/>\n`;
  }
  yield (extra?.log ?? []).map(element).join('');
  for (let c = 0; c < log.cases.length; c += 1) {
    yield `<trace>\n${text('concept:name', log.cases[c])}${(extra?.cases[c] ?? []).map(element).join('')}`;
    for (let i = log.offsets[c]!; i < log.offsets[c + 1]!; i += 1) yield event(log, i);
    yield '</trace>\n';
  }
  yield '</log>\n';
}

function event(log: EventLog, i: number): string {
  return `<event>\n${text('concept:name', log.activities[log.activity[i]!])}<date key="time:timestamp" value="${isoOf(log.time[i]!)}"/>\n`
    + text('org:resource', log.resources[log.resource[i]!]) + text('org:group', log.groups[log.group[i]!])
    + text('lifecycle:transition', log.transitions[log.transition[i]!]) + `${(log.extra?.events[i] ?? []).map(element).join('')}</event>\n`;
}

function text(key: string, value: string | undefined): string {
  return value === undefined ? '' : `<string key="${key}" value="${escape(value)}"/>\n`;
}

function element({ key, type, value, children }: Attribute): string {
  const head = `<${type} key="${escape(key)}"${type === 'list' || type === 'container' ? '' : ` value="${escape(value)}"`}`;
  return children && children.length > 0 ? `${head}>${children.map(element).join('')}</${type}>\n` : `${head}/>\n`;
}

/** Line ends and tabs as references: an XML reader would make blanks of them. */
function escape(value: string): string {
  return value.replace(/[&<>"\n\r\t]/g, (character) => REFERENCES[character]!);
}
const REFERENCES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' };
