/** `import` without an installation: what becomes of a diagram of another engine, element by element. */
import { install, type Installed } from './cli.js';

const diagram = (more: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="defs" targetNamespace="t">
<bpmn:process id="P" isExecutable="true"><bpmn:startEvent id="s"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
<bpmn:userTask id="a" name="Receive" camunda:formKey="receive" camunda:assignee="lan"><bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing></bpmn:userTask>
<bpmn:endEvent id="e"><bpmn:incoming>f2</bpmn:incoming></bpmn:endEvent>
<bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="a"/><bpmn:sequenceFlow id="f2" sourceRef="a" targetRef="${more}"/></bpmn:process></bpmn:definitions>`;

describe('dossierflow import', () => {
  let cli: Installed;
  beforeAll(() => {
    cli = install();
    cli.write('good.bpmn', diagram('e'));
    cli.write('bad.bpmn', diagram('nowhere'));
    cli.write('text.bpmn', 'Kính gửi');
  });
  afterAll(() => cli.remove());

  it('names what is taken over and what is not, and exits 0', () => {
    const { code, out, err } = cli.run(['import', 'good.bpmn', '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const answer = JSON.parse(out) as { report: { element: string; name: string; treatment: string }[] };
    expect(answer).toMatchObject({ file: 'good.bpmn', processes: ['P'], errors: [] });
    expect(answer.report.map(({ element, name }) => [element, name])).toEqual([['a', 'camunda:formKey'], ['a', 'camunda:assignee']]);
    expect(answer.report[0]!.treatment).not.toBe(answer.report[1]!.treatment);
    expect(cli.run(['import', 'good.bpmn']).out).toMatch(/a +camunda:assignee/);
  });
  it('exits 1 when it could not be published, with element and line', () => {
    const { code, out } = cli.run(['import', 'bad.bpmn', '--json']);
    expect(code).toBe(1);
    expect((JSON.parse(out) as { errors: object[] }).errors).toContainEqual(expect.objectContaining({ code: 'REF-UNRESOLVED', element: 'f2', line: 6 }));
  });
  it.each([['text.bpmn', /text\.bpmn: line 1:/], ['none.bpmn', /none\.bpmn: no such file/]])('%s cannot be read: exits 2 with one line', (file, line) => {
    const { code, out, err } = cli.run(['import', file]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(line);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
  it('who stores it must be named', () => {
    expect(cli.run(['import', 'good.bpmn', '--procedure', 'P21'])).toMatchObject({ code: 2, err: expect.stringContaining('--by') as string });
  });
});
