import { readBpmn } from '../../engine/bpmn/read.js';
import { activity, codes, file, gateway, graph } from './drawing.js';

test('a loop and its condition', async () => {
  const process = await graph('<bpmn:task id="A"><bpmn:standardLoopCharacteristics testBefore="true" loopMaximum="5"><bpmn:loopCondition>n &lt; 3</bpmn:loopCondition></bpmn:standardLoopCharacteristics></bpmn:task>');
  expect(activity(process, 'A').loop).toMatchObject({ kind: 'standard', testBefore: true, maximum: 5, condition: { text: 'n < 3' } });
});

test('multi-instance over a list by the standard\'s elements: the list behind the association, not a mapping', async () => {
  const process = await graph(`<bpmn:dataObject id="O" name="giấy tờ" isCollection="true"/><bpmn:dataObject id="RO" name="results" isCollection="true"/>
    <bpmn:userTask id="A"><bpmn:ioSpecification id="io"><bpmn:dataInput id="in" name="list" isCollection="true"/><bpmn:dataOutput id="out" name="answers" isCollection="true"/>
      <bpmn:inputSet id="is"><bpmn:dataInputRefs>in</bpmn:dataInputRefs></bpmn:inputSet><bpmn:outputSet id="os"><bpmn:dataOutputRefs>out</bpmn:dataOutputRefs></bpmn:outputSet></bpmn:ioSpecification>
      <bpmn:dataInputAssociation id="a1"><bpmn:sourceRef>O</bpmn:sourceRef><bpmn:targetRef>in</bpmn:targetRef></bpmn:dataInputAssociation>
      <bpmn:dataOutputAssociation id="a2"><bpmn:sourceRef>out</bpmn:sourceRef><bpmn:targetRef>RO</bpmn:targetRef></bpmn:dataOutputAssociation>
      <bpmn:multiInstanceLoopCharacteristics isSequential="true" behavior="One" oneBehaviorEventRef="ev"><bpmn:loopDataInputRef>in</bpmn:loopDataInputRef><bpmn:loopDataOutputRef>out</bpmn:loopDataOutputRef>
        <bpmn:inputDataItem id="i" name="item"/><bpmn:outputDataItem id="o" name="answer"/><bpmn:completionCondition>done</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>`,
  '<bpmn:signal id="S" name="first"/><bpmn:signalEventDefinition id="ev" signalRef="S"/>');
  const node = activity(process, 'A');
  expect(node.loop).toMatchObject({
    kind: 'multiInstance', sequential: true, behavior: 'one', collection: { ast: { kind: 'name', name: 'giấy tờ' } }, inputItem: 'item',
    outputCollection: 'results', outputItem: { text: 'answer' }, completionCondition: { text: 'done' }, oneEvent: { kind: 'signal', name: 'first' },
  });
  expect(node).toMatchObject({ reads: ['O'], writes: ['RO'] });
  expect(node).not.toHaveProperty('inputs');
  expect(node).not.toHaveProperty('outputs');
});

test('multi-instance by vendors\' attributes, whatever their prefix', async () => {
  const process = await graph(`<bpmn:task id="A"><bpmn:multiInstanceLoopCharacteristics c:collection="\${items}" c:elementVariable="item"/></bpmn:task>
    <bpmn:task id="B"><bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><z:loopCharacteristics inputCollection="=items" inputElement="item" outputCollection="results" outputElement="=item + 1"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:task>`);
  expect(activity(process, 'A').loop).toMatchObject({ collection: { text: 'items' }, inputItem: 'item', behavior: 'all' });
  expect(activity(process, 'B').loop).toMatchObject({ collection: { ast: { kind: 'name', name: 'items' } }, inputItem: 'item', outputCollection: 'results', outputItem: { ast: { kind: 'arithmetic' } } });
});

test('data associations: copy, transformation, assignment, and the ends that a drawing tool leaves open', async () => {
  const process = await graph(`<bpmn:dataObject id="O"/><bpmn:dataObjectReference id="R" name="Đơn" dataObjectRef="O"><bpmn:extensionElements><df:document type="don" source="applicant" fields="hoTen ngaySinh"/></bpmn:extensionElements></bpmn:dataObjectReference>
    <bpmn:property id="pr" name="total"/>
    <bpmn:callActivity id="A" calledElement="tns:Called"><bpmn:ioSpecification id="io"><bpmn:dataInput id="in" name="x"/><bpmn:dataInput id="in2" name="y"/><bpmn:dataOutput id="out" name="z"/><bpmn:inputSet/><bpmn:outputSet/></bpmn:ioSpecification>
      <bpmn:dataInputAssociation id="a1"><bpmn:sourceRef>R</bpmn:sourceRef><bpmn:targetRef>in</bpmn:targetRef></bpmn:dataInputAssociation>
      <bpmn:dataInputAssociation id="a2"><bpmn:sourceRef>pr</bpmn:sourceRef><bpmn:targetRef>in2</bpmn:targetRef><bpmn:transformation>total * 2</bpmn:transformation></bpmn:dataInputAssociation>
      <bpmn:dataOutputAssociation id="a3"><bpmn:sourceRef>out</bpmn:sourceRef><bpmn:targetRef>pr</bpmn:targetRef><bpmn:assignment><bpmn:from>z + 1</bpmn:from><bpmn:to>pr.sum</bpmn:to></bpmn:assignment></bpmn:dataOutputAssociation></bpmn:callActivity>
    <bpmn:userTask id="B"><bpmn:property id="ph" name="__targetRef_placeholder"/><bpmn:dataInputAssociation id="a4"><bpmn:sourceRef>R</bpmn:sourceRef><bpmn:targetRef>ph</bpmn:targetRef></bpmn:dataInputAssociation>
      <bpmn:dataOutputAssociation id="a5"><bpmn:targetRef>R</bpmn:targetRef></bpmn:dataOutputAssociation></bpmn:userTask>`, '<bpmn:process id="Called"><bpmn:task id="T"/></bpmn:process>');
  expect(activity(process, 'A')).toMatchObject({
    calledElement: 'Called', reads: ['O', 'pr'], writes: ['pr'],
    inputs: [{ source: { ast: { kind: 'name', name: 'Đơn' } }, target: 'x' }, { source: { text: 'total * 2' }, target: 'y' }],
    outputs: [{ source: { text: 'z + 1' }, target: 'total.sum' }],
  });
  expect(activity(process, 'B')).toMatchObject({ reads: ['O'], writes: ['O'] });
  expect(activity(process, 'B')).not.toHaveProperty('inputs');
  expect(process.data.O).toMatchObject({ kind: 'dataObject', name: 'Đơn', scope: 'P', document: { type: 'don', fields: ['hoTen', 'ngaySinh'] } });
  expect(process.data).not.toHaveProperty('ph');
});

test('a call activity speaks the names of what it calls, by position where they differ, and the same name where an end is open', async () => {
  const process = await graph(`<bpmn:dataObject id="O" name="order"/><bpmn:dataObject id="R" name="result"/>
    <bpmn:callActivity id="A" calledElement="Called"><bpmn:ioSpecification id="io"><bpmn:dataInput id="ci"/><bpmn:dataOutput id="co" name="mine"/><bpmn:inputSet><bpmn:dataInputRefs>ci</bpmn:dataInputRefs></bpmn:inputSet><bpmn:outputSet><bpmn:dataOutputRefs>co</bpmn:dataOutputRefs></bpmn:outputSet></bpmn:ioSpecification>
      <bpmn:dataInputAssociation id="a1"><bpmn:sourceRef>O</bpmn:sourceRef><bpmn:targetRef>ci</bpmn:targetRef></bpmn:dataInputAssociation>
      <bpmn:dataOutputAssociation id="a2"><bpmn:sourceRef>co</bpmn:sourceRef><bpmn:targetRef>R</bpmn:targetRef></bpmn:dataOutputAssociation></bpmn:callActivity>
    <bpmn:callActivity id="B" calledElement="Called"><bpmn:property id="ph" name="__targetRef_placeholder"/><bpmn:dataInputAssociation id="b1"><bpmn:sourceRef>O</bpmn:sourceRef><bpmn:targetRef>ph</bpmn:targetRef></bpmn:dataInputAssociation>
      <bpmn:dataOutputAssociation id="b2"><bpmn:targetRef>R</bpmn:targetRef></bpmn:dataOutputAssociation></bpmn:callActivity>`,
  `<bpmn:process id="Called"><bpmn:ioSpecification id="qio"><bpmn:dataInput id="qi" name="x"/><bpmn:dataOutput id="qo" name="y"/><bpmn:inputSet><bpmn:dataInputRefs>qi</bpmn:dataInputRefs></bpmn:inputSet><bpmn:outputSet><bpmn:dataOutputRefs>qo</bpmn:dataOutputRefs></bpmn:outputSet></bpmn:ioSpecification><bpmn:task id="T"/></bpmn:process>`);
  const plain = (id: string) => [activity(process, id).inputs, activity(process, id).outputs].map((each) => each!.map(({ source, target }) => `${target} = ${source.text}`));
  expect(plain('A')).toEqual([['x = order'], ['result = y']]);
  expect(plain('B')).toEqual([['order = order'], ['result = result']]);
});

test('call activities by vendors\' mappings', async () => {
  const process = await graph(`<bpmn:callActivity id="A" calledElement="Called"><bpmn:extensionElements><c:in source="a" target="b"/><c:in sourceExpression="\${x &gt; 1}" target="big"/><c:out variables="all"/></bpmn:extensionElements></bpmn:callActivity>
    <bpmn:callActivity id="B"><bpmn:extensionElements><z:calledElement processId="Called" propagateAllChildVariables="false"/><z:ioMapping><z:input source="=a" target="b"/><z:output source="=c" target="d"/></z:ioMapping></bpmn:extensionElements></bpmn:callActivity>`,
  '<bpmn:process id="Called"><bpmn:task id="T"/></bpmn:process>');
  expect(activity(process, 'A')).toMatchObject({ inputs: [{ source: { text: 'a' }, target: 'b' }, { source: { text: 'x > 1' }, target: 'big' }], passesAll: { in: false, out: true } });
  expect(activity(process, 'B')).toMatchObject({ calledElement: 'Called', inputs: [{ target: 'b' }], outputs: [{ target: 'd' }], passesAll: { in: true, out: false } });
});

test('scripts are FEEL; another language stays named and is not run', async () => {
  const model = await readBpmn(file(`<bpmn:scriptTask id="A" scriptFormat="feel"><bpmn:script>{ x: 1 }</bpmn:script></bpmn:scriptTask>
    <bpmn:scriptTask id="B" scriptFormat="javascript"><bpmn:script>x = 1</bpmn:script></bpmn:scriptTask>
    <bpmn:scriptTask id="C"><bpmn:extensionElements><z:script expression="=a + 1" resultVariable="sum"/></bpmn:extensionElements></bpmn:scriptTask>`));
  const [process] = model.processes;
  expect(activity(process!, 'A').script).toMatchObject({ ast: { kind: 'context' } });
  expect(activity(process!, 'B')).toMatchObject({ scriptFormat: 'javascript' });
  expect(activity(process!, 'B')).not.toHaveProperty('script');
  expect(activity(process!, 'C').script).toMatchObject({ ast: { kind: 'context', entries: [{ key: 'sum', value: { kind: 'arithmetic' } }] } });
  expect(codes(model)).toEqual(['warning SCRIPT-FORMAT B']);
});

test('global tasks are processes of one activity under their own id', async () => {
  const model = await readBpmn(file('<bpmn:task id="A"/>', '<bpmn:globalUserTask id="G" name="Ký"/><bpmn:globalScriptTask id="GS" scriptLanguage="feel"><bpmn:script>{ y: 2 }</bpmn:script></bpmn:globalScriptTask><bpmn:globalTask id="GT"/><bpmn:globalManualTask id="GM"/><bpmn:globalBusinessRuleTask id="GB"/>'));
  const tasks = model.processes.filter((each) => each.globalTask);
  expect(tasks.map((each) => [each.id, each.order, each.nodes[each.id]!.type, each.nodes[each.id]!.scope])).toEqual([
    ['G', ['G'], 'userTask', 'G'], ['GS', ['GS'], 'scriptTask', 'GS'], ['GT', ['GT'], 'task', 'GT'], ['GM', ['GM'], 'manualTask', 'GM'], ['GB', ['GB'], 'businessRuleTask', 'GB'],
  ]);
  expect(activity(tasks[1]!, 'GS').script).toMatchObject({ text: '{ y: 2 }' });
});

test('sub-processes, ad-hoc, transactions, nested lanes, order of flows', async () => {
  const process = await graph(`<bpmn:laneSet id="LS"><bpmn:lane id="L1" name="Phòng"><bpmn:extensionElements><df:department id="dept" oneStop="true" headcount="4"/></bpmn:extensionElements>
      <bpmn:flowNodeRef>Sub</bpmn:flowNodeRef><bpmn:flowNodeRef>G</bpmn:flowNodeRef><bpmn:childLaneSet id="CL"><bpmn:lane id="L2"><bpmn:flowNodeRef>G</bpmn:flowNodeRef></bpmn:lane></bpmn:childLaneSet></bpmn:lane></bpmn:laneSet>
    <bpmn:subProcess id="Sub"><bpmn:adHocSubProcess id="Ad" ordering="Sequential" cancelRemainingInstances="false"><bpmn:task id="In"/><bpmn:completionCondition>done</bpmn:completionCondition></bpmn:adHocSubProcess></bpmn:subProcess>
    <bpmn:transaction id="Tr"><bpmn:task id="TrIn" startQuantity="2" completionQuantity="3"/></bpmn:transaction>
    <bpmn:exclusiveGateway id="G" default="f1"><bpmn:outgoing> f2 </bpmn:outgoing><bpmn:outgoing>f1</bpmn:outgoing></bpmn:exclusiveGateway>
    <bpmn:sequenceFlow id="f1" sourceRef="G" targetRef="Sub"/><bpmn:sequenceFlow id="f2" sourceRef="G" targetRef="Tr"><bpmn:conditionExpression>x = 1</bpmn:conditionExpression><bpmn:extensionElements><df:flow isReturn="true" probability="0.2"/></bpmn:extensionElements></bpmn:sequenceFlow>`);
  expect(activity(process, 'Ad')).toMatchObject({ type: 'adHocSubProcess', scope: 'Sub', children: ['In'], lane: 'L1', adHoc: { ordering: 'sequential', cancelRemaining: false, completionCondition: { text: 'done' } } });
  expect(activity(process, 'TrIn')).toMatchObject({ scope: 'Tr', startQuantity: 2, completionQuantity: 3 });
  expect(gateway(process, 'G')).toMatchObject({ outgoing: ['f2', 'f1'], defaultFlow: 'f1', lane: 'L2' });
  expect(process.lanes).toEqual([{ id: 'L1', name: 'Phòng', nodes: ['Sub', 'G'], department: { id: 'dept', oneStop: true, headcount: 4 } }, { id: 'L2', parent: 'L1', nodes: ['G'] }]);
  expect(process.flows.f2).toMatchObject({ condition: { text: 'x = 1' }, facts: { isReturn: true, probability: 0.2 } });
  expect(process.order).toEqual(['Sub', 'Tr', 'G', 'Ad', 'In', 'TrIn']);
});
