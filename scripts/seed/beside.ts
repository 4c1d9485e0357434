/** What happens to sample dossiers that no diagram draws: a stop, a payment, a supplement, an approved apology, a withdrawal. */
import type { WorkCalendar } from '../../engine/calendar/compile.js';
import { instantAtOpenTime, nextOpen, openTimeBefore } from '../../engine/calendar/open-time.js';
import { shift } from '../../engine/calendar/shift.js';
import { haltOf } from '../../engine/casework/fold.js';
import type { CaseRules } from '../../engine/casework/rules.js';
import type { CaseCommand } from '../../engine/casework/types.js';
import type { Instant } from '../../engine/graph/types.js';
import { dueBeside } from '../../models/casework/automatic.js';
import { windowOf } from '../../models/casework/dates.js';
import type { DossierDoc } from '../../models/schemas/dossier.js';
import type { Random } from './random.js';

type Without<C> = C extends CaseCommand ? Omit<C, 'commandId' | 'at'> : never;
export type AskedBeside = Without<CaseCommand>;
export interface Beside { at: Instant; asked: AskedBeside }
interface Given { rules: CaseRules; calendar: WorkCalendar; random: Random; receiver: string; leader: string | undefined }

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export class BesideTheDrawing {
  private readonly plan: Beside[];
  private readonly refused = new Set<string>();
  private readonly approves: boolean;

  constructor(private readonly given: Given, receivedAt: Instant) {
    this.plan = this.chosen(receivedAt);
    this.approves = given.random.chance(0.5);
  }

  /** The earliest of what was chosen and of what comes by itself; `view`: the dossier as its last step left it. */
  next(view: DossierDoc): Beside | undefined {
    const halt = view.casework && haltOf(view.casework);
    const waiting = this.plan.filter(({ asked }) => (ENDS.has(asked.type) ? halt !== undefined : halt === undefined || asked.type === 'withdraw'));
    const automatic = dueBeside(view, this.given.rules, this.given.calendar).map(({ at, ...due }): Beside => ({ at, asked: { type: 'automatic', ...due } }));
    return [...waiting, ...automatic, ...this.approval(view)].filter((each) => !this.refused.has(keyOf(each))).sort((a, b) => a.at - b.at)[0];
  }

  /** Asked for once, whatever came of it. */
  tried(beside: Beside): void {
    this.refused.add(keyOf(beside));
  }

  private approval({ casework, dueAt }: DossierDoc): Beside[] {
    const { rules, calendar, leader } = this.given;
    const window = dueAt && windowOf(calendar, dueAt.getTime(), rules);
    if (!this.approves || !casework?.draft || !window || leader === undefined) return [];
    return [{ at: this.office(casework.draft.at + HOUR), asked: { type: 'extend', reason: 'Chờ kết quả phối hợp của cơ quan liên quan', newDueAt: casework.draft.newDueAt, window, by: leader, rules } }];
  }

  private chosen(receivedAt: Instant): Beside[] {
    const { random, receiver, leader, rules, calendar } = this.given;
    const at = (days: number): Instant => this.office(receivedAt + days * DAY);
    const begins = random.between(0.3, 2);
    const ends = begins + random.between(1, 12);
    const by = leader ?? receiver;
    switch (random.weighted(['nothing', 'stop', 'payment', 'supplement', 'withdrawal'] as const, [82, 5, 5, 6, 2])) {
      case 'stop': return [
        { at: at(begins), asked: { type: 'stop', reason: 'Chờ kết quả giải quyết tranh chấp', ground: 'Thông tư 03/2025/TT-VPCP, mẫu 05', by, rules } },
        { at: at(begins + random.between(5, 40)), asked: { type: 'resume', reason: 'Đã có kết quả giải quyết tranh chấp', by, rules } },
      ];
      case 'payment': return [
        { at: at(begins), asked: { type: 'requirePayment', reason: 'Nộp lệ phí theo thông báo', by: receiver, rules } }, { at: at(ends), asked: { type: 'confirmPayment', by: receiver, rules } },
      ];
      case 'supplement': return [
        { at: at(begins), asked: { type: 'requestSupplement', reason: 'Giấy tờ nộp chưa đủ', parts: ['Bản sao giấy tờ chứng minh chỗ ở'], answerBy: shift(calendar, at(begins), rules['supplement.answerWithin']), by: receiver, rules } },
        ...(random.chance(0.8) ? [{ at: at(ends), asked: { type: 'receiveSupplement', by: receiver, rules } as const }] : []),
      ];
      case 'withdrawal': return [{ at: at(begins), asked: { type: 'withdraw', reason: 'Công dân không còn nhu cầu', by: receiver, rules } }];
      case 'nothing': return [];
    }
  }

  private office(at: Instant): Instant {
    return instantAtOpenTime(this.given.calendar, openTimeBefore(this.given.calendar, nextOpen(this.given.calendar, at)) + 1);
  }
}

const ENDS: ReadonlySet<AskedBeside['type']> = new Set(['resume', 'confirmPayment', 'receiveSupplement']);

function keyOf({ asked }: Beside): string {
  return asked.type === 'automatic' ? `${asked.kind} ${asked.for}` : asked.type;
}
