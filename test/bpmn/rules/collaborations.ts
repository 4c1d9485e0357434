import type { Row } from './fixture.js';

const msg = '<messageEventDefinition messageRef="M"/>';
const beside = (flow: string, more = ''): string => `===<process id="Q"><userTask id="X"/><exclusiveGateway id="XG"/><endEvent id="XE"/><startEvent id="XS">${msg}</startEvent><startEvent id="XN"/><startEvent id="XT"><timerEventDefinition><timeDate>2026-01-01T00:00:00Z</timeDate></timerEventDefinition></startEvent><sendTask id="XSend" messageRef="M"/><userTask id="XG1"/><userTask id="XG2"/>
  <sequenceFlow id="x1" sourceRef="XG" targetRef="XG1"/></process>
  <message id="M" name="m"/><message id="N" name="n"/><signal id="Sig" name="s"/>
  <collaboration id="Col"><participant id="One" processRef="P"/><participant id="Two" processRef="Q"/>${flow}${more}</collaboration>`;
const flow = (from: string, to: string, more = ''): string => `<messageFlow id="mf" sourceRef="${from}" targetRef="${to}" ${more}/>`;
const lanes = (inside: string): string => `<laneSet id="LS">${inside}</laneSet><task id="A"/><task id="B"/><boundaryEvent id="Bd" attachedToRef="A"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>`;
const lane = (id: string, nodes: string, more = ''): string => `<lane id="${id}" name="${id}">${more}${nodes.split(' ').filter(Boolean).map((node) => `<flowNodeRef>${node}</flowNodeRef>`).join('')}</lane>`;
const property = (id: string, more = ''): string => `<correlationProperty id="${id}" name="${id}"><correlationPropertyRetrievalExpression messageRef="M"><messagePath>id</messagePath></correlationPropertyRetrievalExpression>${more}</correlationProperty>`;
const bind = (id: string): string => `<correlationPropertyBinding correlationPropertyRef="${id}"><dataPath>x</dataPath></correlationPropertyBinding>`;
const keys = (refs: string): string => `<message id="M" name="m"/><collaboration id="Col"><participant id="One" processRef="P"/><correlationKey id="K">${refs.split(' ').filter(Boolean).map((id) => `<correlationPropertyRef>${id}</correlationPropertyRef>`).join('')}</correlationKey></collaboration>`;
const subscribed = (bindings: string, refs = 'p q'): string =>
  `<task id="A"/><correlationSubscription id="CS" correlationKeyRef="K">${bindings}</correlationSubscription>===${keys(refs)}${property('p')}${property('q')}${property('r')}`;

/** Pools, message flows, lanes, correlation. */
export const collaborationRows: Row[] = [
  ['MSG-01', 'mf', `<userTask id="A"/><userTask id="B"/>${beside(flow('A', '{{B|X}}'))}`],
  ['MSG-02', 'mf', `<userTask id="A"/><exclusiveGateway id="G"/>${beside(flow('{{G|A}}', 'X'))}`],
  ['MSG-03', 'mf', `<userTask id="A"/>${beside(flow('A', '{{XG|X}}'))}`],
  ['MSG-04', 'mf', `<userTask id="A"/><startEvent id="S">${msg}</startEvent>${beside(flow('{{S|A}}', 'X'))}`],
  ['MSG-05', 'mf', `<userTask id="A"/>${beside(flow('A', '{{XE|XS}}'))}`],
  ['MSG-06', 'mf', `<userTask id="A"/><endEvent id="E">{{<signalEventDefinition signalRef="Sig"/>|${msg}}}</endEvent>${beside(flow('E', 'X'))}`],
  ['MSG-07', 'mf', `<userTask id="A"/>${beside(flow('A', '{{XT|XS}}'))}`],
  ['MSG-08', 'mf', `<userTask id="A"/>${beside(flow('A', '{{XN|XS}}'))}`],
  ['MSG-09', 'mf', `<receiveTask id="R" messageRef="M"/><userTask id="A"/>${beside(flow('{{R|A}}', 'X'))}`],
  ['MSG-10', 'mf', `<userTask id="A"/>${beside(flow('A', '{{XSend|X}}'))}`],
  ['MSG-11', 'mf', `<sendTask id="A" messageRef="M"/>${beside(flow('A', 'X', 'messageRef="{{N|M}}"'))}`],
  ['MSG-12', 'mf', `<userTask id="A"/>${beside(flow('A', 'XS', 'messageRef="{{N|M}}"'))}`],
  ['MSG-13', 'mf', `<subProcess id="H" triggeredByEvent="true"><startEvent id="T">${msg}</startEvent></subProcess>${beside(flow('X', '{{H|T}}'))}`],
  ['POOL-01', 'Two', `<task id="A"/>===<collaboration id="Col"><participant id="Two"><participantMultiplicity minimum="{{-1|0}}"/></participant></collaboration>`],
  ['POOL-02', 'Two', `<task id="A"/>===<collaboration id="Col"><participant id="Two"><participantMultiplicity maximum="{{0|1}}"/></participant></collaboration>`],
  ['POOL-03', 'Two', `<task id="A"/>===<collaboration id="Col"><participant id="Two"><participantMultiplicity minimum="3" maximum="{{2|4}}"/></participant></collaboration>`],
  ['POOL-04', 'Col', `<task id="A"/>===<process id="Q"/><collaboration id="Col"><participant id="One" processRef="P"/><participant id="Two" processRef="{{P|Q}}"/></collaboration>`],
  ['POOL-05', 'Cv', `<task id="A"/>===<collaboration id="Col"><participant id="One" processRef="P"/><participant id="Two"/><conversation id="Cv"><participantRef>One</participantRef>{{|<participantRef>Two</participantRef>}}</conversation></collaboration>`],
  ['POOL-06', 'Q', `<task id="A"/>===<process id="Q" definitionalCollaborationRef="Col"/><collaboration id="Col"><participant id="One" processRef="{{P|Q}}"/></collaboration>`],
  ['LANE-01', 'L1', `${lanes(lane('L1', 'A {{X|B}}'))}===<process id="Q"><task id="X"/></process>`],
  ['LANE-02', 'LS', lanes(`${lane('L1', 'A')}${lane('L2', '{{A|B}}')}`)],
  ['LANE-03', 'L1', lanes(`<lane id="L1" name="l" {{partitionElementRef="A"|}}><partitionElement xsi:type="tDocumentation"/><flowNodeRef>A</flowNodeRef><flowNodeRef>B</flowNodeRef></lane>`)],
  ['LANE-04', 'L1', lanes(lane('L1', 'A {{A|B}}'))],
  ['LANE-05', 'P', lanes(lane('L1', 'A {{|B}}'))],
  ['COR-01', 'K', `<task id="A"/>===${keys('{{|p}}')}${property('p')}`],
  ['COR-02', 'CS', subscribed(`${bind('p')}${bind('q')}{{${bind('r')}|}}`)],
  ['COR-03', 'CS', subscribed(`${bind('p')}{{|${bind('q')}}}`)],
  ['COR-04', 'CS', subscribed(`${bind('p')}${bind('q')}{{${bind('p')}|}}`)],
  ['COR-05', 'p', `<task id="A"/>===<message id="M" name="m"/>${property('p', '{{<correlationPropertyRetrievalExpression messageRef="M"><messagePath>other</messagePath></correlationPropertyRetrievalExpression>|}}')}`],
  ['COR-06', 'P', `<task id="A"/><correlationSubscription id="CS" correlationKeyRef="K">${bind('p')}</correlationSubscription>{{<correlationSubscription id="CS2" correlationKeyRef="K">${bind('p')}</correlationSubscription>|}}===${keys('p')}${property('p')}`],
  ['BASE-01', 'P2', '<task id="A"/>===<process id="P2" processType="Public" isExecutable="{{true|false}}"><task id="B"/></process>'],
  ['BASE-02', 'P2', '<task id="A"/>===<process id="P2">{{|<task id="B"/>}}</process>'],
  ['BASE-03', 'A', '<task id="A" {{colour="red"|name="red"}}/>'],
  ['BASE-04', 'D', '<task id="A"/>===<extension mustUnderstand="{{true|false}}" definition="ext"/>'],
  ['RES-01', 'R', '<userTask id="A"><potentialOwner id="R"><resourceRef>Re</resourceRef>{{<resourceAssignmentExpression><formalExpression>x</formalExpression></resourceAssignmentExpression>|}}</potentialOwner></userTask>===<resource id="Re" name="r"/>'],
  ['RES-02', 'R', '<userTask id="A"><potentialOwner id="R">{{|<resourceRef>Re</resourceRef>}}<resourceParameterBinding parameterRef="par"><formalExpression>x</formalExpression></resourceParameterBinding></potentialOwner></userTask>===<resource id="Re" name="r"><resourceParameter id="par" name="p"/></resource>'],
  ['RES-03', 'R', '<userTask id="A"><potentialOwner id="R"><resourceRef>Re</resourceRef><resourceParameterBinding parameterRef="{{other|par}}"><formalExpression>x</formalExpression></resourceParameterBinding></potentialOwner></userTask>===<resource id="Re" name="r"><resourceParameter id="par" name="p"/></resource><resource id="Re2" name="r2"><resourceParameter id="other" name="p"/></resource>'],
  ['RES-04', 'R', '<userTask id="A"><potentialOwner id="R"><resourceRef>Re</resourceRef></potentialOwner></userTask>===<resource id="Re" name="r"><resourceParameter id="par" name="p" isRequired="{{true|false}}"/></resource>'],
  ['ART-01', 'T', '<task id="A"/><textAnnotation id="T">{{|<text>x</text>}}</textAnnotation>'],
  ['ART-02', 'G', '<task id="A"/><group id="G" {{|categoryValueRef="CV"}}/>===<category id="C"><categoryValue id="CV" value="v"/></category>'],
  ['ART-03', 'as', '<task id="A"/><task id="B"/><association id="as" sourceRef="A" targetRef="{{A|B}}"/>'],
  ['SRV-01', 'A', '<sendTask id="A" messageRef="{{N|M}}" operationRef="op"/>===<message id="M" name="m"/><message id="N" name="n"/><interface id="I" name="i"><operation id="op" name="o"><inMessageRef>M</inMessageRef></operation></interface>'],
];
