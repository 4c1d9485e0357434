/** What the agency has declared to conform, what differs from it now, and all that was declared before. */
import { useState } from 'react';
import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ConformityView, DeclarationRow } from '../../../server/contract.js';
import { conformityQuery, declarationUrl, historyQuery } from '../../api/conformity.js';
import { formatDate, formatDateTime, formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Pager } from '../../ui/Pager.js';
import { Answered } from '../../ui/states.js';
import { DeclareForm } from './DeclareForm.js';
import { EvidenceCheck, EvidenceForm } from './Evidence.js';
import './words.js';

const dayWords = (day: string): string => formatDate(`${day}T00:00:00+07:00`);

export function ConformityPage() {
  const { t } = useWords();
  return (
    <>
      <PageHeader title={t('conformity.title')} note={t('conformity.note')} />
      <Answered query={useQuery(conformityQuery)} rows={6}>{(view) => (
        <Stack gap="md">
          <Latest view={view} />
          {view.mayDeclare ? <DeclareForm key={view.latest?.n ?? 0} view={view} /> : null}
          {view.mayDeclare && view.latest ? <EvidenceForm latest={view.latest} /> : null}
          <EvidenceCheck />
          <History />
        </Stack>
      )}</Answered>
    </>
  );
}

function Latest({ view: { latest, differences } }: { view: ConformityView }) {
  const { t } = useWords();
  const { added, ended, changed } = differences.counts;
  return (
    <Paper p="md" component="section" aria-labelledby="latest-title">
      <Title order={2} id="latest-title" mb="sm">{t('conformity.latest')}</Title>
      {latest ? (
        <>
          <dl className="df-facts">
            <dt>{t('conformity.standard')}</dt><dd>{latest.standard}</dd>
            <dt>{t('conformity.decision')}</dt><dd>{t('conformity.decisionOf', { number: latest.decision.number, date: dayWords(latest.decision.date) })}</dd>
            <dt>{t('conformity.signatory')}</dt><dd>{latest.decision.position ? `${latest.decision.signatory}, ${latest.decision.position}` : latest.decision.signatory}</dd>
            <dt>{t('conformity.scope')}</dt><dd>{t('conformity.scopeOf', { n: latest.procedures })}</dd>
            <dt>{t('conformity.declaredAt')}</dt><dd>{t('conformity.by', { at: formatDateTime(latest.at), name: latest.byName })}</dd>
          </dl>
          <Files n={latest.n} />
          {added + ended + changed > 0 ? <Differences differences={differences} /> : <Text size="sm" mt="sm">{t('conformity.same')}</Text>}
        </>
      ) : <Text>{t('conformity.none')}</Text>}
    </Paper>
  );
}

function Files({ n }: { n: number }) {
  const { t } = useWords();
  return (
    <Group gap="xs" mt="sm">
      <Button variant="default" size="xs" component="a" href={declarationUrl(n, 'pdf')} target="_blank">{t('conformity.pdf')}</Button>
      <Button variant="default" size="xs" component="a" href={declarationUrl(n, 'docx')} download>{t('conformity.docx')}</Button>
    </Group>
  );
}

function Differences({ differences: { counts, added, ended, changed } }: Pick<ConformityView, 'differences'>) {
  const { t, language } = useWords();
  const listed = (kind: 'added' | 'ended' | 'changed', rows: string[]) => (rows.length === 0 ? null : (
    <div key={kind}>
      <Text size="sm" fw={600}>{t(`conformity.${kind}`, { n: formatNumber(counts[kind], language) })}</Text>
      <ul style={{ margin: '2px 0 8px', paddingLeft: '1.2rem' }}>{rows.map((row) => <li key={row}>{row}</li>)}{counts[kind] > rows.length ? <li>{t('conformity.more', { n: formatNumber(counts[kind] - rows.length, language) })}</li> : null}</ul>
    </div>
  ));
  return (
    <Alert color="ochre" mt="sm" title={t('conformity.differs')}>
      {listed('added', added.map(({ code, name, version }) => `${code} ${name} · ${t('conformity.version', { n: version })}`))}
      {listed('ended', ended.map(({ code, name }) => `${code} ${name}`))}
      {listed('changed', changed.map(({ code, name, version, inForce }) => `${code} ${name} · ${t('conformity.versions', { from: version, to: inForce })}`))}
    </Alert>
  );
}

function History() {
  const { t, language } = useWords();
  const [page, setPage] = useState(1);
  const query = useQuery(historyQuery(page));
  if (query.data?.total === 0) return null;
  return (
    <Paper p="md" component="section" aria-labelledby="history-title">
      <Title order={2} id="history-title" mb="sm">{t('conformity.history')}</Title>
      <Answered query={query} rows={3}>{(answer) => (
        <>
          <Rows rows={answer.items} caption={t('conformity.historyCaption', { total: formatNumber(answer.total, language) })} />
          <Pager page={answer.page} pageSize={answer.pageSize} total={answer.total} onPage={setPage} />
        </>
      )}</Answered>
    </Paper>
  );
}

function Rows({ rows, caption }: { rows: readonly DeclarationRow[]; caption: string }) {
  const { t } = useWords();
  return (
    <div className="df-table-wrap" data-list="true">
      <table className="df-table">
        <caption>{caption}</caption>
        <thead><tr>{['decision', 'standard', 'signatory', 'scope', 'declaredAt', 'files'].map((key) => <th key={key} scope="col">{t(`conformity.${key}`)}</th>)}</tr></thead>
        <tbody>{rows.map(({ n, decision, standard, procedures, at, byName }) => (
          <tr key={n}>
            <td data-label={t('conformity.decision')}>{t('conformity.nth', { n })}: {t('conformity.decisionOf', { number: decision.number, date: dayWords(decision.date) })}</td>
            <td data-label={t('conformity.standard')}>{standard}</td><td data-label={t('conformity.signatory')}>{decision.signatory}</td>
            <td data-label={t('conformity.scope')}>{t('conformity.scopeOf', { n: procedures })}</td><td data-label={t('conformity.declaredAt')}>{t('conformity.by', { at: formatDateTime(at), name: byName })}</td>
            <td data-label={t('conformity.files')}><a href={declarationUrl(n, 'pdf')} target="_blank" rel="noreferrer">{t('conformity.pdf')}</a><br /><a href={declarationUrl(n, 'docx')} download>{t('conformity.docx')}</a></td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}
