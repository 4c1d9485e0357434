/** What stands behind an indicator: dossiers, procedures or records, each a link. */
import { useEffect, useRef } from 'react';
import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { IndicatorId } from '../../../engine/service-index/indicators.js';
import type { IndexCase } from '../../../server/contract.js';
import type { Query } from '../../api/calls.js';
import { indexCaseSheetUrl, indexCasesQuery } from '../../api/service-index.js';
import { formatDateTime } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { ExcelLink } from '../../ui/ExcelLink.js';
import { Pager } from '../../ui/Pager.js';
import { Answered } from '../../ui/states.js';
import type { IndexSearch } from './search.js';

interface Props { filter: Query; show: IndicatorId; met: boolean; page: number; onChange: (change: Partial<IndexSearch>) => void }
const PAGE = 20;

export function Cases({ filter, show, met, page, onChange }: Props) {
  const { t } = useWords();
  const asked = { ...filter, indicator: show, met: String(met) };
  const query = useQuery(indexCasesQuery({ ...asked, page, pageSize: PAGE }));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => { heading.current?.focus(); }, [show, met]);
  return (
    <Paper p="md" component="section" aria-labelledby="cases-title">
      <Group justify="space-between" mb="xs" align="flex-start">
        <Title order={2} id="cases-title" ref={heading} tabIndex={-1}>{t(met ? 'serviceIndex.casesMet' : 'serviceIndex.casesMissed', { name: t(`serviceIndex.indicators.${show}`) })}</Title>
        <Group gap="xs" justify="flex-end">
          <ExcelLink href={indexCaseSheetUrl(asked)} label={t('serviceIndex.casesExcel')} />
          <Button variant="subtle" onClick={() => onChange({ show: undefined, met: undefined, page: undefined })}>{t('serviceIndex.close')}</Button>
        </Group>
      </Group>
      <Answered query={query} rows={4}>{(found) => (found.total === 0 ? <Text c="gray.6">{t('serviceIndex.noCases')}</Text> : (
        <>
          <div className="df-table-wrap" data-list="true">
            <table className="df-table">
              <caption className="df-visually-hidden">{t(`serviceIndex.indicators.${show}`)}</caption>
              <thead><tr>{['number', 'what', 'at', 'due'].map((key) => <th key={key} scope="col">{t(`serviceIndex.${key}`)}</th>)}</tr></thead>
              <tbody>{found.items.map((each, at) => <Case key={`${each.id}${at}`} of={each} />)}</tbody>
            </table>
          </div>
          <Pager page={page} pageSize={PAGE} total={found.total} onPage={(next) => onChange({ page: next })} />
        </>
      ))}</Answered>
    </Paper>
  );
}

function Case({ of }: { of: IndexCase }) {
  const { t } = useWords();
  return (
    <tr>
      <td><CaseLink of={of} /></td>
      <td data-label={t('serviceIndex.what')}>{of.name}{of.score === undefined ? null : <span className="df-sub">{t('serviceIndex.given')}: {of.score}/5</span>}{of.missing ? <span className="df-sub">{t('serviceIndex.missing')}: {of.missing.map((part) => t(`serviceIndex.parts.${part}`)).join(', ')}</span> : null}</td>
      <td className="df-number" data-label={t('serviceIndex.at')}>{of.at ? formatDateTime(of.at) : '–'}</td><td className="df-number" data-label={t('serviceIndex.due')}>{of.dueAt ? formatDateTime(of.dueAt) : '–'}</td>
    </tr>
  );
}

function CaseLink({ of: { kind, id, no } }: { of: IndexCase }) {
  if (kind === 'procedure') return <Link to="/procedures/$procedureId" params={{ procedureId: id }}>{no}</Link>;
  if (kind === 'improvement') return <Link to="/improvements/$recordId" params={{ recordId: id }}>{no}</Link>;
  return <Link to="/dossiers/$dossierId" params={{ dossierId: id }}>{no}</Link>;
}
