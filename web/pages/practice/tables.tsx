/** Tables of the page: times, months, ways, causes, departments, people, agencies. */
import { useEffect, useRef, type ReactNode } from 'react';
import { Button, Paper, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PracticeView, WaitingCause } from '../../../server/contract.js';
import { formatNumber, formatShare } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { useShortTime, useWorkingTime } from '../../ui/DueMark.js';

/** `id`: of the heading, which names the table. Columns with a `!` before their name hold numbers. */
export function Section({ id, title, note, columns, children, after }: { id: string; title: string; note?: string; columns: readonly string[]; children: ReactNode; after?: ReactNode }) {
  const body = useRef<HTMLTableSectionElement>(null);
  const heads = columns.map((name) => name.replace(/^!/, ''));
  // On a narrow screen each row is a list: every cell but the first says which column it stands in.
  useEffect(() => {
    for (const row of body.current?.rows ?? []) [...row.cells].forEach((cell, at) => { if (at > 0) cell.setAttribute('data-label', heads[at] ?? ''); });
  });
  return (
    <Paper p="md" component="section" aria-labelledby={id}>
      <Title order={2} id={id} mb="xs">{title}</Title>
      {note ? <Text size="sm" c="gray.6" mb="xs">{note}</Text> : null}
      <div className="df-table-wrap" data-list="true" tabIndex={0} role="group" aria-labelledby={id}>
        <table className="df-table">
          <caption className="df-visually-hidden">{title}</caption>
          <thead><tr>{columns.map((name, at) => <th key={name} scope="col" className={name.startsWith('!') ? 'df-number' : undefined}>{heads[at]}</th>)}</tr></thead>
          <tbody ref={body}>{children}</tbody>
        </table>
      </div>
      {after}
    </Paper>
  );
}
const share = (part: number, of: number, language: 'vi' | 'en'): string => (of > 0 ? formatShare(part / of, language) : '–');

export function Times({ view }: { view: PracticeView }) {
  const { t } = useWords();
  const inWords = useWorkingTime();
  const rows = [['declared', view.declaredMinutes], ['drawn', view.drawnMinutes], ['half', view.settled > 0 ? view.elapsed.half : undefined], ['nineInTen', view.settled > 0 ? view.elapsed.nineInTen : undefined]] as const;
  return (
    <Section id="times-title" title={t('practised.times.title')} columns={[t('practised.times.what'), `!${t('practised.times.value')}`]}>
      {rows.map(([key, minutes]) => <tr key={key}><td>{t(`practised.times.${key}`)}</td><td className="df-number">{minutes === undefined ? t('practised.times.unknown') : inWords(minutes)}</td></tr>)}
    </Section>
  );
}

export function Months({ rows }: { rows: PracticeView['months'] }) {
  const { t, language } = useWords();
  const inWords = useShortTime();
  const most = Math.max(1, ...rows.map((row) => row.nineInTen));
  return (
    <Section id="months-title" title={t('practised.months.title')} columns={[t('practised.months.month'), `!${t('practised.months.settled')}`, `!${t('practised.total.half')}`, `!${t('practised.total.nineInTen')}`, `!${t('practised.months.late')}`, t('practised.months.bar')]}>
      {rows.map((row) => (
        <tr key={row.month}><td>{row.month.split('-').reverse().join('/')}</td><td className="df-number">{formatNumber(row.settled, language)}</td><td className="df-number">{inWords(row.half)}</td><td className="df-number">{inWords(row.nineInTen)}</td><td className="df-number">{share(row.late, row.withDue, language)}</td>
          <td style={{ minWidth: 140 }}><div aria-hidden="true" style={{ position: 'relative', height: 10, marginTop: 5 }}><div className="df-bar" style={{ position: 'absolute', opacity: 0.3, width: `${(row.nineInTen / most) * 100}%` }} /><div className="df-bar" style={{ position: 'absolute', width: `${(row.half / most) * 100}%` }} /></div></td></tr>
      ))}
    </Section>
  );
}

export function WayTable({ view, chosen, onChoose }: { view: PracticeView; chosen?: string | undefined; onChoose: (key: string) => void }) {
  const { t, language } = useWords();
  const inWords = useShortTime();
  const { otherWays } = view;
  if (view.ways.length === 0) return null;
  return (
    <Section id="ways-title" title={t('practised.ways.title')} columns={[t('practised.ways.no'), t('practised.ways.column'), `!${t('practised.total.dossiers')}`, `!${t('practised.ways.share')}`, `!${t('practised.total.half')}`, `!${t('practised.total.nineInTen')}`, `!${t('practised.total.late')}`, t('practised.ways.sample')]}
      after={otherWays.ways > 0 ? <Text size="sm" c="gray.6" mt="xs">{t('practised.ways.others', { ways: formatNumber(otherWays.ways, language), n: formatNumber(otherWays.dossiers, language) })}</Text> : null}>
      {view.ways.map((way, at) => (
        <tr key={way.key} data-current={way.key === chosen}>
          <td>{at + 1}<br /><Button size="compact-xs" variant="default" aria-pressed={way.key === chosen} aria-label={t('practised.ways.showNo', { n: at + 1 })} onClick={() => onChoose(way.key)}>{t('practised.ways.show')}</Button></td>
          <td style={{ minWidth: 'min(260px, 55vw)' }}>{way.steps.map(({ name }) => name.replace(/\s+/g, ' ')).join(' → ')}</td>
          <td className="df-number">{formatNumber(way.dossiers, language)}</td><td className="df-number">{formatShare(way.share, language)}</td><td className="df-number">{inWords(way.half)}</td><td className="df-number">{inWords(way.nineInTen)}</td><td className="df-number">{share(way.late, way.withDue, language)}</td>
          <td>{way.samples.slice(0, 3).map((id, n) => <span key={id}>{n > 0 ? ', ' : ''}<Link to="/dossiers/$dossierId" params={{ dossierId: id }}>{t('practised.ways.open', { n: n + 1 })}</Link></span>)}</td>
        </tr>
      ))}
    </Section>
  );
}

const CAUSES = ['batching', 'contention', 'priority', 'closed', 'other'] as const;
export function Causes({ rows }: { rows: readonly WaitingCause[] }) {
  const { t, language } = useWords();
  const sorted = [...rows].sort((a, b) => b.meanHours * b.executions - a.meanHours * a.executions);
  const hours = (value: number): string => formatNumber(value, language, 0);
  return (
    <Section id="causes-title" title={t('practised.causes.title')} note={t(rows.length > 0 ? 'practised.causes.note' : 'practised.causes.none')} columns={[t('practised.steps.step'), `!${t('practised.steps.executions')}`, `!${t('practised.causes.mean')}`, ...CAUSES.map((cause) => `!${t(`practised.causes.${cause}`)}`)]}>
      {sorted.map((row) => (
        <tr key={row.element}><td className="df-wide">{row.name}</td><td className="df-number">{formatNumber(row.executions, language)}</td><td className="df-number">{formatNumber(row.meanHours, language, 1)}</td>{CAUSES.map((cause) => <td key={cause} className="df-number">{hours(row.hours[cause])}</td>)}</tr>
      ))}
    </Section>
  );
}

export function Doers({ view }: { view: PracticeView }) {
  const { t, language } = useWords();
  const inWords = useShortTime();
  const heads = [`!${t('practised.steps.executions')}`, `!${t('practised.steps.dossiers')}`, `!${t('practised.steps.waitingHalf')}`, `!${t('practised.steps.workingHalf')}`, `!${t('practised.units.limitShare')}`];
  const cells = (row: PracticeView['units'][number]) => (
    <><td className="df-number">{formatNumber(row.executions, language)}</td><td className="df-number">{formatNumber(row.dossiers, language)}</td><td className="df-number">{inWords(row.waiting.half)}</td><td className="df-number">{inWords(row.working.half)}</td><td className="df-number">{share(row.pastLimit, row.withLimit, language)}</td></>
  );
  return (
    <>
      <Section id="units-title" title={t('practised.units.title')} columns={[t('practised.units.unit'), ...heads]}>
        {view.units.map((row) => <tr key={row.id}><td className="df-wide">{row.name}</td>{cells(row)}</tr>)}
      </Section>
      {view.people.length > 0 ? (
        <Section id="people-title" title={t('practised.people.title')} note={t('practised.people.note')} columns={[t('practised.people.person'), t('practised.units.unit'), ...heads]}>
          {view.people.map((row) => <tr key={row.id}><td>{row.name}</td><td className="df-wide">{row.departmentName}</td>{cells(row)}</tr>)}
        </Section>
      ) : null}
    </>
  );
}

/** Fewer results say little about an agency. */
const LEAST = 10;
export function Agencies({ view, onChoose }: { view: PracticeView; onChoose: (key: string) => void }) {
  const { t, language } = useWords();
  const inWords = useShortTime();
  const compared = view.agencies.filter(({ elapsed }) => elapsed.n >= LEAST);
  const best = compared.length > 1 ? compared.reduce((least, each) => (each.elapsed.half < least.elapsed.half ? each : least)) : undefined;
  return (
    <Section id="agencies-title" title={t('practised.agencies.title')} note={t('practised.agencies.few', { n: LEAST })} columns={[t('practised.agencies.agency'), `!${t('practised.total.dossiers')}`, `!${t('practised.total.settled')}`, `!${t('practised.total.half')}`, `!${t('practised.total.nineInTen')}`, `!${t('practised.total.late')}`, t('practised.ways.no')]}>
      {view.agencies.map((row) => (
        <tr key={row.id}><td className="df-wide">{row.name}{row === best ? <strong> ★ {t('practised.agencies.best')}</strong> : null}</td><td className="df-number">{formatNumber(row.dossiers, language)}</td><td className="df-number">{formatNumber(row.elapsed.n, language)}</td><td className="df-number">{inWords(row.elapsed.half)}</td><td className="df-number">{inWords(row.elapsed.nineInTen)}</td><td className="df-number">{share(row.late, row.withDue, language)}</td>
          <td>{row.way === undefined ? '–' : <Button size="compact-xs" variant="default" aria-label={t('practised.agencies.showOf', { name: row.name })} onClick={() => onChoose(row.way!)}>{t('practised.agencies.show')}</Button>}</td></tr>
      ))}
    </Section>
  );
}
