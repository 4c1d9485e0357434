/** The parts of the designer that need no browser: template, outline, order of findings, translations. */
import { readBpmn } from '../../engine/bpmn/read.js';
import { notesOf } from '../../designer/findings/messages.js';
import { isTranslated, translator } from '../../designer/i18n/translate.js';
import { outlineOf } from '../../designer/outline/model.js';
import { newDiagram } from '../../designer/template.js';

test.each(['vi', 'en'] as const)('a new diagram (%s) can be read and has a one-stop lane', async (language) => {
  const model = await readBpmn(newDiagram(language, 'P99 & "x"', 'abc'));
  expect(model.diagnostics.filter((it) => it.severity === 'error')).toEqual([]);
  const process = model.processes[0];
  expect(process?.procedure?.code).toBe('P99 & "x"');
  expect(process?.lanes.map((lane) => lane.department?.oneStop)).toEqual([true, undefined]);
  expect(process?.order.length).toBe(4);
});

test('two new diagrams share no ids', () => {
  const ids = (xml: string) => [...xml.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]).filter((id) => id !== 'motCua');
  const first = new Set(ids(newDiagram('vi', 'A', 'one')));
  expect(ids(newDiagram('vi', 'A', 'two')).filter((id) => first.has(id))).toEqual([]);
});

test('the outline tells the procedure in the order of its flow, lane by lane', () => {
  const start: Parameters<typeof outlineOf>[0][number] = { $type: 'bpmn:StartEvent', id: 's' };
  const task: typeof start = { $type: 'bpmn:UserTask', id: 't', name: 'Tiếp nhận' };
  const loose: typeof start = { $type: 'bpmn:EndEvent', id: 'e' };
  const flow = (id: string, source: typeof start, target: typeof start): typeof start => ({ $type: 'bpmn:SequenceFlow', id, sourceRef: source, targetRef: target });
  const first = flow('f1', start, task), second = flow('f2', task, loose);
  start.outgoing = [first]; task.incoming = [first]; task.outgoing = [second]; loose.incoming = [second];
  const lanes = outlineOf([{ $type: 'bpmn:Process', id: 'p', flowElements: [loose, task, start], laneSets: [{ lanes: [{ $type: 'bpmn:Lane', id: 'l', name: 'Một cửa', flowNodeRef: [task, start] }] }] }], 'ngoài làn');
  expect(lanes.map((lane) => [lane.name, lane.nodes.map((node) => node.id)])).toEqual([['Một cửa', ['s', 't']], ['ngoài làn', ['e']]]);
  expect(lanes[0]?.nodes[1]?.next).toEqual([{ id: 'e', flow: '' }]);
});

test('errors come before warnings, what cannot be told comes last', () => {
  const notes = notesOf([
    { file: 'f', check: 'T3', canTell: false, missing: ['limit'] },
    { file: 'f', check: 'T5', severity: 'warning', elements: [], message: 'w', evidence: {}, canTell: true },
    { code: 'no-end', severity: 'error', message: 'e', elementId: 'x' },
  ]);
  expect(notes.map((note) => note.severity)).toEqual(['error', 'warning', 'unknown']);
  expect(notes[0]?.elements).toEqual(['x']);
});

test('the modeler speaks Vietnamese whatever the case of the English original', () => {
  const translate = translator('vi');
  expect(translate('User Task')).toBe(translate('User task'));
  expect(translate('Append {type}', { type: 'x' })).toBe('Thêm x');
  expect(translator('en')('User Task')).toBe('User Task');
  expect(isTranslated('Timer Start Event (Non Interrupting)')).toBe(true);
});
