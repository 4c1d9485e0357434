import { check } from '../../engine/check.js';
import { readBpmn } from '../../engine/bpmn/read.js';
import { validateBpmn } from '../../engine/bpmn/validate.js';
import { file } from './drawing.js';

const good = file('<bpmn:task id="A" name="a"/>');
const nested = (depth: number): string => `${Array.from({ length: depth }, (_v, i) => `<bpmn:subProcess id="s${i}">`).join('')}${'</bpmn:subProcess>'.repeat(depth)}`;

/** What is handed in, the code, the element and the line named. */
const table: [string, string, string, string?, number?][] = [
  ['nothing', '', 'XML-EMPTY'],
  ['blanks', ' \n ', 'XML-EMPTY'],
  ['no XML', 'Kính gửi', 'XML-FORM', undefined, 1],
  ['an element that is not closed', good.replace('</bpmn:process>', ''), 'XML-FORM', undefined, 9],
  ['tags that cross', good.replace('<bpmn:task id="A" name="a"/>', '<bpmn:task id="A">\n</bpmn:userTask>'), 'XML-FORM', undefined, 8],
  ['text after the end', `${good}rest`, 'XML-FORM', undefined, 9],
  ['two outermost elements', `${good}<x/>`, 'XML-FORM', undefined, 9],
  ['an attribute twice', good.replace('name="a"', 'name="a" name="b"'), 'XML-FORM', undefined, 7],
  ['an attribute without quotes', good.replace('name="a"', 'name=a'), 'XML-FORM', undefined, 7],
  ['a prefix that is not declared', good.replace('<bpmn:task id="A" name="a"/>', '<b:task id="A"/>'), 'XML-FORM', undefined, 7],
  ['a DOCTYPE', good.replace('<bpmn:definitions', '<!DOCTYPE x [<!ENTITY e "eee">]>\n<bpmn:definitions'), 'XML-DOCTYPE', undefined, 2],
  ['an entity', good.replace('name="a"', 'name="&e;"'), 'XML-ENTITY', undefined, 7],
  ['an entity in a text', good.replace('<bpmn:task id="A" name="a"/>', '<bpmn:documentation>&nbsp;</bpmn:documentation>'), 'XML-ENTITY', undefined, 7],
  ['a bare ampersand', good.replace('name="a"', 'name="a & b"'), 'XML-ENTITY', undefined, 7],
  ['a control character', good.replace('name="a"', 'name="a\u0001"'), 'XML-CONTROL', undefined, 7],
  ['a control character by number', good.replace('name="a"', 'name="a&#x1;"'), 'XML-CONTROL', undefined, 7],
  ['half a character', good.replace('name="a"', 'name="\ud83d"'), 'XML-CONTROL', undefined, 7],
  ['another vocabulary', '<html xmlns="http://www.w3.org/1999/xhtml"/>', 'XML-ROOT', undefined, 1],
  ['BPMN without its namespace', '<definitions><process id="P"/></definitions>', 'XML-ROOT', undefined, 1],
  ['BPMN 1', '<definitions xmlns="http://schema.omg.org/spec/BPMN/1.0"/>', 'XML-ROOT', undefined, 1],
  ['an element that BPMN does not have', file('<bpmn:taks id="A"/>'), 'XML-ELEMENT', undefined, 7],
  ['an element where it cannot be', file('<bpmn:process id="Q"/>'), 'XML-ELEMENT', undefined, 7],
  ['an id twice', file('<bpmn:task id="A"/>\n<bpmn:userTask id="A"/>'), 'ID-DUPLICATE', 'A', 8],
  ['an id that begins with a digit', file('<bpmn:task id="1A"/>'), 'ID-ILLEGAL', '1A', 7],
  ['an id with a blank', file('<bpmn:task id="A B"/>'), 'ID-ILLEGAL', 'A B', 7],
  ['an empty id', file('<bpmn:task id=""/>'), 'ID-ILLEGAL', '', 7],
  ['a reference to nothing', file('<bpmn:task id="A"/>\n<bpmn:sequenceFlow id="f" sourceRef="A" targetRef="B"/>'), 'REF-UNRESOLVED', 'f', 8],
  ['FEEL that ends early', file('<bpmn:task id="A"/><bpmn:task id="B"/>\n<bpmn:sequenceFlow id="f" sourceRef="A" targetRef="B"><bpmn:conditionExpression>x &gt;</bpmn:conditionExpression></bpmn:sequenceFlow>'), 'EXPR-SYNTAX', 'f', 8],
  ['FEEL without end', file(`<bpmn:task id="A"/><bpmn:task id="B"/>\n<bpmn:sequenceFlow id="f" sourceRef="A" targetRef="B"><bpmn:conditionExpression>${'('.repeat(400)}1${')'.repeat(400)}</bpmn:conditionExpression></bpmn:sequenceFlow>`), 'EXPR-SYNTAX', 'f', 8],
  ['a condition in another language', file('<bpmn:task id="A"/><bpmn:task id="B"/>\n<bpmn:sequenceFlow id="f" sourceRef="A" targetRef="B"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="text/javascript">x &gt; 1</bpmn:conditionExpression></bpmn:sequenceFlow>'), 'EXPR-LANGUAGE', 'f', 8],
  ['JUEL beyond comparisons', file('<bpmn:task id="A"/><bpmn:task id="B"/>\n<bpmn:sequenceFlow id="f" sourceRef="A" targetRef="B"><bpmn:conditionExpression>${bean.check(x)}</bpmn:conditionExpression></bpmn:sequenceFlow>'), 'EXPR-JUEL', 'f', 8],
  ['more than 2 MB', good.replace('name="a"', `name="a" c:x="${'ế'.repeat(750_000)}"`), 'LIMIT-SIZE'],
  ['more than 2,000 elements', file(Array.from({ length: 2001 }, (_v, i) => `<bpmn:task id="t${i}"/>`).join('\n')), 'LIMIT-ELEMENTS'],
  ['sub-processes nested too deeply', file(nested(21)), 'LIMIT-DEPTH', 's20', 7],
  ['elements nested too deeply', file(`<bpmn:extensionElements>${'<c:a>'.repeat(200)}${'</c:a>'.repeat(200)}</bpmn:extensionElements>`), 'LIMIT-DEPTH'],
  ['XML without end', file(`<bpmn:extensionElements>${'<c:a/>'.repeat(70_000)}</bpmn:extensionElements>`), 'LIMIT-ELEMENTS', undefined, 7],
  ['attributes without end', file(`<bpmn:task id="A" ${Array.from({ length: 50_000 }, (_v, i) => `c:a${i}=""`).join(' ')}/>`), 'XML-FORM', undefined, 7],
  ['prefixes declared at every depth', file('<c:a xmlns:x="u">'.repeat(90_000)), 'LIMIT-DEPTH', undefined, 7],
  ['an expression without end', file(`<bpmn:task id="A"/><bpmn:task id="B"/>\n<bpmn:sequenceFlow id="f" sourceRef="A" targetRef="B"><bpmn:conditionExpression>&lt;literalExpression>${'&lt;text>'.repeat(150_000)}</bpmn:conditionExpression></bpmn:sequenceFlow>`), 'EXPR-SYNTAX', 'f', 8],
  ['a name without end', good.replace('name="a"', `name="${'a'.repeat(501)}"`), 'LIMIT-NAME', 'A', 7],
];
const rows = table.map(([what, xml, code, elementId, line]) => ({ what, xml, code, elementId, line }));

test.each(rows)('$what', async ({ xml, code, elementId, line }) => {
  const { errors } = await validateBpmn(xml);
  const found = errors.find((each) => each.code === code);
  expect(found ?? errors).toMatchObject({ code, ...(elementId && { elementId }), ...(line !== undefined && { line }) });
  expect(found!.message).toMatch(/\.$/);
});

test.each(rows)('$what does not make reading reject', async ({ xml }) => {
  const model = await readBpmn(xml, 'x.bpmn');
  expect(model).toMatchObject({ file: 'x.bpmn', xml });
  expect(model.diagnostics.some((each) => each.severity === 'error')).toBe(true);
});

test('what is within the limits is accepted', async () => {
  for (const xml of [good, file(nested(20)), `\uFEFF${good}`, good.replace('name="a"', `name="${'a'.repeat(500)}"`), good.replace('name="a"', 'name="&lt;a&#10;&#xe9;"'), `${good}<!-- <x> & -->\n<?pi & ?>`]) {
    expect((await validateBpmn(xml)).errors).toEqual([]);
  }
});

test('ids with Vietnamese letters, booleans as digits and elements without ids are read', async () => {
  const { processes, diagnostics } = await readBpmn(file(`<bpmn:startEvent id="Bắt_đầu"/><bpmn:userTask id="Bước_1"/><bpmn:sequenceFlow sourceRef="Bắt_đầu" targetRef="Bước_1"/>
    <bpmn:boundaryEvent id="b" attachedToRef="Bước_1" cancelActivity=" 0 "><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>`));
  expect(diagnostics).toEqual([]);
  expect(processes[0]!.order).toEqual(['Bắt_đầu', 'Bước_1', 'b']);
  expect(processes[0]!.flows).toEqual({ sequenceFlow_1: { id: 'sequenceFlow_1', source: 'Bắt_đầu', target: 'Bước_1' } });
  expect(processes[0]!.nodes.b).toMatchObject({ attachedTo: 'Bước_1', cancelActivity: false });
});

test('a process that is not to be executed may say its conditions in words', async () => {
  const drawing = file('<bpmn:task id="A"/><bpmn:task id="B"/><bpmn:task id="C"/><bpmn:sequenceFlow id="f" sourceRef="A" targetRef="B"><bpmn:conditionExpression>the dossier is complete!</bpmn:conditionExpression></bpmn:sequenceFlow><bpmn:sequenceFlow id="g" sourceRef="A" targetRef="C"/>');
  expect((await validateBpmn(drawing)).errors).toMatchObject([{ code: 'EXPR-SYNTAX', elementId: 'f' }]);
  expect((await validateBpmn(drawing.replace('isExecutable="true"', ''))).errors).toEqual([]);
  const words = await validateBpmn(drawing.replace('isExecutable="true"', 'isExecutable="false"'));
  expect(words.errors).toEqual([]);
  expect(words.warnings).toContainEqual(expect.objectContaining({ code: 'EXPR-SYNTAX', elementId: 'f' }));
});

test('a second element with the id of a first is dropped by the reader: flows to it carry nothing, and no check stumbles over them', async () => {
  const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"><process id="p" isExecutable="true">
    <laneSet id="ls"><lane id="b" name="b"><flowNodeRef>s</flowNodeRef></lane></laneSet>
    <startEvent id="s"/><exclusiveGateway id="g" default="f2"/><userTask id="b"/><userTask id="t"/><endEvent id="e"/>
    <sequenceFlow id="f1" sourceRef="s" targetRef="g"/><sequenceFlow id="f2" sourceRef="g" targetRef="t"/><sequenceFlow id="f3" sourceRef="g" targetRef="b"/>
    <sequenceFlow id="f4" sourceRef="t" targetRef="e"/><sequenceFlow id="f5" sourceRef="b" targetRef="e"/></process></definitions>`;
  const model = await readBpmn(xml);
  const [graph] = model.processes;
  for (const flow of Object.values(graph!.flows)) expect([graph!.nodes[flow.source]?.id, graph!.nodes[flow.target]?.id]).toEqual([flow.source, flow.target]);
  expect(model.diagnostics.some((each) => each.severity === 'error' && each.message.includes('b'))).toBe(true);
  expect((await check([model])).some((each) => each.canTell && each.severity === 'error')).toBe(true);
});

test('a diagram without a plane: the rule of drawing that would fall over it says that it cannot tell, the others speak', async () => {
  const xml = file('<bpmn:task id="A" name="a"/>').replace('</bpmn:definitions>', '<bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" id="dia"/></bpmn:definitions>');
  const found = await check([await readBpmn(xml)]);
  expect(found).toContainEqual(expect.objectContaining({ check: 'S12', canTell: false, missing: ['no-bpmndi'] }));
  expect(found.some((each) => each.canTell && each.check === 'S12')).toBe(true);
});
