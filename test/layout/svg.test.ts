/** The server's picture of a drawing: everything that the file draws, well-formed, with every name escaped. */
import { readdirSync, readFileSync } from 'node:fs';
import { pictureOf } from '../../engine/bpmn/picture.js';
import { scanXml } from '../../engine/bpmn/scan.js';
import { readSource } from '../../engine/bpmn/source.js';
import { is } from '../../engine/bpmn/element.js';
import { svgOf } from '../../engine/layout/svg.js';
import { textWidth, wrapped } from '../../engine/layout/text.js';

const FOLDER = 'procedures';
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.bpmn'));
const named = { title: 'Lưu đồ', titleId: 'title', describedBy: 'words' };

interface Drawn { tags: string[]; ids: string[]; classOf(id: string): string | undefined }
/** Parses the picture; the test fails when it is no well-formed XML. */
function parsed(svg: string): Drawn {
  const { tags, problems } = scanXml(svg);
  expect(problems).toEqual([]);
  const value = (tag: (typeof tags)[number], name: string): string | undefined => tag.attributes.find((each) => each.name === name)?.value;
  const groups = tags.flatMap((tag) => { const id = value(tag, 'data-id'); return id === undefined ? [] : [{ id, mark: value(tag, 'class') }]; });
  return { tags: tags.map(({ name }) => name), ids: groups.map(({ id }) => id), classOf: (id) => groups.find((each) => each.id === id)?.mark };
}
const drawn = async (xml: string, options = {}): Promise<string> => svgOf((await pictureOf(xml))!, { ...named, ...options });

test.each(files)('%s: every step, flow, lane and pool that has a place in the file is in the picture', async (file) => {
  const xml = readFileSync(`${FOLDER}/${file}`, 'utf8');
  const { byId } = await readSource(xml);
  const placed = [...xml.matchAll(/<bpmndi:BPMN(?:Shape|Edge) [^>]*bpmnElement="([^"]+)"/g)].map(([, id]) => id!);
  const wanted = placed.filter((id) => ['FlowNode', 'Lane', 'Participant', 'SequenceFlow', 'MessageFlow'].some((type) => is(byId.get(id), type)));
  expect(wanted.length).toBeGreaterThan(10);
  expect(parsed(await drawn(xml)).ids.sort()).toEqual(wanted.sort());
});

const small = (name: string, diagram = true): string => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="D" targetNamespace="urn:d">
<process id="P"><startEvent id="s"/><userTask id="t" name="${name}"/><boundaryEvent id="b" attachedToRef="t" cancelActivity="false"><timerEventDefinition/></boundaryEvent><sequenceFlow id="f" name="${name}" sourceRef="s" targetRef="t"/></process>
${diagram ? `<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="P"><bpmndi:BPMNShape bpmnElement="s"><dc:Bounds x="-50" y="22" width="36" height="36"/></bpmndi:BPMNShape>
<bpmndi:BPMNShape bpmnElement="t"><dc:Bounds x="60" y="0" width="100" height="80"/></bpmndi:BPMNShape><bpmndi:BPMNShape bpmnElement="b"><dc:Bounds x="80" y="62" width="36" height="36"/></bpmndi:BPMNShape>
<bpmndi:BPMNEdge bpmnElement="f"><di:waypoint x="-14" y="40"/><di:waypoint x="60" y="40"/></bpmndi:BPMNEdge></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>` : ''}</definitions>`;

test('a name stays a name, whatever it says', async () => {
  const svg = await drawn(small('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;'), { title: '<script>"\'&' });
  expect(parsed(svg).tags).not.toContain('script');
  expect(svg).not.toContain('<script');
  expect(svg.match(/&lt;script&gt;/g)!.length).toBeGreaterThanOrEqual(2);
});

test('it is one image with a name and a reference to the words, and nothing lies outside it', async () => {
  const svg = await drawn(small('Tiếp nhận'));
  expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="title" aria-describedby="words" viewBox="-62 -12 234 122"/);
  expect(svg).toContain('<title id="title">Lưu đồ</title>');
  expect(svg).not.toMatch(/style=|<script|\son\w+=/);
});

test('where a dossier stands and the way it walked are marked by more than colour', async () => {
  const svg = await drawn(small('Tiếp nhận'), { path: { active: ['t'], done: ['s'], flows: ['f'], here: 'đang ở đây' } });
  const { classOf } = parsed(svg);
  expect([classOf('t'), classOf('s'), classOf('f'), classOf('b')]).toEqual(['here', 'done', 'walked', undefined]);
  expect(svg).toContain('>đang ở đây</text>');
  expect(await drawn(small('Tiếp nhận'))).not.toMatch(/class="(here|done|walked|chip)"/);
});

test('an event that does not interrupt is dashed; one that has a timer shows it', async () => {
  const [, event] = /data-id="b">(.*?)<\/g>/.exec(await drawn(small('x')))!;
  expect(event!.match(/<circle [^>]*stroke-dasharray/g)).toHaveLength(2);
  expect(event).toMatch(/<path transform="translate\(98 80\)"/);
});

test('no picture without diagram interchange, nor of what is no BPMN', async () => {
  expect(await pictureOf(small('x', false))).toBeUndefined();
  expect(await pictureOf('<a>')).toBeUndefined();
});

test('a text is broken between words, and a long word between letters without losing a mark', () => {
  const name = 'Thẩm định hồ sơ và ký giấy chứng nhận quyền sử dụng đất';
  for (const line of wrapped(name, 86, 12)) expect(textWidth(line, 12)).toBeLessThanOrEqual(86);
  expect(wrapped(name, 86, 12).join(' ')).toBe(name);
  const long = 'ườ'.repeat(20).normalize('NFD');
  expect(wrapped(long, 50, 12).join('')).toBe(long.normalize('NFC'));
  expect(wrapped(long, 50, 12).every((line) => textWidth(line, 12) <= 50)).toBe(true);
});
