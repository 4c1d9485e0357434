import { bpmn, end, message, start, user } from '../support/bpmn.js';
import type { Case } from './run.js';

const property = (retrieval: readonly string[]) => `<correlationProperty id="prop" name="order">${retrieval.map((each) => `<correlationPropertyRetrievalExpression messageRef="${each}"><messagePath xsi:type="tFormalExpression">order</messagePath></correlationPropertyRetrievalExpression>`).join('')}</correlationProperty>`;
const roots = `<message id="m" name="M"/><message id="n" name="N"/>${property(['m', 'n'])}<collaboration id="co"><participant id="pp" name="P" processRef="P"/><participant id="pq" name="other"/><conversation id="cv"><participantRef>pp</participantRef><participantRef>pq</participantRef><correlationKey id="key" name="key"><correlationPropertyRef>prop</correlationPropertyRef></correlationKey></conversation></collaboration>`;
const catchEvent = (id: string) => `<intermediateCatchEvent id="${id}">${message('n')}</intermediateCatchEvent>`;
const subscription = '<correlationSubscription id="cs" correlationKeyRef="key"><correlationPropertyBinding id="cb" correlationPropertyRef="prop"><dataPath xsi:type="tFormalExpression">own</dataPath></correlationPropertyBinding></correlationSubscription>';

export const correlation: Case[] = [
  { section: '8.3.2', element: 'Correlation', name: 'key-based: the second message finds the instance of the first', xml: bpmn({ roots, nodes: start('s', message('m')) + catchEvent('c') + user('t') + end(), flows: ['s>c>t>e'] }), run: ['message M {"order":1}', 'message M {"order":2}', 'message N {"order":2}', 'waiting c t', 'message N {"order":1}', 'waiting t t'], trace: 's s c c', status: 'none' },
  { section: '8.3.2', element: 'Correlation', name: 'context-based: the value bound to process data', xml: bpmn({ roots, nodes: start() + catchEvent('c') + user('t') + end() + subscription, flows: ['s>c>t>e'] }), run: ['start P {"own":7}', 'start P {"own":8}', 'message N {"order":8}', 'waiting c t'], trace: 's s c', status: 'running' },
];
