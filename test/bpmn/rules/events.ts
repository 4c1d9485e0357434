import type { Row } from './fixture.js';

const msg = '<messageEventDefinition messageRef="M"/>';
const time = '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>';
const error = '<errorEventDefinition errorRef="X"/>';
const undo = '<compensateEventDefinition/>';
const cancel = '<cancelEventDefinition/>';
const named = '===<message id="M" name="m"/><error id="X" name="x" errorCode="x"/><signal id="Sig" name="s"/><escalation id="Esc" name="e" escalationCode="e"/>';
const signal = '<signalEventDefinition signalRef="Sig"/>';
const start = '<startEvent id="S"/>';
const end = '<endEvent id="E"/>';
const link = (name: string): string => `<linkEventDefinition name="${name}"/>`;
const handler = (trigger: string, more = ''): string => `<subProcess id="H" triggeredByEvent="true"><startEvent id="T" ${more}>${trigger}</startEvent><task id="In"/></subProcess>${named}`;
const boundary = (definition: string, more = ''): string => `<task id="A"/><boundaryEvent id="B" attachedToRef="A" ${more}>${definition}</boundaryEvent>`;
const undone = '<task id="U" isForCompensation="true"/><association id="as" sourceRef="B" targetRef="U"/>';

/** Where events may stand, with which triggers and results. */
export const eventRows: Row[] = [
  ['EV-01', 'S', `<startEvent id="S">{{${error}|${msg}}}</startEvent>${end}f:S>E;${named}`],
  ['EV-02', 'T', `<subProcess id="Sub"><startEvent id="T">{{${msg}|}}</startEvent></subProcess>${named}`],
  ['EV-03', 'T', handler(`{{${cancel}|${error}}}`)],
  ['EV-04', 'T', handler(`{{|${signal}}}`)],
  ['EV-05', 'T', handler(error, '{{isInterrupting="false"|}}')],
  ['EV-06', 'T', handler(undo, '{{isInterrupting="false"|}}')],
  ['EV-07', 'C', `<intermediateCatchEvent id="C">{{|${msg}}}</intermediateCatchEvent>${named}`],
  ['EV-08', 'C', `<intermediateCatchEvent id="C">{{${error}|${signal}}}</intermediateCatchEvent>${named}`],
  ['EV-09', 'C', `<intermediateThrowEvent id="C">{{${time}|${signal}}}</intermediateThrowEvent>${named}`],
  ['EV-10', 'E', `<endEvent id="E">{{${link('l')}|${error}}}</endEvent>${named}`],
  ['EV-11', 'B', `${boundary(`{{|${time}}}`)}`],
  ['EV-12', 'B', `${boundary(`{{<terminateEventDefinition/>|${error}}}`)}${named}`],
  ['EV-13', 'B', `<subProcess id="Sub"><task id="A"/>{{|<boundaryEvent id="B" attachedToRef="A">${time}</boundaryEvent>}}</subProcess>{{<boundaryEvent id="B" attachedToRef="A">${time}</boundaryEvent>|}}`],
  ['EV-14', 'B', `<{{subProcess|transaction}} id="A"><task id="In"/></{{subProcess|transaction}}><boundaryEvent id="B" attachedToRef="A">${cancel}</boundaryEvent>`],
  ['EV-15', 'E', `<{{subProcess|transaction}} id="A"><endEvent id="E">${cancel}</endEvent></{{subProcess|transaction}}>`],
  ['EV-16', 'B', `${boundary(error, '{{cancelActivity="false"|}}')}${named}`],
  ['EV-17', 'B', `<transaction id="A"><task id="In"/></transaction><boundaryEvent id="B" attachedToRef="A" {{cancelActivity="false"|}}>${cancel}</boundaryEvent>`],
  ['EV-18', 'B', `${boundary(undo)}${undone}<task id="N"/>{{f:B>N;|}}`],
  ['EV-19', 'B', `${boundary(time)}<task id="N"/>{{|f:B>N;}}`],
  ['EV-20', 'B', `<subProcess id="A" {{triggeredByEvent="true"|}}><startEvent id="T">{{${signal}|}}</startEvent></subProcess><boundaryEvent id="B" attachedToRef="A">${time}</boundaryEvent>${named}`],
  ['EV-21', 'C', `<task id="A"/><intermediateThrowEvent id="T">${link('l')}</intermediateThrowEvent><intermediateCatchEvent id="C">${link('l')}</intermediateCatchEvent>{{f:A>C;|f:A>T;}}`],
  ['EV-22', 'T', `<task id="A"/><intermediateThrowEvent id="T">${link('l')}</intermediateThrowEvent><intermediateCatchEvent id="C">${link('l')}</intermediateCatchEvent>{{f:T>A;|f:C>A;}}`],
  ['EV-23', 'T', `<intermediateThrowEvent id="T">${link('l')}</intermediateThrowEvent><intermediateCatchEvent id="C">${link('{{other|l}}')}</intermediateCatchEvent>`],
  ['EV-24', 'C', `<intermediateCatchEvent id="C">${link('l')}</intermediateCatchEvent>{{|<intermediateThrowEvent id="T">${link('l')}</intermediateThrowEvent>}}`],
  ['EV-25', 'C2', `<intermediateThrowEvent id="T">${link('l')}</intermediateThrowEvent><intermediateCatchEvent id="C">${link('l')}</intermediateCatchEvent><intermediateCatchEvent id="C2">${link('{{l|k}}')}</intermediateCatchEvent>`],
  ['EV-26', 'C', `<intermediateCatchEvent id="C" parallelMultiple="true">${msg}{{|${signal}}}</intermediateCatchEvent>${named}`],
  ['EV-27', 'C', `<intermediateCatchEvent id="C"><eventDefinitionRef>{{inner|outer}}</eventDefinitionRef></intermediateCatchEvent><intermediateCatchEvent id="C2"><signalEventDefinition id="inner" signalRef="Sig"/></intermediateCatchEvent>${named}<signalEventDefinition id="outer" signalRef="Sig"/>`],
  ['EV-28', 'C', `<task id="A"/><intermediateCatchEvent id="C">${msg}</intermediateCatchEvent>{{|f:A>C;}}${named}`],
  ['EV-29', 'C', `<task id="A"/><intermediateThrowEvent id="C"/>{{|f:A>C;}}`],
  ['EV-30', 'E', `${start}${end}{{|f:S>E;}}`],
  ['EV-31', 'S', `${start}${end}{{|f:S>E;}}`],
  ['EV-32', 'P', `<task id="A"/><task id="B"/>${end}a:A>B;b:B>A;{{|${start}f:S>A;}}g:B>E;`],
  ['EV-33', 'P', `${start}<task id="A"/>f:S>A;{{|${end}g:A>E;}}`],
  ['EV-34', 'A', `${start}<task id="A"/>${end}g:A>E;{{|f:S>A;}}`],
  ['EV-35', 'A', `${start}<task id="A"/>${end}f:S>A;{{|g:A>E;}}`],
  ['EV-36', 'B', `${boundary(undo)}<task id="U" isForCompensation="true"/>{{|<association id="as" sourceRef="B" targetRef="U"/>}}`],
  ['EV-37', 'B', `${boundary(undo)}<task id="U" {{|isForCompensation="true"}}/><association id="as" sourceRef="B" targetRef="U"/>`],
  ['EV-38', 'B', `${boundary(undo)}<task id="U" isForCompensation="true"/><association id="as" sourceRef="B" targetRef="{{V|U}}"/>===<process id="Q"><task id="V" isForCompensation="true"/></process>`],
  ['EV-39', 'S', `<task id="A"/><startEvent id="S" {{attachedToRef="A"|}}/>`],
  ['DEF-01', 'C', `<intermediateCatchEvent id="C"><timerEventDefinition>{{<timeDate>2026-01-01T00:00:00Z</timeDate>|}}<timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>`],
  ['DEF-02', 'C', `<intermediateCatchEvent id="C"><timerEventDefinition>{{|<timeDuration>PT1H</timeDuration>}}</timerEventDefinition></intermediateCatchEvent>`],
  ['DEF-03', 'C', `<intermediateCatchEvent id="C"><timerEventDefinition><timeDuration>{{2026-01-01|P1DT2H}}</timeDuration></timerEventDefinition></intermediateCatchEvent>`],
  ['DEF-04', 'C', `<intermediateCatchEvent id="C"><timerEventDefinition><timeDate>{{PT1H|2026-01-01T08:00:00+07:00}}</timeDate></timerEventDefinition></intermediateCatchEvent>`],
  ['DEF-05', 'C', `<intermediateCatchEvent id="C"><timerEventDefinition><timeCycle>{{PT1H|R3/PT1H}}</timeCycle></timerEventDefinition></intermediateCatchEvent>`],
  ['DEF-06', 'C', `<intermediateCatchEvent id="C"><conditionalEventDefinition><condition>{{ |x > 1}}</condition></conditionalEventDefinition></intermediateCatchEvent>`],
  ['DEF-07', 'C', `<intermediateCatchEvent id="C"><messageEventDefinition {{|messageRef="M"}}/></intermediateCatchEvent>${named}`],
  ['DEF-08', 'C', `<intermediateThrowEvent id="C"><signalEventDefinition {{|signalRef="Sig"}}/></intermediateThrowEvent>${named}`],
  ['DEF-09', 'C', `<intermediateCatchEvent id="C"><signalEventDefinition {{|signalRef="Sig"}}/></intermediateCatchEvent>${named}`],
  ['DEF-10', 'C', `<endEvent id="C"><errorEventDefinition {{|errorRef="X"}}/></endEvent>${named}`],
  ['DEF-11', 'C', `<endEvent id="C"><errorEventDefinition errorRef="{{Y|X}}"/></endEvent>${named}<error id="Y" name="y"/>`],
  ['DEF-12', 'C', `<endEvent id="C"><escalationEventDefinition {{|escalationRef="Esc"}}/></endEvent>${named}`],
  ['DEF-13', 'C', `<endEvent id="C"><escalationEventDefinition escalationRef="{{Y|Esc}}"/></endEvent>${named}<escalation id="Y" name="y"/>`],
  ['DEF-14', 'C', `<task id="A"/><endEvent id="C"><compensateEventDefinition activityRef="{{V|A}}"/></endEvent>===<process id="Q"><task id="V"/></process>`],
  ['DEF-15', 'C', `<subProcess id="Sub"><task id="In"/><endEvent id="C"><compensateEventDefinition activityRef="{{A|In}}"/></endEvent></subProcess><task id="A"/>`],
  ['DEF-16', 'T', handler(`<compensateEventDefinition {{activityRef="In"|}}/>`)],
  ['DEF-17', 'C', `<intermediateThrowEvent id="C"><messageEventDefinition messageRef="M"><operationRef>op</operationRef></messageEventDefinition></intermediateThrowEvent>${named}<message id="N" name="n"/><interface id="I" name="i"><operation id="op" name="o"><inMessageRef>{{N|M}}</inMessageRef></operation></interface>`],
  ['DEF-18', 'T', `<intermediateThrowEvent id="T"><linkEventDefinition name="l"><target>L</target></linkEventDefinition></intermediateThrowEvent><intermediateCatchEvent id="C"><linkEventDefinition id="L" name="{{k|l}}"/></intermediateCatchEvent>`],
  ['DEF-19', 'C', `<intermediateThrowEvent id="T"><linkEventDefinition id="L" name="{{k|l}}"/></intermediateThrowEvent><intermediateCatchEvent id="C"><linkEventDefinition name="l"><source>L</source></linkEventDefinition></intermediateCatchEvent>`],
];
