/** Every sample drawing taken apart into parts and put together again is the same drawing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compose } from '../../engine/bpmn/parts/compose.js';
import { readParts } from '../../engine/bpmn/parts/merge.js';
import { pictureOf } from '../../engine/bpmn/picture.js';
import { linkPlan } from '../../engine/bpmn/plan.js';
import { readBpmn } from '../../engine/bpmn/read.js';

const FOLDER = 'procedures';
const files = readdirSync(FOLDER).filter((each) => each.endsWith('.bpmn'));

const planOf = async (xml: string) => {
  const model = await readBpmn(xml);
  return linkPlan([model], model.processes.find((each) => each.executable)!.id).plan?.hash;
};

test.each(files)('%s', async (file) => {
  const xml = readFileSync(join(FOLDER, file), 'utf8');
  const { parts, drawn } = await readParts(xml);
  const again = await compose(parts, drawn);
  expect([...(await readParts(again)).parts.values()]).toEqual([...parts.values()]);
  expect(await planOf(again)).toBe(await planOf(xml));
  expect(await pictureOf(again)).toEqual(await pictureOf(xml));
});

test('attributes, elements and names of other vocabularies are kept', async () => {
  const xml = `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:o="urn:other" xmlns:xsd="http://www.w3.org/2001/XMLSchema" id="d" targetNamespace="urn:t">
<itemDefinition id="i" structureRef="xsd:string"/><process id="p"><task id="t" o:colour="red"><extensionElements><o:box kind="a"><o:inner n="1"/></o:box></extensionElements></task></process></definitions>`;
  const { parts } = await readParts(xml);
  const again = await compose(parts);
  expect(again).toContain('o:colour="red"');
  expect(again).toMatch(/<o:box kind="a">\s*<o:inner n="1"\s*\/>\s*<\/o:box>/);
  expect(again).toContain('structureRef="xsd:string"');
  expect([...(await readParts(again)).parts.values()]).toEqual([...parts.values()]);
});
