/** Where the time goes: the drawing coloured by share of the office time, with the same figures in a table. */
import { useMemo } from 'react';
import { Button, Grid, Group, NativeSelect, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { HeatReport } from '../../../server/contract.js';
import { heatQuery, reports } from '../../api/reports.js';
import { formatDate, formatLastDay, formatNumber, formatShare } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { procedureXmlQuery, proceduresQuery } from '../../queries.js';
import { Drawing } from '../../ui/Drawing.js';
import { useShortTime } from '../../ui/DueMark.js';
import { ExcelLink } from '../../ui/ExcelLink.js';
import { Answered } from '../../ui/states.js';
import { heatLevel, levels } from './heatLevel.js';
import { Practice } from './Practice.js';
import { type OverviewSearch, rangeOf } from './search.js';

/** `usual`: procedures in the order in which one is shown when none is chosen. */
interface Given { search: OverviewSearch; usual: readonly string[]; onChoose: (procedureId: string) => void }

/** Of the procedure chosen, else that of the filter, else the usual one; of the dossiers and the days of the filter. */
export function HeatMap({ search, usual, onChoose }: Given) {
  const { t } = useWords();
  const procedures = useQuery(proceduresQuery);
  return (
    <Answered query={procedures}>
      {(rows) => {
        const published = rows.filter((row) => row.currentVersion !== undefined);
        const id = [search.heat, search.procedure, ...usual].find((each) => published.some((row) => row.id === each)) ?? published[0]?.id;
        return (
          <>
            <Paper p="md" component="section" aria-labelledby="heat-title">
              <Group justify="space-between" mb="sm">
                <Title order={2} id="heat-title">{t('heat.title')}</Title>
                <NativeSelect aria-label={t('work.procedure')} value={id ?? ''} onChange={(event) => onChoose(event.currentTarget.value)} data={published.map((row) => ({ value: row.id, label: `${row.code} · ${row.name}` }))} maw={420} />
              </Group>
              {id ? <Heat key={id} procedureId={id} search={search} /> : <Text c="gray.6">{t('heat.none')}</Text>}
            </Paper>
            {id ? <Practice key={`found ${id}`} procedureId={id} /> : null}
          </>
        );
      }}
    </Answered>
  );
}

function Heat({ procedureId, search }: { procedureId: string; search: OverviewSearch }) {
  const { t } = useWords();
  const { agency, department, channel, from, to } = search;
  const { by: _by, ...range } = rangeOf(search);
  const asked = { procedure: procedureId, agency, channel, ...range };
  const query = useQuery(heatQuery(asked));
  return (
    <>
      <Group mb="sm">
        <Button variant="default" renderRoot={(props) => <Link {...props} to="/procedures/$procedureId/practice" params={{ procedureId }} search={{ agency, department, channel, from, to }} />}>{t('heat.practised')}</Button>
        <ExcelLink href={reports.heatSheetUrl(asked)} label={t('heat.excel')} />
      </Group>
      <Answered query={query} rows={6}>{(report) => <div aria-busy={query.isPlaceholderData}><HeatPicture report={report} /></div>}</Answered>
    </>
  );
}

function HeatPicture({ report }: { report: HeatReport }) {
  const { t, language } = useWords();
  const xml = useQuery(procedureXmlQuery(report.procedureId, report.version));
  const heat = useMemo(() => report.elements.map((it) => ({ element: it.element, level: heatLevel(it.share), label: formatShare(it.share, language) })), [report, language]);
  if (report.elements.length === 0) return <Text c="gray.6">{t('heat.noCases')}</Text>;
  return (
    <>
      <Text size="sm" c="gray.6" mb="xs">{t('heat.cases', { n: formatNumber(report.cases, language), from: formatDate(report.from), to: formatLastDay(report.to), version: report.version })}</Text>
      <Answered query={xml}>{(stored) => <Drawing xml={stored.xml} heat={heat} label={t('heat.label')} height={560} />}</Answered>
      <Legend />
      <HeatTable report={report} />
    </>
  );
}

function Legend() {
  const { t } = useWords();
  return (
    <Group gap="md" my="sm" role="list" aria-label={t('heat.legend')}>
      {levels.map((level) => (
        <Group key={level.text} gap={6} role="listitem"><span aria-hidden="true" style={{ width: 18, height: 14, background: level.colour, border: '1px solid #74848f' }} /><Text size="xs">{level.text}</Text></Group>
      ))}
    </Group>
  );
}

function HeatTable({ report }: { report: HeatReport }) {
  const { t, language } = useWords();
  const inWords = useShortTime();
  const rows = [...report.elements].sort((a, b) => b.share - a.share);
  return (
    <Grid><Grid.Col span={12}>
      <div style={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-labelledby="heat-title">
        <table className="df-table">
          <caption>{t('heat.working')}</caption>
          <thead><tr><th scope="col">{t('work.step')}</th>{['share', 'n', 'median', 'p90', 'wait', 'work', 'over'].map((key) => <th key={key} scope="col" className="df-number">{t(`heat.column.${key}`)}</th>)}</tr></thead>
          <tbody>{rows.map((row) => (
            <tr key={row.element}><td style={{ minWidth: 200 }}>{row.name}</td><td className="df-number">{formatShare(row.share, language)}</td><td className="df-number">{formatNumber(row.n, language)}</td>
              <td className="df-number">{inWords(row.medianMinutes)}</td><td className="df-number">{inWords(row.p90Minutes)}</td><td className="df-number">{inWords(row.waitMinutes)}</td><td className="df-number">{inWords(row.workMinutes)}</td>
              <td className="df-number">{row.overLimitShare !== undefined ? formatShare(row.overLimitShare, language) : '–'}</td></tr>
          ))}</tbody>
        </table>
      </div>
    </Grid.Col></Grid>
  );
}
