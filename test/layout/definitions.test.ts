import { readFileSync } from 'node:fs';
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import descriptor from '../../engine/bpmn/df-moddle.json' with { type: 'json' };
import { layoutDefinitions } from '../../engine/bpmn/layout.js';

const wrap = (body: string, more = ''): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:x="urn:x" id="D" targetNamespace="urn:d"${more}>
${body}
</definitions>
`;
const simple = wrap(`  <!-- kept -->
  <process id="P"><startEvent id="s"><outgoing>f</outgoing></startEvent><userTask id="t" x:mark="1"><incoming>f</incoming></userTask>
  <sequenceFlow id="f" sourceRef="s" targetRef="t"/></process>`);

async function plane(xml: string): Promise<{ element: string; ids: string[] }> {
  const { rootElement, warnings } = await new BpmnModdle({ df: descriptor }).fromXML(xml);
  expect(warnings).toEqual([]);
  const [diagram] = rootElement['diagrams'] as ModdleElement[];
  const drawn = diagram!['plane'] as ModdleElement;
  const of = (each: ModdleElement): string => (each['bpmnElement'] as ModdleElement)['id'] as string;
  return { element: of(drawn), ids: (drawn['planeElement'] as ModdleElement[]).map(of) };
}

test('a file without a drawing gets one, and keeps every other character', async () => {
  const drawn = await layoutDefinitions(simple);
  expect(drawn.replace(/ *<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>\n/, '')).toBe(simple);
  expect(await plane(drawn)).toEqual({ element: 'P', ids: ['s', 't', 'f'] });
});

test('a drawn file stays as it is, unless it is to be drawn again', async () => {
  const file = readFileSync('procedures/P05-cap-lai-gcn-bi-mat.bpmn', 'utf8');
  expect(await layoutDefinitions(file)).toBe(file);
  const again = await layoutDefinitions(file, { redraw: true });
  expect(await layoutDefinitions(again, { redraw: true })).toBe(again);
  expect((await plane(again)).ids.sort()).toEqual((await plane(file)).ids.sort());
});

test('lanes inside lanes are drawn around each other', async () => {
  const drawn = await layoutDefinitions(wrap(`<collaboration id="C"><participant id="pool" processRef="P"/></collaboration>
  <process id="P"><laneSet id="ls"><lane id="outer"><childLaneSet id="cs"><lane id="a"><flowNodeRef>t</flowNodeRef></lane><lane id="b"/></childLaneSet></lane>
  <lane id="other"/></laneSet><task id="t"/></process>`));
  const box = (id: string): number[] => new RegExp(`bpmnElement="${id}"[^>]*>\\s*<dc:Bounds x="(\\d+)" y="(\\d+)" width="(\\d+)" height="(\\d+)"`).exec(drawn)!.slice(1).map(Number);
  const [outer, a, b] = ['outer', 'a', 'b'].map(box);
  expect(outer![0]).toBe(a![0]! - 30);
  expect(outer![3]).toBe(a![3]! + b![3]!);
});

test('refuses what cannot be drawn, with the reason', async () => {
  await expect(layoutDefinitions(wrap('<message id="m"/>'))).rejects.toThrow('no process');
  await expect(layoutDefinitions('not xml')).rejects.toThrow();
});
