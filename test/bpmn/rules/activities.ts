import type { Row } from './fixture.js';

const io = (more: string): string => `<ioSpecification id="io">${more}</ioSpecification>`;
const called = '===<process id="Q"><ioSpecification id="qio"><dataInput id="qi" name="i"/><dataOutput id="qo" name="o"/><inputSet id="qs"><dataInputRefs>qi</dataInputRefs></inputSet><outputSet id="qt"><dataOutputRefs>qo</dataOutputRefs></outputSet></ioSpecification><task id="QA"/></process><message id="M" name="m"/><signal id="Sig" name="s"/>';
const multi = (attributes: string, inner: string): string =>
  `<task id="A"><multiInstanceLoopCharacteristics id="L" ${attributes}>${inner}</multiInstanceLoopCharacteristics></task>${called}<signalEventDefinition id="def" signalRef="Sig"/>`;
const thrice = '<loopCardinality>3</loopCardinality>';
const listed = io('<dataInput id="in" name="in"/><dataOutput id="out" name="out"/><inputSet id="is"><dataInputRefs>in</dataInputRefs></inputSet><outputSet id="os"><dataOutputRefs>out</dataOutputRefs></outputSet>');
const sub = (inner: string, attributes = ''): string => `<subProcess id="Sub" ${attributes}>${inner}</subProcess>${called}`;
const started = '<startEvent id="T"><signalEventDefinition signalRef="Sig"/></startEvent>';

/** Activities, sub-processes, loops. */
export const activityRows: Row[] = [
  ['ACT-01', 'A', '<task id="A" startQuantity="{{0|2}}"/>'],
  ['ACT-02', 'A', '<task id="A" completionQuantity="{{0|2}}"/>'],
  ['ACT-03', 'A', '<task id="W"/><boundaryEvent id="C" attachedToRef="W"><compensateEventDefinition/></boundaryEvent><task id="A" isForCompensation="true"/><association id="as" sourceRef="C" targetRef="A"/>{{<boundaryEvent id="B" attachedToRef="A"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>|}}'],
  ['ACT-04', 'A', '<task id="W"/><boundaryEvent id="C" attachedToRef="W"><compensateEventDefinition/></boundaryEvent><task id="A" isForCompensation="true"/><task id="O" isForCompensation="true"/><association id="as" sourceRef="C" targetRef="{{O|A}}"/>'],
  ['ACT-05', 'R', `<receiveTask id="R" instantiate="true" messageRef="M"/><task id="A"/>{{f:A>R;|f:R>A;}}${called}`],
  ['ACT-06', 'A', '<scriptTask id="A" {{|scriptFormat="feel"}}><script>{ x: 1 }</script></scriptTask>'],
  ['ACT-07', 'A', `<sendTask id="A" {{|messageRef="M"}}/>${called}`],
  ['ACT-08', 'A', `<serviceTask id="A">${io('<dataInput id="in" name="in"/><inputSet id="a"><dataInputRefs>in</dataInputRefs></inputSet>{{<inputSet id="b"/>|}}<outputSet id="c"/>')}</serviceTask>`],
  ['ACT-09', 'A', `<serviceTask id="A">${io('<inputSet id="a"/><outputSet id="b"/>{{<outputSet id="c"/>|}}')}</serviceTask>`],
  ['ACT-10', 'A', `<sendTask id="A" messageRef="M">${io('<inputSet id="a"/>{{<inputSet id="b"/>|}}<outputSet id="c"/>')}</sendTask>${called}`],
  ['ACT-11', 'A', `<receiveTask id="A" messageRef="M">${io('<inputSet id="a"/><outputSet id="b"/>{{<outputSet id="c"/>|}}')}</receiveTask>${called}`],
  ['ACT-12', 'A', `<callActivity id="A" calledElement="{{M|Q}}"/>${called}`],
  ['ACT-13', 'A', `<callActivity id="A" {{|calledElement="Q"}}/>${called}`],
  ['ACT-14', 'A', `<callActivity id="A" calledElement="{{elsewhere|Q}}"/>${called}`],
  ['ACT-15', 'A', `<callActivity id="A" calledElement="Q">${io('{{|<dataInput id="in" name="i"/>}}<dataOutput id="out" name="o"/><inputSet id="a">{{|<dataInputRefs>in</dataInputRefs>}}</inputSet><outputSet id="b"><dataOutputRefs>out</dataOutputRefs></outputSet>')}</callActivity>${called}`],
  ['ACT-16', 'A', `<callActivity id="A" calledElement="Q">${io('<dataInput id="in" name="i"/>{{|<dataOutput id="out" name="o"/>}}<inputSet id="a"><dataInputRefs>in</dataInputRefs></inputSet><outputSet id="b">{{|<dataOutputRefs>out</dataOutputRefs>}}</outputSet>')}</callActivity>${called}`],
  ['SUB-01', 'Sub', sub(`${started}{{<startEvent id="T2"><signalEventDefinition signalRef="Sig"/></startEvent>|}}`, 'triggeredByEvent="true"')],
  ['SUB-02', 'Sub', '<adHocSubProcess id="Sub">{{<startEvent id="T"/>|}}<task id="In"/></adHocSubProcess>'],
  ['SUB-03', 'Sub', '<adHocSubProcess id="Sub">{{<endEvent id="T"/>|}}<task id="In"/></adHocSubProcess>'],
  ['SUB-04', 'Sub', '<adHocSubProcess id="Sub">{{<intermediateThrowEvent id="T"/>|<task id="In"/>}}</adHocSubProcess>'],
  ['SUB-05', 'Sub', '<adHocSubProcess id="Sub" {{triggeredByEvent="true"|}}><task id="In"/></adHocSubProcess>'],
  ['SUB-06', 'Sub', `<transaction id="Sub" {{triggeredByEvent="true"|}}><startEvent id="T">{{<signalEventDefinition signalRef="Sig"/>|}}</startEvent></transaction>${called}`],
  ['SUB-07', 'Sub', '<transaction id="Sub" method="{{two phase|##Store}}"><task id="In"/></transaction>'],
  ['SUB-08', 'Sub', sub(`${started}{{<standardLoopCharacteristics loopMaximum="2"/>|}}`, 'triggeredByEvent="true"')],
  ['SUB-09', 'Sub', sub('{{|<task id="In"/>}}')],
  ['SUB-10', 'Sub', sub('<startEvent id="T"/>{{<startEvent id="T2"/>|}}')],
  ['SUB-11', 'C', '{{<choreographyTask id="C" initiatingParticipantRef="P1"><participantRef>P1</participantRef><participantRef>P2</participantRef></choreographyTask>|<task id="C"/>}}===<collaboration id="Col"><participant id="P1"/><participant id="P2"/></collaboration>'],
  ['SUB-12', 'C', '<task id="A"/>===<choreography id="Ch"><participant id="P1"/><participant id="P2"/>{{<task id="C"/>|<choreographyTask id="C" initiatingParticipantRef="P1"><participantRef>P1</participantRef><participantRef>P2</participantRef></choreographyTask>}}</choreography>'],
  ['LOOP-01', 'L', multi('', `{{|${thrice}}}`)],
  ['LOOP-02', 'L', `<task id="A">${listed}<multiInstanceLoopCharacteristics id="L">{{${thrice}|}}<loopDataInputRef>in</loopDataInputRef></multiInstanceLoopCharacteristics></task>`],
  ['LOOP-03', 'L', multi('behavior="One" {{|oneBehaviorEventRef="def"}}', thrice)],
  ['LOOP-04', 'L', multi('behavior="None" {{|noneBehaviorEventRef="def"}}', thrice)],
  ['LOOP-05', 'L', multi('behavior="{{Complex|All}}"', thrice)],
  ['LOOP-06', 'L', multi('behavior="{{All|Complex}}"', `${thrice}<complexBehaviorDefinition><condition>true</condition><event><signalEventDefinition signalRef="Sig"/></event></complexBehaviorDefinition>`)],
  ['LOOP-07', 'L', `<task id="A">${listed}<multiInstanceLoopCharacteristics id="L">{{${thrice}|<loopDataInputRef>in</loopDataInputRef>}}<inputDataItem id="item" name="item"/></multiInstanceLoopCharacteristics></task>`],
  ['LOOP-08', 'L', `<task id="A">${listed}<multiInstanceLoopCharacteristics id="L">${thrice}{{|<loopDataOutputRef>out</loopDataOutputRef>}}<outputDataItem id="item" name="item"/></multiInstanceLoopCharacteristics></task>`],
  ['LOOP-09', 'L', `<dataObject id="O"/><task id="A">${listed}<multiInstanceLoopCharacteristics id="L"><loopDataInputRef>{{O|in}}</loopDataInputRef></multiInstanceLoopCharacteristics></task>`],
  ['LOOP-10', 'L', '<task id="A"><standardLoopCharacteristics id="L" {{|loopMaximum="3"}}/></task>'],
  ['LOOP-11', 'L', '<task id="A"><standardLoopCharacteristics id="L" loopMaximum="{{-1|3}}"/></task>'],
  ['LOOP-12', 'X', multi('behavior="Complex"', `${thrice}<complexBehaviorDefinition id="X"><condition>true</condition><event>{{|<signalEventDefinition signalRef="Sig"/>}}</event></complexBehaviorDefinition>`)],
  ['LOOP-13', 'L', multi('', '<loopCardinality>{{2.5|2}}</loopCardinality>')],
];
