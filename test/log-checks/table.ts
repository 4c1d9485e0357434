/** For each check: logs that must make it fire, and logs like them that must not. */
import type { Model } from '../../engine/graph/types.js';
import type { EventLog } from '../../engine/mining/log/types.js';
import type { LogCheckOptions } from '../../engine/log-checks/check-log.js';
import { processGraph } from '../support/build.js';
import { logOf, type MadeDossier, type MadeStep, many } from './made.js';

export interface Row { id: string; what: string; log: EventLog; fires: boolean; options?: LogCheckOptions }
type Steps = (i: number) => readonly MadeStep[];

const receive = (i: number, more: Partial<MadeStep> = {}): MadeStep => ({ name: 'Receive', who: `d${i % 3}`, unit: 'desk', work: 0.3, ...more });
const check = (i: number, more: Partial<MadeStep> = {}): MadeStep => ({ name: 'Check', who: `a${i % 3}`, unit: 'north', wait: 0.5, work: 1, ...more });
const sign = (i: number, more: Partial<MadeStep> = {}): MadeStep => ({ name: 'Sign', who: `b${i % 2}`, unit: 'board', wait: 0.5, work: 0.4, ...more });
const deliver = (i: number, more: Partial<MadeStep> = {}): MadeStep => ({ name: 'Return', who: `d${(i + 1) % 3}`, unit: 'desk', wait: 0.2, work: 0.2, ...more });
const clean: Steps = (i) => [receive(i), check(i), sign(i), deliver(i)];
const with_ = (...changed: ((i: number) => MadeStep)[]): Steps => (i) => changed.map((each) => each(i));

/** The drawing of the clean way, with limits of a working day each and five in all. */
export const drawing = (change: { limit?: number; separate?: boolean; more?: boolean; allowed?: number } = {}): Model => {
  const graph = processGraph('p').procedure({ timeLimits: [{ value: change.allowed ?? 5, unit: 'workingDays' }] })
    .in('desk', { oneStop: true }).start().userTask('receive', { name: 'Receive', step: { kind: 'receive', limit: 0.8, unit: 'workingHours' } })
    .in('north').userTask('check', { name: 'Check', step: { kind: 'check', limit: change.limit ?? 4, unit: 'workingHours' } });
  if (change.more) graph.userTask('extra', { name: 'Extra', step: { kind: 'check' } });
  return graph.in('board').userTask('sign', { name: 'Sign', step: { kind: 'sign', limit: 2, unit: 'workingHours', ...(change.separate && { separateFrom: ['check'] }) } })
    .in('desk').userTask('return', { name: 'Return', step: { kind: 'return' } }).end().model();
};
/** The same way, with check and signature in a process that it calls. */
const calling = (): Model => {
  const called = processGraph('inner').start('is').userTask('check', { name: 'Check' }).userTask('sign', { name: 'Sign' }).end('ie').build();
  const model = processGraph('p').start().userTask('receive', { name: 'Receive' }).activity('callActivity', 'decide', { name: 'Decide', calledElement: 'inner' }).userTask('return', { name: 'Return' }).end().model();
  return { ...model, processes: [...model.processes, called] };
};
const decision = (): Model => processGraph('p').start().userTask('check', { name: 'Check' }).exclusive('ok', { yes: (g) => g.userTask('sign', { name: 'Sign' }), no: (g) => g.userTask('refuse', { name: 'Refuse' }) }).end().model();

const row = (id: string, what: string, fires: boolean, made: readonly MadeDossier[], options?: LogCheckOptions & { starts?: boolean }): Row =>
  ({ id, what, fires, log: logOf(made, { starts: options?.starts ?? true }), ...(options && { options }) });
const bad = (id: string, what: string, made: readonly MadeDossier[], options?: LogCheckOptions & { starts?: boolean }): Row => row(id, what, true, made, options);
const near = (id: string, what: string, made: readonly MadeDossier[], options?: LogCheckOptions & { starts?: boolean }): Row => row(id, what, false, made, options);

const waits = (hours: number): Steps => with_(receive, (i) => check(i, { wait: hours }), sign, deliver);
const batches = (share: number, wait = 12): MadeDossier[] => many(60, (i) => {
  // Every sixteen office hours the boss signs all that came since, a minute each.
  const until = 16 - ((i * 2) % 16);
  const isBatched = i % 10 < share * 10;
  return [receive(i), check(i, { wait: 0, work: 0.2 }), sign(0, { who: 'boss', wait: isBatched ? until + wait - 12 : 9 + (i % 7), work: 0.01 }), deliver(i)];
}, { every: 2 });
const versions = (before: Steps, after: Steps): MadeDossier[] => [
  ...many(60, before, { facts: () => ({ version: '1' }) }), ...many(60, after, { facts: () => ({ version: '2' }), name: 'n', from: 200 }),
];
const open = (more: Partial<MadeStep>, from: number): MadeDossier => ({ id: 'open', from, steps: [receive(0), check(0, { open: true, ...more })] });

export const table: readonly Row[] = [
  bad('T2', 'an hour of work has four days', many(40, clean), { model: drawing({ limit: 32 }) }),
  near('T2', 'a limit of less than three times', many(40, clean), { model: drawing({ limit: 4 }) }),
  near('T2', 'nineteen in twenty are quick, more than one in twenty is not', many(40, with_(receive, (i) => check(i, { wait: i % 10 === 0 ? 14 : 0.5 }), sign, deliver)), { model: drawing({ limit: 32 }) }),
  bad('T7', 'the check that refuses comes after the long one', many(60, (i) => [receive(i), { name: 'Appraise the site', who: 'x', work: 4 }, { name: 'Check papers', who: 'y', work: 0.2 }, i % 3 === 0 ? { name: 'Refuse' } : { name: 'Return' }])),
  near('T7', 'the quick check first', many(60, (i) => [receive(i), { name: 'Check papers', who: 'y', work: 0.2 }, ...(i % 3 === 0 ? [{ name: 'Refuse' }] : [{ name: 'Appraise the site', who: 'x', work: 4 }, { name: 'Return' }])])),
  near('T7', 'nobody is refused', many(60, (i) => [receive(i), { name: 'Appraise the site', who: 'x', work: 4 }, { name: 'Check papers', who: 'y', work: 0.2 }, { name: 'Return' }])),
  bad('T10', 'one refusal in 210', many(210, (i) => [check(i), i === 7 ? { name: 'Refuse' } : sign(i)], { every: 1 }), { model: decision() }),
  near('T10', 'three refusals in 210', many(210, (i) => [check(i), i % 70 === 7 ? { name: 'Refuse' } : sign(i)], { every: 1 }), { model: decision() }),
  near('T10', 'too few passes', many(190, (i) => [check(i), sign(i)], { every: 1 }), { model: decision() }),
  bad('T11', '210 approvals of a minute', many(210, (i) => [check(i), { name: 'Approve', who: 'b', work: 0.015 }, deliver(i)], { every: 1 })),
  near('T11', 'one of them was refused', many(210, (i) => [check(i), { name: 'Approve', who: 'b', work: 0.015, ...(i === 100 && { facts: { outcome: 'refused' } }) }, deliver(i)], { every: 1 })),
  near('T11', 'they take ten minutes', many(210, (i) => [check(i), { name: 'Approve', who: 'b', work: 0.17 }, deliver(i)], { every: 1 })),
  bad('T14', 'one person checked and signed', many(40, with_(receive, check, (i) => sign(i, i === 3 ? { who: 'a0' } : {}), deliver)), { model: drawing({ separate: true }) }),
  near('T14', 'the same person, but in another dossier', many(40, with_(receive, check, (i) => sign(i, i === 4 ? { who: 'a0' } : {}), deliver)), { model: drawing({ separate: true }) }),
  bad('T15', 'one person signs', many(40, with_(receive, check, (i) => sign(i, { who: 'b' }), deliver))),
  near('T15', 'a deputy signed once', many(40, with_(receive, check, (i) => sign(i, { who: i === 30 ? 'deputy' : 'b' }), deliver))),
  bad('T20', 'one locality is slow', many(160, (i) => waits(i % 4 === 0 ? 9 + (i % 5) : 1 + (i % 5))(i), { facts: (i) => ({ agency: `g${i % 4}` }) })),
  near('T20', 'all are alike', many(160, (i) => waits(1 + (i % 5))(i), { facts: (i) => ({ agency: `g${i % 4}` }) })),
  near('T20', 'a little slower', many(160, (i) => waits((i % 4 === 0 ? 1.5 : 1) + ((i * 7) % 5))(i), { facts: (i) => ({ agency: `g${i % 4}` }) })),
  bad('O14', 'register, then print, by the same person at once', many(40, (i) => [receive(i), check(i), { name: 'Print', who: `a${i % 3}`, work: 0.02 }, deliver(i)])),
  near('O14', 'by another person', many(40, (i) => [receive(i), check(i), { name: 'Print', who: `a${(i + 1) % 3}`, work: 0.02 }, deliver(i)])),
  near('O14', 'an hour later', many(40, (i) => [receive(i), check(i), { name: 'Print', who: `a${i % 3}`, wait: 1, work: 0.02 }, deliver(i)])),
  bad('O15', 'two units appraise at the same time', many(40, (i) => [receive(i), { name: 'Appraise land', unit: 'land', who: 'x', work: 4 }, { name: 'Appraise tax', unit: 'tax', who: 'y', work: 3, beside: true, wait: 1 }, deliver(i)])),
  near('O15', 'one after the other', many(40, (i) => [receive(i), { name: 'Appraise land', unit: 'land', who: 'x', work: 4 }, { name: 'Appraise tax', unit: 'tax', who: 'y', work: 3 }, deliver(i)])),
  near('O15', 'in a tenth of the dossiers', many(40, (i) => [receive(i), { name: 'Appraise land', unit: 'land', who: 'x', work: 4 }, { name: 'Appraise tax', unit: 'tax', who: 'y', work: 3, beside: i % 10 === 0, wait: 1 }, deliver(i)])),
  bad('L1', 'two days before the check', many(40, waits(16))),
  near('L1', 'an hour', many(40, waits(1))),
  near('L1', 'a long wait in one dossier of ten', many(40, (i) => waits(i % 10 === 0 ? 16 : 0.2)(i))),
  bad('L2', 'a person is never without work', many(40, with_(receive, (i) => check(0, { who: 'a', wait: i * 0.1, work: 2.9 }), sign, deliver))),
  near('L2', 'three share it', many(40, with_(receive, (i) => check(i, { work: 2.9 }), sign, deliver))),
  bad('L2', 'what comes grows faster than what goes', many(130, with_(receive, (i) => check(i, { wait: i * 1.2, work: 0.2 }), sign, deliver), { every: 2 })),
  bad('L3', 'whoever checks is busy with earlier work', many(40, with_(receive, (i) => check(0, { who: 'a', wait: 4 + i, work: 3.9 }), sign, deliver))),
  near('L3', 'nobody waits long', many(40, clean)),
  bad('L4', 'a third is checked again', many(40, (i) => (i % 3 === 0 ? [receive(i), check(i), { name: 'Ask for supplement', who: 'a' }, check(i, { work: 3 }), sign(i), deliver(i)] : clean(i)))),
  near('L4', 'one in twenty', many(40, (i) => (i % 20 === 0 ? [receive(i), check(i), { name: 'Ask for supplement', who: 'a' }, check(i), sign(i), deliver(i)] : clean(i)))),
  bad('L5', 'north, south, north', many(40, (i) => (i % 4 === 0 ? [receive(i), check(i), { name: 'Advise', unit: 'south', who: 's' }, { name: 'Check again', unit: 'north', who: 'a' }, sign(i), deliver(i)] : clean(i)))),
  near('L5', 'the desk gets it back, as it must', many(40, (i) => [receive(i), check(i), deliver(i)])),
  near('L5', 'as the drawing of all says', many(40, (i) => [receive(i), check(i), { name: 'Advise', unit: 'south', who: 's' }, { name: 'Conclude', unit: 'north', who: 'a' }, sign(i), deliver(i)])),
  bad('L6', 'two days until the other unit takes it up', many(40, (i) => [receive(i), { name: 'Scan', unit: 'desk', who: 'd', work: 0.1 }, check(i, { wait: 16 }), sign(i), deliver(i)])),
  near('L6', 'it waits as long without a change of hands', many(40, (i) => [receive(i), { name: 'Scan', unit: 'desk', who: 'd', wait: 16, work: 0.1 }, check(i, { wait: 16 }), sign(i, { wait: 16 }), deliver(i, { wait: 16 })])),
  bad('L7', 'two hours of work in five days', many(40, with_(receive, (i) => check(i, { wait: 18 }), (i) => sign(i, { wait: 18 }), deliver))),
  near('L7', 'short queues', many(40, clean)),
  bad('L8', 'a tenth is late', many(40, (i) => waits(i % 10 === 0 ? 60 : 1)(i)), { model: drawing() }),
  near('L8', 'one in forty', many(40, (i) => waits(i === 7 ? 60 : 1)(i)), { model: drawing() }),
  near('L8', 'slow, but the clock stood still', many(40, with_(receive, (i) => check(i, { pause: i % 10 === 0 ? 60 : 0 }), sign, deliver)), { model: drawing() }),
  bad('L9', 'half of them on the last afternoon', many(40, (i) => waits(i % 2 === 0 ? 36 : 2)(i)), { model: drawing() }),
  near('L9', 'a quarter', many(40, (i) => waits(i % 4 === 0 ? 36 : 2)(i)), { model: drawing() }),
  near('L9', 'late is not in the last tenth', many(40, (i) => waits(i % 2 === 0 ? 60 : 2)(i)), { model: drawing() }),
  bad('L10', 'the clock is stopped on the fifth day', many(40, with_(receive, (i) => check(i, i % 8 === 0 ? { wait: 33, pause: 8 } : {}), sign, deliver)), { model: drawing() }),
  near('L10', 'on the first', many(40, with_(receive, (i) => check(i, i % 8 === 0 ? { wait: 3, pause: 8 } : {}), sign, deliver)), { model: drawing() }),
  bad('L10', 'twice in each dossier', many(40, with_(receive, (i) => check(i, { pause: 8 }), (i) => sign(i, { pause: 3 }), deliver)), { model: drawing() }),
  bad('L11', 'open for a week', [...many(40, clean), open({}, 80)]),
  near('L11', 'open since this morning', [...many(40, clean), open({}, 119)]),
  bad('L12', 'a tenth is never checked', many(40, (i) => (i % 10 === 0 ? [receive(i), sign(i), deliver(i)] : clean(i))), { model: drawing() }),
  bad('L12', 'a tenth is never checked, in the process that is called', many(40, (i) => (i % 10 === 0 ? [receive(i), sign(i), deliver(i)] : clean(i))), { model: calling() }),
  near('L12', 'as the called process is drawn', many(40, clean), { model: calling() }),
  near('L12', 'as drawn', many(40, clean), { model: drawing() }),
  near('L12', 'as drawn, handed out and never taken on', many(40, (i) => clean(i).map((step) => ({ ...step, reassigned: 1 }))), { model: drawing(), starts: false }),
  near('L12', 'one of four hundred', many(400, (i) => (i === 7 ? [receive(i), sign(i), deliver(i)] : clean(i)), { every: 0.5 }), { model: drawing() }),
  bad('L13', 'the desk checks', many(40, with_(receive, (i) => check(i, i % 10 === 0 ? { unit: 'desk' } : {}), sign, deliver)), { model: drawing() }),
  near('L13', 'units of other names tell nothing', many(40, (i) => clean(i).map((each) => ({ ...each, unit: `unit ${each.unit}` }))), { model: drawing() }),
  near('L13', 'as drawn', many(40, clean), { model: drawing() }),
  bad('L14', 'a tenth goes by the council and takes three times as long', many(40, (i) => (i % 10 === 0 ? [receive(i), check(i), { name: 'Council', wait: 10 }, sign(i), deliver(i)] : clean(i)))),
  near('L14', 'it takes no longer', many(40, (i) => (i % 10 === 0 ? [receive(i), check(i), { name: 'Council', work: 0.3 }, sign(i), deliver(i)] : clean(i)))),
  bad('L15', 'nobody does the extra step', many(110, clean, { every: 1 }), { model: drawing({ more: true }) }),
  near('L15', 'one did', many(110, (i) => (i === 50 ? [receive(i), check(i), { name: 'Extra' }, sign(i), deliver(i)] : clean(i)), { every: 1 }), { model: drawing({ more: true }) }),
  bad('L16', 'signed every second day, all at once', batches(1)),
  near('L16', 'half of them', batches(0.3)),
  near('L16', 'together, but at once', many(60, with_(receive, (i) => check(i, { wait: 0, work: 0.2 }), (i) => sign(0, { who: 'boss', wait: (6 - (i % 6)) * 0.1, work: 0.01 }), deliver), { every: 0.1 })),
  bad('L17', 'one of three does most', many(400, with_(receive, (i) => check(i, { who: `a${i % 5 < 3 ? 0 : i % 5 - 2}`, wait: 0, work: 0.1 }), sign, deliver), { every: 0.8 })),
  near('L17', 'evenly', many(400, with_(receive, (i) => check(i, { wait: 0, work: 0.1 }), sign, deliver), { every: 0.8 })),
  bad('L18', 'given on twice', many(40, with_(receive, (i) => check(i, { reassigned: 2 }), sign, deliver))),
  near('L18', 'given on once', many(40, with_(receive, (i) => check(i, { reassigned: 1 }), sign, deliver))),
  bad('L19', 'refused on the fourth day', many(60, (i) => (i % 5 === 0 ? [receive(i), check(i, { wait: 30 }), { name: 'Refuse', who: 'a' }] : clean(i))), { model: drawing() }),
  near('L19', 'refused on the first', many(60, (i) => (i % 5 === 0 ? [receive(i), check(i), { name: 'Refuse', who: 'a' }] : clean(i))), { model: drawing() }),
  bad('L20', 'entered two days later', many(40, (i) => clean(i).map((each) => ({ ...each, facts: { enteredAt: '2026-12-01T10:00:00+07:00' } })))),
  near('L20', 'entered at once', many(40, (i) => clean(i).map((each) => ({ ...each, facts: { enteredAt: '2026-01-05T10:00:00+07:00' } })))),
  bad('L20', 'three steps at one moment', many(40, with_(receive, check, (i) => sign(i, { wait: 0, work: 0 }), (i) => deliver(i, { wait: 0, work: 0 })), {}), { starts: false }),
  bad('L21', 'the new version is faster', versions((i) => waits(8 + (i % 5))(i), (i) => waits(4 + (i % 5))(i))),
  bad('L21', 'the new version is no different', versions((i) => waits(8 + (i % 5))(i), (i) => waits(8 + ((i * 3) % 5))(i))),
  near('L21', 'there is one version', many(60, clean, { facts: () => ({ version: '1' }) })),
  near('L21', 'too few under the new one', [...many(60, clean, { facts: () => ({ version: '1' }) }), ...many(20, clean, { facts: () => ({ version: '2' }), name: 'n', from: 200 })]),
  bad('L22', 'half-way, with half of the time gone', [...many(40, waits(20)), { id: 'open', from: 119, steps: [receive(0, { work: 9 }), check(0, { open: true, work: 0.1 })] }], { model: drawing({ allowed: 3 }) }),
  near('L22', 'in good time', [...many(40, waits(4)), { id: 'open', from: 119, steps: [receive(0, { work: 2 }), check(0, { open: true, work: 0.1 })] }], { model: drawing({ allowed: 3 }) }),
  near('L22', 'late already', [...many(40, waits(20)), { id: 'open', from: 60, steps: [receive(0, { work: 9 }), check(0, { open: true, work: 0.1 })] }], { model: drawing({ allowed: 3 }) }),
  bad('L23', 'a dossier changed its version on the way', many(40, (i) => clean(i).map((each, k) => ({ ...each, facts: { version: i === 3 && k > 1 ? '2' : '1' } })))),
  near('L23', 'each keeps its own', many(80, (i) => clean(i).map((each) => ({ ...each, facts: { version: i < 40 ? '1' : '2' } })))),
  bad('L23', 'version 2 before its day', many(80, (i) => clean(i).map((each) => ({ ...each, facts: { version: i < 40 ? '1' : '2' } }))), { effectiveFrom: { 2: Date.UTC(2026, 5, 1) } }),
];

/** What no check may complain about. */
export const cleanLog = (): EventLog => logOf(many(120, (i) => [
  receive(i, { wait: (i % 3) * 0.1 }), check(i, { wait: 0.3 + (i % 4) * 0.2 }), sign(i + (i % 7 === 0 ? 1 : 0), { wait: 0.2 + (i % 5) * 0.1 }), deliver(i),
]));
