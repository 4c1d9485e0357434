/** What applicants said of delivered dossiers: the average by procedure and department, and their comments. */
import { useState } from 'react';
import { Grid, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RatingReport } from '../../../server/contract.js';
import { ratingsQuery } from '../../api/reports.js';
import { formatDate, formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { Pager } from '../../ui/Pager.js';
import { Answered } from '../../ui/states.js';

export function Ratings({ range: { from, to } }: { range: { from?: string; to?: string } }) {
  const { t } = useWords();
  const [page, setPage] = useState(1);
  const query = useQuery(ratingsQuery({ from, to }, page));
  return (
    <Paper p="md" component="section" aria-labelledby="ratings-title">
      <Title order={2} id="ratings-title" mb="sm">{t('ratings.title')}</Title>
      <Answered query={query} rows={3}>{(report) => (report.count === 0 ? <Text c="gray.6">{t('ratings.none')}</Text> : <Figures report={report} onPage={setPage} />)}</Answered>
    </Paper>
  );
}

function Figures({ report, onPage }: { report: RatingReport; onPage: (page: number) => void }) {
  const { t, language } = useWords();
  return (
    <>
      <Text fw={600} mb="sm" data-testid="ratings-summary">{t('ratings.summary', { count: report.count, average: formatNumber(report.average ?? 0, language) })}</Text>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 2 }}><Spread spread={report.spread} /></Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}><Breakdown title={t('ratings.byProcedure')} column={t('ratings.procedure')} rows={report.byProcedure} /></Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}><Breakdown title={t('ratings.byDepartment')} column={t('ratings.department')} rows={report.byDepartment} /></Grid.Col>
      </Grid>
      <Title order={3} size="h4" mt="md" mb="xs">{t('ratings.comments')}</Title>
      {report.comments.total === 0 ? <Text c="gray.6">{t('ratings.noComments')}</Text> : (
        <ul>{report.comments.items.map((each) => (
          <li key={each.dossierId}>
            <span style={{ overflowWrap: 'anywhere' }}>{each.comment}</span>
            <span className="df-sub">{t('ratings.said', { score: each.score, procedure: each.procedureName, at: formatDate(each.at) })} · <Link to="/dossiers/$dossierId" params={{ dossierId: each.dossierId }}>{each.dossierNo}</Link></span>
          </li>
        ))}</ul>
      )}
      <Pager page={report.comments.page} pageSize={report.comments.pageSize} total={report.comments.total} onPage={onPage} />
    </>
  );
}

function Spread({ spread }: { spread: readonly number[] }) {
  const { t, language } = useWords();
  return (
    <table className="df-table">
      <caption className="df-visually-hidden">{t('ratings.spread')}</caption>
      <thead><tr><th scope="col">{t('ratings.score')}</th><th scope="col" className="df-number">{t('ratings.count')}</th></tr></thead>
      <tbody>{spread.map((n, index) => <tr key={index}><td>{index + 1}</td><td className="df-number">{formatNumber(n, language)}</td></tr>).reverse()}</tbody>
    </table>
  );
}

function Breakdown({ title, column, rows }: { title: string; column: string; rows: RatingReport['byProcedure'] }) {
  const { t, language } = useWords();
  return (
    <div style={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={title}>
      <table className="df-table">
        <caption className="df-visually-hidden">{title}</caption>
        <thead><tr><th scope="col">{column}</th><th scope="col" className="df-number">{t('ratings.count')}</th><th scope="col" className="df-number">{t('ratings.average')}</th></tr></thead>
        <tbody>{rows.map((row) => <tr key={row.id}><td className="df-wide">{row.name}</td><td className="df-number">{formatNumber(row.count, language)}</td><td className="df-number">{row.average === undefined ? '–' : formatNumber(row.average, language)}</td></tr>)}</tbody>
      </table>
    </div>
  );
}
