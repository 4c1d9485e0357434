/** Two versions of a procedure: the second has another limit, a further step, another timer, and no step for an opinion. */
import type { MigrationView } from '../../server/contract.js';
import { boundary, bpmn, end, start, timer, user, xor } from '../support/bpmn.js';
import type { Clerk, Reply } from '../support/clerk.js';
import { newCommandId } from '../support/clerk.js';
import { eventually } from '../workflows/support.js';

const facts = (days: number): string => `<extensionElements><df:procedure code="9.000001" name="Xác nhận" counting="dayCount"><df:timeLimit value="${days}" unit="workingDays"/></df:procedure></extensionElements>`;
const lane = (ids: string[]): string => '<laneSet id="lanes"><lane id="lane"><extensionElements><df:department id="trungTamHanhChinhCong"/></extensionElements>'
  + `${ids.map((id) => `<flowNodeRef>${id}</flowNodeRef>`).join('')}</lane></laneSet>`;
const DATA = '<dataObject id="result" name="result"/>';

export const FIRST = bpmn({
  id: 'confirm',
  nodes: facts(5) + lane(['s', 'receive', 'x', 'check', 'opinion', 'e', 'late']) + DATA + start() + user('receive', '', 'name="Tiếp nhận"') + xor('x', 'default="x_check"')
    + user('check', '', 'name="Thẩm tra"') + boundary('overdue', 'check', timer('P20D'), false) + user('opinion', '', 'name="Lấy ý kiến"') + end('late') + end(),
  flows: ['s>receive>x', 'x>check', 'x>opinion if result = "ask"', 'opinion>check', 'check>e', 'overdue>late'],
});
export const SECOND = bpmn({
  id: 'confirm',
  nodes: facts(10) + lane(['s', 'receive', 'check', 'sign', 'e', 'late']) + DATA + start() + user('receive', '', 'name="Tiếp nhận"')
    + user('check', '', 'name="Thẩm tra hồ sơ"') + boundary('overdue', 'check', timer('P30D'), false) + user('sign', '', 'name="Ký"') + end('late') + end(),
  flows: ['s>receive>check>sign>e', 'overdue>late'],
});

export async function publish(designer: Clerk, xml: string, first: boolean): Promise<void> {
  const saved = first ? await designer.post('/api/procedures', { id: 'confirm', xml })
    : await designer.send('PUT', '/api/procedures/confirm/draft', { xml }, { 'if-match': (await designer.get('/api/procedures/confirm/xml')).headers.get('etag') ?? '' });
  if (saved.status >= 300) throw new Error(JSON.stringify(saved.body));
  const published = await designer.post('/api/procedures/confirm/publish', { note: 'for a test' });
  if (published.status !== 201) throw new Error(JSON.stringify(published.body));
}

/** A busy server says that it is away for the moment: the same command again, as a browser sends it. */
export async function patiently<T>(send: () => Promise<Reply<T>>): Promise<Reply<T>> {
  return eventually(async () => {
    const reply = await send();
    return reply.status === 503 ? undefined : reply;
  }, 120_000);
}

export async function receive(clerk: Clerk, name: string): Promise<string> {
  const body = { commandId: newCommandId(), procedureId: 'confirm', channel: 'desk', applicant: { kind: 'person', name }, parts: [] };
  const reply = await patiently(() => clerk.post<{ id: string }>('/api/dossiers', body));
  if (reply.status !== 201) throw new Error(JSON.stringify(reply.body));
  return reply.body.id;
}

export function finished(designer: Clerk, id: string): Promise<MigrationView> {
  return eventually(async () => {
    const { body } = await designer.get<MigrationView>(`/api/procedures/confirm/migrations/${id}`);
    return body.finishedAt ? body : undefined;
  }, 120_000);
}
