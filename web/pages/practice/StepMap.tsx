/** Steps on the drawing, coloured by what is looked at or with one way marked, and the same figures in a table. */
import { useMemo } from 'react';
import { Button, Group, Paper, SegmentedControl, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PracticeView } from '../../../server/contract.js';
import { formatNumber, formatShare } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { procedureXmlQuery } from '../../queries.js';
import { Drawing } from '../../ui/Drawing.js';
import { useShortTime } from '../../ui/DueMark.js';
import { Answered } from '../../ui/states.js';
import { boundsOf, COLOURS, isShare, levelOf, valueOf } from './heat.js';
import { MEASURES, type Measure } from './search.js';
import { Section } from './tables.js';

const NOTHING = { active: [], done: [], flows: [] };
interface Props { view: PracticeView; measure: Measure; onMeasure: (measure: Measure) => void; way: PracticeView['ways'][number] | undefined; onBack: () => void }

function useFigure(measure: Measure): (value: number) => string {
  const { language } = useWords();
  const inWords = useShortTime();
  return (value) => (isShare(measure) ? formatShare(value, language) : measure === 'frequency' ? formatNumber(value, language, 0) : inWords(value));
}

export function StepMap({ view, measure, onMeasure, way, onBack }: Props) {
  const { t, language } = useWords();
  const figure = useFigure(measure);
  const xml = useQuery(procedureXmlQuery(view.procedureId, view.drawn));
  const most = Math.max(0, ...view.steps.map((step) => valueOf(step, measure) ?? 0));
  const heat = useMemo(() => (way ? [] : view.steps.flatMap((step) => {
    const value = valueOf(step, measure);
    return value === undefined ? [] : [{ element: step.element, level: levelOf(value, most), label: figure(value) }];
    // The figure's words change with the language and the measure alone.
  })), [view, measure, way, language]);
  const path = useMemo(() => (way ? { active: [], done: way.steps.map(({ element }) => element), flows: way.flows } : NOTHING), [way]);
  return (
    <Paper p="md" component="section" aria-labelledby="map-title">
      <Title order={2} id="map-title" mb="sm">{t('practised.map.title')}</Title>
      <Group mb="sm" gap="sm">
        <SegmentedControl className="df-map-tabs" aria-label={t('practised.show')} value={measure} onChange={(value) => onMeasure(value as Measure)} data={MEASURES.map((value) => ({ value, label: t(`practised.measure.${value}`) }))} />
        {way ? <Button variant="default" onClick={onBack}>{t('practised.map.back')}</Button> : null}
      </Group>
      <Text size="sm" c="gray.6" mb="xs" role="status">{way ? t('practised.map.way', { n: formatNumber(way.dossiers, language) }) : t('practised.map.average', { measure: t(`practised.measure.${measure}`) })}</Text>
      <Answered query={xml}>{(stored) => <Drawing xml={stored.xml} heat={heat} path={path} label={way ? t('practised.map.way', { n: way.dossiers }) : t('practised.map.label', { measure: t(`practised.measure.${measure}`) })} height={560} />}</Answered>
      {way ? null : (
        <Group gap="md" my="sm" role="list" aria-label={t('practised.map.legend')}>
          {boundsOf(most).map((bound, at) => <Group key={at} gap={6} role="listitem"><span aria-hidden="true" style={{ width: 18, height: 14, background: COLOURS[at], border: '1px solid #74848f' }} /><Text size="xs">{t('practised.map.upTo', { value: figure(bound) })}</Text></Group>)}
        </Group>
      )}
    </Paper>
  );
}

export function StepTable({ view }: { view: PracticeView }) {
  const { t, language } = useWords();
  const inWords = useShortTime();
  const columns = ['executions', 'dossiers', 'repeats', 'share', 'waiting', 'waitingHalf', 'working', 'workingHalf', 'stood', 'limit', 'late'] as const;
  const n = (value: number): string => formatNumber(value, language);
  return (
    <Section id="steps-title" title={t('practised.steps.title')} columns={[t('practised.steps.step'), ...columns.map((key) => `!${t(`practised.steps.${key}`)}`)]}>
      {view.steps.map((row) => (
        <tr key={row.element} data-element={row.element}><td className="df-wide">{row.name}</td><td className="df-number">{n(row.executions)}</td><td className="df-number">{n(row.dossiers)}</td><td className="df-number">{formatShare(row.executions > 0 ? row.repeats / row.executions : 0, language)}</td><td className="df-number">{formatShare(row.share, language)}</td>
          <td className="df-number">{inWords(row.waiting.mean)}</td><td className="df-number">{inWords(row.waiting.half)}</td><td className="df-number">{inWords(row.working.mean)}</td><td className="df-number">{inWords(row.working.half)}</td><td className="df-number">{inWords(row.stoodMinutes)}</td>
          <td className="df-number">{row.limitMinutes === undefined ? '–' : inWords(row.limitMinutes)}</td><td className="df-number">{row.lateShare === undefined ? '–' : formatShare(row.lateShare, language)}</td></tr>
      ))}
    </Section>
  );
}
