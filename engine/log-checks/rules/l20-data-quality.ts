import { isOpen } from '../../calendar/open-time.js';
import { qualityOf } from '../../mining/figures/quality.js';
import { controlFlow, selectEvents } from '../../mining/log/select.js';
import type { MessageValue } from '../../analysis/messages.js';
import type { Turn } from '../dossier.js';
import { percent, share } from '../numbers.js';
import { type LogRule } from '../rule.js';
import { OFFICE_DAY, type LogSubject } from '../subject.js';

interface Flaw { kind: string; name: MessageValue; turns: readonly Turn[]; share: number; least: number }

/** L20: work entered an office day late, outside office hours, several steps at one moment, or ended before it began. */
export const dataQuality: LogRule = {
  check: 'L20',
  run(subject) {
    const found = flaws(subject).filter(({ turns, share: part, least }) => turns.length > 0 && part >= least);
    if (found.length === 0) return [];
    const turns = found.flatMap((each) => each.turns);
    const inside = new Set(subject.dossiers.map((each) => each.c));
    const log = selectEvents(subject.log, (_event, c) => inside.has(c));
    return [{
      check: 'L20', severity: 'warning', elements: [...new Set(turns.map((turn) => subject.mark(turn.activity)))], dossiers: [...new Set(turns.map((turn) => turn.dossier))],
      message: { key: 'L20.message', values: { flaws: { vi: list(found, 'vi'), en: list(found, 'en') } } }, suggestion: { key: 'L20.suggestion' },
      evidence: { flaws: found.map(({ kind, turns: own, share: part }) => ({ kind, events: own.length, share: Math.round(part * 1000) / 1000 })), notes: qualityOf(log, controlFlow(log)).map(({ kind, message }) => ({ kind, message })) },
    }];
  },
};
function list(found: readonly Flaw[], language: 'vi' | 'en'): string {
  return found.map(({ name, share: part }) => `${(name as Record<'vi' | 'en', string>)[language]} (${language === 'vi' ? String(percent(part)).replace('.', ',') : percent(part)} %)`).join(', ');
}

function flaws(subject: LogSubject): Flaw[] {
  const { turns } = subject;
  const known = turns.filter((turn) => turn.entered !== undefined);
  const late = known.filter((turn) => subject.office(turn.completed!, turn.entered!) > OFFICE_DAY);
  const people = turns.filter((turn) => turn.person !== undefined);
  // The moment of closing still belongs to the day.
  const closed = people.filter((turn) => !isOpen(subject.calendar, turn.completed!) && !isOpen(subject.calendar, turn.completed! - 1));
  const same = subject.complete.flatMap((dossier) => dossier.turns.slice(1).filter((turn, i) => turn.completed === dossier.turns[i]!.completed && turn.activity !== dossier.turns[i]!.activity));
  const backwards = turns.filter((turn) => turn.started !== undefined && turn.started > turn.completed!);
  const flaw = (kind: string, name: MessageValue, found: readonly Turn[], all: number, least: number): Flaw => ({ kind, name, turns: found, share: share(found.length, all), least });
  return [
    flaw('backdated', { vi: 'nhập muộn hơn một ngày làm việc', en: 'entered more than an office day late' }, late, known.length, 0.05),
    flaw('outsideOffice', { vi: 'ngoài giờ làm việc', en: 'outside office hours' }, closed, people.length, 0.2),
    flaw('equalTimes', { vi: 'nhiều bước cùng một thời điểm', en: 'several steps at one moment' }, same, turns.length, 0.1),
    flaw('endBeforeStart', { vi: 'xong trước khi bắt đầu', en: 'ended before it began' }, backwards, turns.length, 0.01),
  ];
}
