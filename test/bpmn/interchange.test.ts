import { decodeXml, declaredEncoding, encodeXml } from '../../engine/bpmn/charset.js';
import { readBpmn } from '../../engine/bpmn/read.js';
import { importReport } from '../../engine/bpmn/report.js';
import { validateBpmn } from '../../engine/bpmn/validate.js';
import { exportXml } from '../../engine/bpmn/write.js';
import { file } from './drawing.js';
import { contentOf } from './interchange.js';
import { missing, models } from './miwg.js';

if (missing) {
  process.stderr.write(`Interchange with the reference models is not tested: ${missing}.\n`);
  test.skip('interchange with the reference models', () => undefined);
} else describe.each(models)('$name', ({ name, bytes }) => {
  const decoded = decodeXml(bytes);

  test('is read in its own encoding, without an error of reading or of the standard', async () => {
    expect(decoded.diagnostics).toEqual([]);
    expect((await validateBpmn(decoded.xml!)).errors).toEqual([]);
  });

  test('read, written and read again says the same', async () => {
    const first = await readBpmn(decoded.xml!, name);
    const written = encodeXml(await exportXml(first));
    const again = decodeXml(written);
    expect(declaredEncoding(again.xml!)).toBe(declaredEncoding(decoded.xml!));
    expect(again.encoding).toBe(decoded.encoding);
    expect(contentOf(again.xml!)).toEqual(contentOf(decoded.xml!));
    const { xml: _written, ...second } = await readBpmn(again.xml!, name);
    const { xml: _given, ...before } = first;
    expect(second).toEqual(before);
  });

  test('all its flow nodes and sequence flows are in the graphs', async () => {
    const { processes } = await readBpmn(decoded.xml!, name);
    const count = (pattern: RegExp): number => [...decoded.xml!.matchAll(pattern)].length;
    expect(processes.reduce((sum, each) => sum + Object.keys(each.flows).length, 0)).toBe(count(/<(\w+:)?sequenceFlow\s/g));
    expect(processes.reduce((sum, each) => sum + each.order.length, 0))
      .toBe(count(/<(\w+:)?((\w*[tT]ask)|subProcess|adHocSubProcess|transaction|callActivity|\w+Event|boundaryEvent|\w+Gateway)\s+(?=[^>]*\bid=)/g));
  });
});

test('the comparison sees what is lost', () => {
  const xml = file('<bpmn:task id="A" c:x="1"><bpmn:documentation>a &amp; b</bpmn:documentation></bpmn:task>');
  expect(contentOf(xml.replace('a &amp; b', '<![CDATA[a & b]]>').replace(/bpmn:/g, 'b:').replace('xmlns:bpmn', 'xmlns:b'))).toEqual(contentOf(xml));
  for (const changed of [xml.replace('c:x="1"', ''), xml.replace('c:x', 'z:x'), xml.replace('a &amp; b', 'a'), xml.replace('<bpmn:task ', '<bpmn:userTask ').replace('</bpmn:task>', '</bpmn:userTask>')]) {
    expect(contentOf(changed)).not.toEqual(contentOf(xml));
  }
});

test('what cannot be read is not written', async () => {
  await expect(exportXml(await readBpmn('<x/>'))).rejects.toThrow('cannot be written');
});

test('comments, stated defaults and unknown elements are written as they were', async () => {
  const xml = file('<!-- ghi chú --><bpmn:task id="A" startQuantity="1"><bpmn:extensionElements><c:any deep="1"><c:er/></c:any></bpmn:extensionElements></bpmn:task>');
  expect(await exportXml(await readBpmn(xml))).toBe(xml);
});

test('the import report says element by element what became of vendors\' attributes', async () => {
  const report = await importReport(file(
    `<bpmn:userTask id="A" c:assignee="demo" c:formKey="f1" c:asyncBefore="true" c:novelty="x"/>
     <bpmn:exclusiveGateway id="G" default="g"/><bpmn:task id="B"/>
     <bpmn:sequenceFlow id="f" sourceRef="G" targetRef="A"><bpmn:conditionExpression>\${ok == true}</bpmn:conditionExpression></bpmn:sequenceFlow><bpmn:sequenceFlow id="g" sourceRef="G" targetRef="B"/>
     <bpmn:callActivity id="C" calledElement="P"><bpmn:extensionElements><c:in sourceExpression="\${a.b(1)}" target="x"/><z:ioMapping><z:input source="=a" target="b"/></z:ioMapping></bpmn:extensionElements></bpmn:callActivity>`));
  expect(report.map((each) => [each.elementId, each.name, each.treatment, each.note])).toEqual([
    ['A', 'c:assignee', 'not supported', expect.stringContaining('lane')], ['A', 'c:formKey', 'taken over', undefined],
    ['A', 'c:asyncBefore', 'not supported', expect.any(String)], ['A', 'c:novelty', 'not supported', expect.stringContaining('not known')],
    ['C', 'c:in', 'not supported', expect.stringContaining('JUEL')], ['C', 'z:ioMapping', 'taken over', undefined], ['C', 'z:input', 'taken over', undefined],
    ['f', 'the condition', 'translated', 'ok = true'],
  ]);
  expect(await importReport('no xml')).toEqual([]);
});
