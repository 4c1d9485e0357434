import type { Row } from './fixture.js';

const collect = '<startEvent id="S"/><endEvent id="E"/>';
const msg = '<messageEventDefinition messageRef="M"/>';
const catching = (id: string, definition = msg): string => `<intermediateCatchEvent id="${id}">${definition}</intermediateCatchEvent>`;
const time = '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>';

/** Sequence flows and gateways. */
export const flowRows: Row[] = [
  ['SEQ-01', 'f', `${collect}<task id="A"/>s:S>A;e:A>E;{{f:E>A;|}}`],
  ['SEQ-02', 'f', `${collect}<task id="A"/>s:S>A;e:A>E;{{f:A>S;|}}`],
  ['SEQ-03', 'f', `${collect}<task id="A"/><boundaryEvent id="B" attachedToRef="A">${time}</boundaryEvent>s:S>A;e:A>E;b:B>E;{{f:A>B;|}}`],
  ['SEQ-04', 'f', `${collect}<subProcess id="Sub"><task id="In"/></subProcess><task id="Out"/>s:S>Sub;{{f:Out>In;|f:Out>Sub;}}e:Sub>E;`],
  ['SEQ-05', 'f', `<task id="A"/><task id="B"/>{{f:A>X;|f:A>B;}}===<process id="Q"><task id="X"/></process>`],
  ['SEQ-06', 'f', `<task id="A"/><task id="B"/><subProcess id="Sub"><task id="In"/>{{f:A>B;|}}</subProcess>{{|f:A>B;}}`],
  ['SEQ-07', 'f', `<task id="A"/><subProcess id="Sub" {{triggeredByEvent="true"|}}><startEvent id="T">{{${msg}|}}</startEvent></subProcess>f:A>Sub;===<message id="M" name="m"/>`],
  ['SEQ-08', 'f', `<task id="A"/><task id="B" {{isForCompensation="true"|}}/>f:A>B;`],
  ['SEQ-09', 'f', `${collect}{{f:S>E[x > 1];|f:S>E;}}`],
  ['SEQ-10', 'f', `<parallelGateway id="G"/><task id="A"/><task id="B"/>{{f:G>A[x > 1];|f:G>A;}}g:G>B;`],
  ['SEQ-11', 'f', `<eventBasedGateway id="G"/>${catching('A')}${catching('B', time)}{{f:G>A[x > 1];|f:G>A;}}g:G>B;===<message id="M" name="m"/>`],
  ['SEQ-12', 'f', `<task id="A"/><task id="B"/><task id="C"/>f:A>B[x > 1];{{|g:A>C;}}`],
  ['SEQ-13', 'f', `<task id="A"/><task id="B"/><sequenceFlow id="f" sourceRef="A" targetRef="B" isImmediate="{{false|true}}"/>`],
  ['SEQ-14', 'G', `<exclusiveGateway id="G" default="{{h|g}}"/><task id="A"/><task id="B"/>f:G>A[x > 1];g:G>B;h:A>B;`],
  ['SEQ-15', 'G', `<exclusiveGateway id="G" default="g"/><task id="A"/><task id="B"/>f:G>A[x > 1];{{g:G>B[x > 2];|g:G>B;}}`],
  ['SEQ-16', 'G', `<parallelGateway id="G" {{default="f"|}}/><task id="A"/><task id="B"/>f:G>A;g:G>B;`],
  ['SEQ-17', 'B', `<task id="A"/><task id="B"><incoming>{{g|f}}</incoming></task><task id="C"/>f:A>B;g:A>C;`],
  ['SEQ-18', 'A', `<task id="A"><outgoing>{{g|f}}</outgoing></task><task id="B"/><task id="C"/>f:A>B;g:B>C;`],
  ['SEQ-19', 'C', `<task id="A"/><task id="B"/><task id="C"><incoming>f</incoming>{{|<incoming>g</incoming>}}</task>f:A>C;g:B>C;`],
  ['SEQ-20', 'A', `<task id="A"><outgoing>f</outgoing>{{|<outgoing>g</outgoing>}}</task><task id="B"/><task id="C"/>f:A>B;g:A>C;`],
  ['SEQ-21', 'G', `<exclusiveGateway id="G" default="g"/><task id="A"/><task id="B"/>{{f:G>A;|f:G>A[x > 1];}}g:G>B;`],
  ['SEQ-22', 'f', `<exclusiveGateway id="G" default="g"/><task id="A"/><task id="B"/><sequenceFlow id="f" sourceRef="G" targetRef="A"><conditionExpression>{{ |x = 1}}</conditionExpression></sequenceFlow>g:G>B;`],
  ['SEQ-23', 'P', `<task id="A"/><task id="B"/>f:A>B;{{g:A>B;|}}`],
  ['GW-01', 'G', `<exclusiveGateway id="G" gatewayDirection="{{Converging|Diverging}}" default="g"/><task id="A"/><task id="B"/>f:G>A[x > 1];g:G>B;`],
  ['GW-02', 'G', `<exclusiveGateway id="G" gatewayDirection="{{Diverging|Converging}}"/><task id="A"/><task id="B"/><task id="C"/>f:A>G;g:B>G;h:G>C;`],
  ['GW-03', 'G', `<parallelGateway id="G" gatewayDirection="Mixed"/><task id="A"/><task id="B"/><task id="C"/><task id="D1"/>f:A>G;g:B>G;h:G>C;{{|i:G>D1;}}`],
  ['GW-04', 'G', `<parallelGateway id="G"/><task id="A"/><task id="B"/><task id="C"/>f:A>G;h:G>C;{{|i:G>B;}}`],
  ['GW-05', 'G', `<eventBasedGateway id="G"/>${catching('A')}${catching('B', time)}f:G>A;{{|g:G>B;}}===<message id="M" name="m"/>`],
  ['GW-06', 'G', `<eventBasedGateway id="G"/>${catching('A')}<userTask id="B"/>${catching('C', time)}f:G>A;g:G>{{B|C}};===<message id="M" name="m"/>`],
  ['GW-07', 'G', `<eventBasedGateway id="G"/>${catching('A', `{{${msg}|${time}}}`)}<receiveTask id="B" messageRef="M"/>f:G>A;g:G>B;===<message id="M" name="m"/>`],
  ['GW-08', 'G', `<eventBasedGateway id="G"/>${catching('A')}${catching('B', time)}<task id="C"/>f:G>A;g:G>B;{{h:C>A;|}}===<message id="M" name="m"/>`],
  ['GW-09', 'G', `<eventBasedGateway id="G"/><receiveTask id="A" messageRef="M"/>${catching('B', time)}f:G>A;g:G>B;{{<boundaryEvent id="X" attachedToRef="A">${time}</boundaryEvent>|}}===<message id="M" name="m"/>`],
  ['GW-10', 'G', `<eventBasedGateway id="G" instantiate="true"/>${catching('A')}${catching('B')}<task id="C"/>f:G>A;g:G>B;{{h:C>G;|}}===<message id="M" name="m"/>`],
  ['GW-11', 'G', `<eventBasedGateway id="G" eventGatewayType="Parallel" {{|instantiate="true"}}/>${catching('A')}${catching('B')}f:G>A;g:G>B;===<message id="M" name="m"/>`],
  ['GW-12', 'G', `<eventBasedGateway id="G" instantiate="true"/>${catching('A')}${catching('B', `{{${time}|${msg}}}`)}f:G>A;g:G>B;===<message id="M" name="m"/>`],
  ['GW-13', 'G', `<eventBasedGateway id="G" gatewayDirection="{{Converging|Diverging}}"/>${catching('A')}${catching('B', time)}f:G>A;g:G>B;===<message id="M" name="m"/>`],
  ['GW-14', 'G', `<complexGateway id="G">{{|<activationCondition>activationCount > 1</activationCondition>}}</complexGateway><task id="A"/><task id="B"/><task id="C"/>f:A>G;g:B>G;h:G>C;`],
  ['GW-15', 'G', `${collect}<eventBasedGateway id="G"/>${catching('A')}${catching('B', time)}f:G>A;g:G>B;{{|s:S>G;}}===<message id="M" name="m"/>`],
  ['GW-16', 'G', `<parallelGateway id="G"/><task id="A"/><task id="B"/><task id="C"/>f:A>G;g:B>G;{{|h:G>C;}}`],
];
