/** What is wrong with a procedure: findings of its drawing and of its dossiers in one list, most hours lost in a year first. */
import { Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PracticeFinding, PracticeReport } from '../../../server/contract.js';
import { practiceQuery } from '../../api/reports.js';
import { formatDate, formatLastDay, formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { Answered } from '../../ui/states.js';
import { OpenRecord } from '../improvements/OpenRecord.js';

/** Dossiers named under a finding; the rest is a number. */
const NAMED = 5;

export function Practice({ procedureId }: { procedureId: string }) {
  const { language } = useWords();
  const query = useQuery(practiceQuery({ procedure: procedureId }, language));
  return <Answered query={query} rows={4}>{(report) => <Found report={report} />}</Answered>;
}

export function Found({ report }: { report: PracticeReport }) {
  const { t, language } = useWords();
  return (
    <Paper p="md" component="section" aria-labelledby="practice-title">
      <Title order={2} mb="xs" id="practice-title">{t('practice.title')}</Title>
      <Text size="sm" c="gray.6">{t('practice.basis', { n: formatNumber(report.cases, language), version: report.version, from: formatDate(report.from), to: formatLastDay(report.to) })}</Text>
      {report.findings.length === 0 ? <Text c="gray.6">{t('practice.none')}</Text> : (
        <div className="df-table-wrap" data-list="true" tabIndex={0} role="group" aria-labelledby="practice-title">
          <table className="df-table">
            <caption className="df-visually-hidden">{t('practice.title')}</caption>
            <thead><tr>{['check', 'what', 'source', 'hours', 'cases'].map((key) => <th key={key} scope="col" className={key === 'hours' ? 'df-number' : undefined}>{t(`practice.column.${key}`)}</th>)}<th scope="col"><span className="df-visually-hidden">{t('improvement.new')}</span></th></tr></thead>
            <tbody>{report.findings.map((row, at) => <Row key={`${row.finding.check}${at}`} row={row} report={report} />)}</tbody>
          </table>
        </div>
      )}
      {report.cannotTell.length > 0 ? <Text size="xs" c="gray.6">{t('practice.cannotTell', { checks: report.cannotTell.map((each) => each.check).join(', ') })}</Text> : null}
    </Paper>
  );
}

function Row({ row: { source, finding }, report: { procedureId, version } }: { row: PracticeFinding; report: PracticeReport }) {
  const { t, language } = useWords();
  const cases = casesOf(finding.evidence);
  const label = (column: string): string => t(`practice.column.${column}`);
  return (
    <tr>
      <td>{finding.check} · {t(`practice.severity.${finding.severity}`)}</td>
      <td className="df-wide">{finding.message}{finding.suggestion === undefined ? null : <Text size="xs" c="gray.6">{finding.suggestion}</Text>}</td>
      <td data-label={label('source')}>{t(`practice.source.${source}`)}</td>
      <td className="df-number" data-label={label('hours')}>{finding.hoursPerYear === undefined ? '–' : formatNumber(Math.round(finding.hoursPerYear), language)}</td>
      <td data-label={label('cases')}>{cases.ids.slice(0, NAMED).map((id, at) => <span key={id}>{at > 0 ? ', ' : ''}<Link to="/dossiers/$dossierId" params={{ dossierId: id }}>{t('practice.case', { n: at + 1 })}</Link></span>)}
        {cases.count > NAMED ? ` ${t('practice.more', { n: formatNumber(cases.count - NAMED, language) })}` : null}</td>
      <td><OpenRecord what={`${finding.check} ${finding.message}`} asked={{ source, procedureId, finding: { source, check: finding.check, version, elements: finding.elements } }} /></td>
    </tr>
  );
}

function casesOf({ cases, caseCount }: PracticeFinding['finding']['evidence']): { ids: string[]; count: number } {
  const ids = Array.isArray(cases) ? cases.filter((each): each is string => typeof each === 'string') : [];
  return { ids, count: typeof caseCount === 'number' ? caseCount : ids.length };
}
