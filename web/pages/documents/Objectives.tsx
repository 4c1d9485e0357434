/** Objectives with what has become of them, and the rows in which they are set. */
import { Badge, Button, Group, NativeSelect, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Objective, ObjectiveMeasure, ObjectiveProgress } from '../../../server/contract.js';
import { progressQuery } from '../../api/documents.js';
import { formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { Answered } from '../../ui/states.js';

const MEASURES: readonly ObjectiveMeasure[] = ['onTimeShare', 'earlyShare', 'meanHours', 'supplementShare', 'resolved', 'satisfaction'];
const isShare = (measure: ObjectiveMeasure): boolean => measure.endsWith('Share');

function useFigure(): (measure: ObjectiveMeasure, value: number) => string {
  const { t, language } = useWords();
  return (measure, value) => {
    if (isShare(measure)) return `${formatNumber(value * 100, language, 1)}\u00a0%`;
    return t(measure === 'meanHours' ? 'documents.objectives.hours' : measure === 'resolved' ? 'documents.objectives.dossiers' : 'documents.objectives.points', { n: formatNumber(value, language, 1) });
  };
}

export function ObjectiveResults({ documentId, version }: { documentId: string; version: number }) {
  const { t } = useWords();
  return <Answered query={useQuery(progressQuery(documentId, version))} rows={4}>{(rows) => (rows.length === 0 ? <Text c="gray.6" size="sm">{t('documents.objectives.none')}</Text> : <><Results rows={rows} />{rows.map((row, n) => <Months key={n} row={row} />)}</>)}</Answered>;
}

function Results({ rows }: { rows: readonly ObjectiveProgress[] }) {
  const { t } = useWords();
  const figure = useFigure();
  const label = (key: string): string => t(`documents.objectives.${key}`);
  return (
    <div className="df-table-wrap" data-list="true">
      <table className="df-table">
        <caption>{t('documents.objectives.caption')}</caption>
        <thead><tr>{['objective', 'measure', 'year', 'target', 'now', 'reached'].map((key) => <th key={key} scope="col">{label(key)}</th>)}</tr></thead>
        <tbody>{rows.map(({ text, measure, year, target, atMost, value, reached }, n) => (
          <tr key={n}>
            <td data-label={label('objective')} style={{ minWidth: '14rem' }}>{text}</td>
            <td data-label={label('measure')}>{t(`documents.objectives.of.${measure}`)}</td>
            <td data-label={label('year')}>{year}</td>
            <td data-label={label('target')}>{t(atMost ? 'documents.objectives.atMost' : 'documents.objectives.atLeast', { value: figure(measure, target) })}</td>
            <td data-label={label('now')}>{value === undefined ? t('documents.objectives.noData') : figure(measure, value)}</td>
            <td data-label={label('reached')}>{reached === undefined ? '–' : <Badge miw="max-content" color={reached ? 'green' : 'red'} variant="light">{reached ? `✓ ${t('documents.objectives.isReached')}` : `✗ ${t('documents.objectives.isNotReached')}`}</Badge>}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}

/** Months in which there was nothing to count are left out. */
function Months({ row: { text, measure, year, months } }: { row: ObjectiveProgress }) {
  const { t, language } = useWords();
  const figure = useFigure();
  const told = months.filter(({ value }) => value !== undefined);
  return (
    <details>
      <summary>{t('documents.objectives.monthsOf', { text })}</summary>
      {told.length === 0 ? <Text size="sm">{t('documents.objectives.noDataIn', { year })}</Text> : (
        <div className="df-table-wrap">
          <table className="df-table">
            <thead><tr><th scope="col">{t('documents.objectives.month')}</th><th scope="col">{t('documents.objectives.value')}</th><th scope="col">{t('documents.objectives.count')}</th></tr></thead>
            <tbody>{told.map(({ month, value, n }) => <tr key={month}><td>{month.split('-').reverse().join('/')}</td><td>{figure(measure, value!)}</td><td>{formatNumber(n, language)}</td></tr>)}</tbody>
          </table>
        </div>
      )}
    </details>
  );
}

export function ObjectiveRows({ rows, onChange }: { rows: readonly Objective[]; onChange: (rows: Objective[]) => void }) {
  const { t } = useWords();
  const set = (n: number, change: Partial<Objective>): void => onChange(rows.map((each, at) => (at === n ? { ...each, ...change } : each)));
  const add = (): void => onChange([...rows, { text: '', measure: 'onTimeShare', target: 0.95, year: new Date().getFullYear() }]);
  return (
    <Stack gap="sm">
      {rows.map(({ text, measure, target, year }, n) => (
        <Group key={n} gap="xs" align="flex-end" role="group" aria-label={t('documents.objectives.nth', { n: n + 1 })}>
          <TextInput label={t('documents.objectives.objective')} required maxLength={1_000} value={text} onChange={(event) => set(n, { text: event.currentTarget.value })} style={{ flex: 1, minWidth: 220 }} />
          <NativeSelect label={t('documents.objectives.measure')} value={measure} data={MEASURES.map((value) => ({ value, label: t(`documents.objectives.of.${value}`) }))} onChange={(event) => set(n, { measure: event.currentTarget.value as ObjectiveMeasure, target: 0 })} />
          <NumberInput label={t('documents.objectives.target')} required w={110} min={0} decimalScale={2} hideControls value={isShare(measure) ? Math.round(target * 10_000) / 100 : target} onChange={(value) => set(n, { target: isShare(measure) ? Number(value) / 100 : Number(value) })} />
          <NumberInput label={t('documents.objectives.year')} required w={90} min={2000} max={2200} allowDecimal={false} hideControls thousandSeparator="" value={year} onChange={(value) => set(n, { year: Number(value) })} />
          <Button variant="default" size="compact-sm" aria-label={t('documents.objectives.remove', { n: n + 1 })} onClick={() => onChange(rows.filter((_each, at) => at !== n))}>×</Button>
        </Group>
      ))}
      <div><Button variant="default" onClick={add}>{t('documents.objectives.add')}</Button></div>
    </Stack>
  );
}
