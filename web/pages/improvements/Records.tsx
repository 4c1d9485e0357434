/** Improvement records as a table, and the few that belong to a procedure or a dossier as a list. */
import { Badge, Paper, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ImprovementRow } from '../../../server/contract.js';
import { improvementsQuery } from '../../api/improvements.js';
import { formatDate } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import './words.js';

const COLOURS: Record<ImprovementRow['state'], string> = { open: 'red', planned: 'ochre', changing: 'ochre', kept: 'green', rolledBack: 'gray', closed: 'gray' };

export function StateMark({ state }: { state: ImprovementRow['state'] }) {
  const { t } = useWords();
  return <Badge style={{ overflow: 'visible' }} styles={{ label: { overflow: 'visible' } }} miw="max-content" color={COLOURS[state]}>{t(`improvement.state.${state}`)}</Badge>;
}

export function RecordTable({ rows, caption }: { rows: readonly ImprovementRow[]; caption: string }) {
  const { t } = useWords();
  const label = (key: string): string => t(`improvement.column.${key}`);
  return (
    <div className="df-table-wrap" data-list="true">
      <table className="df-table">
        <caption>{caption}</caption>
        <thead><tr>{['no', 'title', 'procedure', 'source', 'state', 'owner', 'due', 'effect'].map((key) => <th key={key} scope="col">{label(key)}</th>)}</tr></thead>
        <tbody>{rows.map((row) => (
          <tr key={row.id}>
            <td data-label={label('no')}><Link to="/improvements/$recordId" params={{ recordId: row.id }}>{row.no}</Link></td>
            <td data-label={label('title')} style={{ minWidth: '14rem' }}>{row.title}</td>
            <td data-label={label('procedure')}>{row.procedureName}</td>
            <td data-label={label('source')}>{t(`improvement.source.${row.source}`)}</td>
            <td data-label={label('state')}><StateMark state={row.state} /></td>
            <td data-label={label('owner')}>{row.ownerName}</td>
            <td data-label={label('due')}>{formatDate(`${row.dueDay}T00:00:00+07:00`)}</td>
            <td data-label={label('effect')}>{row.verdict ? t(`improvement.verdict.${row.verdict}`) : '–'}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}

/** Nothing where there is none. */
export function RecordsOf({ title, ...filter }: { title: string; procedure?: string; dossier?: string }) {
  const { t } = useWords();
  const rows = useQuery(improvementsQuery({ ...filter, pageSize: 20 })).data?.items ?? [];
  if (rows.length === 0) return null;
  return (
    <Paper p="md" component="section" aria-labelledby="improvements-title">
      <Title order={2} id="improvements-title" mb="xs">{title}</Title>
      <ul style={{ margin: 0, paddingLeft: '1.2rem' }}>{rows.map((row) => (
        <li key={row.id}><Link to="/improvements/$recordId" params={{ recordId: row.id }}>{row.no}</Link>{` ${row.title} · ${t(`improvement.state.${row.state}`)}`}</li>
      ))}</ul>
    </Paper>
  );
}
