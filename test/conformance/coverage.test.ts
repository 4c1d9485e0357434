/** The coverage page says what the cases prove; it is written by `UPDATE_DOCS=1 npm test -- coverage`, and must not lag behind them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CASES } from './all.cases.js';
import { CONTROL_FLOW, DATA, RESOURCES, type PatternRow } from './patterns-page.js';
import type { Case } from './run.js';

const PAGE = join(__dirname, '../../docs/bpmn-coverage.md');

const LEFT_OUT = [
  ['Choreography and conversation diagrams', 'they describe what is agreed between parties, not what one of them executes (BPMN 2.0 section 2.1.2)'],
  ['Scripts in other languages than FEEL', 'they would bring an unbounded language into a durable workflow; the element is named when the file is read and is an incident when reached'],
  ['`manualTask` and `task` without a performer', 'the standard says that an engine does not execute them (section 13.3.3); with `df:step` role or limit they are work items'],
  ['Public and private process conformance (`supports`, `isClosed`)', 'read and written back, without effect on execution'],
  ['Waiting for an input set (section 10.4.2)', 'an activity begins with the data there are: a value nobody has given is null, and a condition over it does not hold'],
  ['Default signal of multi-instance behaviour `None` and `One`', 'without an event reference nobody could name the signal to catch it; a reference is thrown'],
  ['DMN decision services, imports, functions in Java or PMML', 'decisions, decision tables, boxed expressions and knowledge models are made (see `test/decision`)'],
  ['Auditing and monitoring elements', 'the event log holds more than they could ask for'],
] as const;

const CHAPTERS: Readonly<Record<string, string>> = { 8: 'Chapter 8, Core structure', 10: 'Chapter 10, Process', 13: 'Chapter 13, Execution semantics', WCP: 'Workflow control-flow patterns' };

function counts(cases: readonly Case[]): string[] {
  const rows = Object.entries(CHAPTERS).map(([key, name]) => `| ${name} | ${cases.filter(({ section }) => section.split('.')[0] === key).length} |`);
  return ['| chapter | cases |', '| --- | --- |', ...rows];
}

function page(cases: readonly Case[]): string {
  const groups = new Map<string, Case[]>();
  for (const each of cases) {
    const key = each.section === 'WCP' ? 'Workflow control-flow patterns' : `${each.section} ${each.element}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const rows = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, list]) => `| ${key} | ${list.length} | ${list.map((each) => each.name).join('; ')} |`);
  return [
    '# BPMN 2.0 coverage', '',
    `Written from ${cases.length} conformance cases in \`test/conformance\`; each deploys a drawing, plays it and looks at what completed.`, '',
    ...counts(cases), '',
    '| section and element | cases | what was seen |', '| --- | --- | --- |', ...rows, '',
    '## Deliberately not executed', '', '| element | why |', '| --- | --- |', ...LEFT_OUT.map(([what, why]) => `| ${what} | ${why} |`), '',
  ].join('\n');
}

test('the coverage page is up to date', () => {
  const expected = page(CASES);
  if (process.env['UPDATE_DOCS']) writeFileSync(PAGE, expected);
  expect(readFileSync(PAGE, 'utf8')).toBe(expected);
});

const PATTERNS = join(__dirname, '../../docs/workflow-patterns.md');

function table(title: string, rows: readonly PatternRow[]): string[] {
  return [`## ${title}`, '', '| pattern | how it is drawn | support | proof |', '| --- | --- | --- | --- |', ...rows.map(({ pattern, drawn, support, proof }) => `| ${pattern} | ${drawn} | ${support} | ${proof} |`), ''];
}

test('every workflow pattern has its proof, and the page is up to date', () => {
  const names = new Set(CASES.map((each) => each.name));
  const unproven = [...CONTROL_FLOW, ...DATA, ...RESOURCES].filter(({ proof }) => {
    const [file = '', title = ''] = proof.split(/: (.*)/s);
    return !names.has(proof) && !(file.endsWith('.ts') && readFileSync(join(__dirname, '..', file), 'utf8').includes(`'${title}'`));
  });
  expect(unproven).toEqual([]);
  const expected = [
    '# Workflow patterns', '',
    'Patterns of van der Aalst, ter Hofstede, Russell and others. `+` directly, `+/-` in part or by a detour, `-` not. The proof is a conformance case in',
    '`test/conformance`, each of which deploys a drawing and plays it in process and on Temporal, or a test of the product. Written from `test/conformance/patterns-page.ts`.', '',
    ...table('The twenty classic control-flow patterns', CONTROL_FLOW), ...table('Data patterns that apply', DATA), ...table('Resource patterns that apply', RESOURCES),
  ].join('\n');
  if (process.env['UPDATE_DOCS']) writeFileSync(PATTERNS, expected);
  expect(readFileSync(PATTERNS, 'utf8')).toBe(expected);
});
