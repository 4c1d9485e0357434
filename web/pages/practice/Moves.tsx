/** Real dossiers moving along the drawing: a clock that is played, stopped and set, and the same in a table. */
import { useEffect, useMemo, useState } from 'react';
import { Button, Group, NativeSelect, Paper, Text, Title } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MovesView } from '../../../server/contract.js';
import { movesQuery } from '../../api/reports.js';
import { formatDateTime, formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { procedureXmlQuery } from '../../queries.js';
import { Drawing } from '../../ui/Drawing.js';
import { Answered } from '../../ui/states.js';
import { positionsAt, type Positions } from './positions.js';
import type { PracticeFilter } from './search.js';

const [HOUR, DAY] = [3_600_000, 86_400_000];
const SPEEDS = [1, 3, 10] as const;
/** Of a second: how long a dossier is seen on its way. */
const TRAVEL = 0.6;
const NAMED = 5;

export function Moves({ filter }: { filter: PracticeFilter }) {
  const { t } = useWords();
  const [opened, setOpened] = useState(false);
  return (
    <Paper p="md" component="section" aria-labelledby="moves-title">
      <Title order={2} id="moves-title" mb="xs">{t('practised.moves.title')}</Title>
      {opened ? <Asked filter={filter} /> : <Button variant="default" onClick={() => setOpened(true)}>{t('practised.moves.open')}</Button>}
    </Paper>
  );
}

function Asked({ filter }: { filter: PracticeFilter }) {
  const { t } = useWords();
  const query = useQuery(movesQuery(filter));
  return <Answered query={query}>{(view) => (view.dossiers.length === 0 ? <Text c="gray.6">{t('practised.none')}</Text> : <Played key={view.from} view={view} />)}</Answered>;
}

/** The moment shown; `step` sets it by hand, which stops the clock. */
function useClock(first: number, last: number, daysPerSecond: number, still: boolean): { at: number; playing: boolean; play(): void; set(at: number): void } {
  const [at, setAt] = useState(first);
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return undefined;
    const go = (by: number): void => setAt((now) => Math.min(last, now + by));
    if (still) {
      const every = setInterval(() => go(DAY), 1000 / daysPerSecond);
      return () => clearInterval(every);
    }
    let [frame, before] = [0, performance.now()];
    const tick = (now: number): void => {
      go(((now - before) / 1000) * daysPerSecond * DAY);
      before = now;
      frame = requestAnimationFrame(tick);
    };
    frame = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(frame);
  }, [playing, daysPerSecond, still, last]);
  useEffect(() => { if (at >= last) setPlaying(false); }, [at, last]);
  return {
    at, playing,
    play: () => { if (at >= last) setAt(first); setPlaying(!playing); },
    set: (wanted) => { setPlaying(false); setAt(Math.max(first, Math.min(last, wanted))); },
  };
}

function Played({ view }: { view: MovesView }) {
  const { t, language } = useWords();
  const still = useReducedMotion();
  const [speed, setSpeed] = useState<number>(SPEEDS[1]);
  const [first, last] = [Date.parse(view.from), Date.parse(view.to)];
  const clock = useClock(first, last, speed, still);
  const shown = useMemo(() => positionsAt(view, clock.at, still ? 0 : TRAVEL * speed * DAY), [view, clock.at, still, speed]);
  const xml = useQuery(procedureXmlQuery(view.procedureId, view.drawn));
  const moment = formatDateTime(new Date(clock.at).toISOString());
  return (
    <>
      <Text size="sm" c="gray.6" mb="xs">{t('practised.moves.note', { n: formatNumber(view.dossiers.length, language) })}{still ? ` ${t('practised.moves.still')}` : ''}</Text>
      <Group gap="sm" mb="sm" align="flex-end">
        <Button onClick={clock.play}>{t(clock.playing ? 'practised.moves.pause' : 'practised.moves.play')}</Button>
        <Button variant="default" onClick={() => clock.set(clock.at - DAY)}>{t('practised.moves.back')}</Button>
        <Button variant="default" onClick={() => clock.set(clock.at + DAY)}>{t('practised.moves.forward')}</Button>
        <NativeSelect label={t('practised.moves.speed')} value={String(speed)} onChange={(event) => setSpeed(Number(event.currentTarget.value))} data={SPEEDS.map((n) => ({ value: String(n), label: t('practised.moves.perSecond', { n }) }))} />
      </Group>
      <input type="range" style={{ width: '100%' }} min={first} max={last} step={HOUR} value={clock.at} aria-label={t('practised.moves.time')} aria-valuetext={moment} onChange={(event) => clock.set(Number(event.currentTarget.value))} />
      <Answered query={xml}>{(stored) => <Drawing xml={stored.xml} tokens={shown.tokens} label={t('practised.moves.label')} height={520} />}</Answered>
      <Where shown={shown} moment={moment} />
    </>
  );
}

function Where({ shown, moment }: { shown: Positions; moment: string }) {
  const { t, language } = useWords();
  return (
    <div className="df-table-wrap" tabIndex={0} role="group" aria-labelledby="moves-title">
      <table className="df-table">
        <caption>{t('practised.moves.table', { at: moment, n: formatNumber(shown.open, language) })}</caption>
        <thead><tr><th scope="col">{t('practised.moves.step')}</th><th scope="col" className="df-number">{t('practised.moves.here')}</th><th scope="col">{t('practised.moves.which')}</th></tr></thead>
        <tbody>
          {shown.steps.map((step) => (
            <tr key={step.element} data-step={step.element}><td className="df-wide">{step.name}</td><td className="df-number">{formatNumber(step.dossiers.length, language)}</td>
              <td>{step.dossiers.slice(0, NAMED).map(({ id, dossierNo }, at) => <span key={id}>{at > 0 ? ', ' : ''}<Link to="/dossiers/$dossierId" params={{ dossierId: id }}>{dossierNo}</Link></span>)}{step.dossiers.length > NAMED ? ' …' : ''}</td></tr>
          ))}
          {shown.between > 0 ? <tr><td>{t('practised.moves.between')}</td><td className="df-number">{formatNumber(shown.between, language)}</td><td /></tr> : null}
          {shown.open === 0 ? <tr><td colSpan={3}>{t('practised.moves.nothing')}</td></tr> : null}
        </tbody>
      </table>
    </div>
  );
}
