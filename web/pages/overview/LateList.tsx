/** Late dossiers with the step and the person, the latest first. */
import { useState } from 'react';
import { Button, Group, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { OverviewReport } from '../../../server/contract.js';
import { formatDateTime, formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { DueMark } from '../../ui/DueMark.js';
import { OpenRecord } from '../improvements/OpenRecord.js';

const FIRST = 10;

export function LateList({ rows }: { rows: OverviewReport['late'] }) {
  const { t, language } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, FIRST);
  return (
    <section aria-labelledby="late-title">
      <Group justify="space-between" mb={6}>
        <Title order={2} id="late-title">{t('overview.late', { n: formatNumber(rows.length, language) })}</Title>
        {rows.length > FIRST ? <Button variant="subtle" size="xs" onClick={() => setAll(!all)}>{t(all ? 'overview.fewer' : 'overview.more')}</Button> : null}
      </Group>
      {rows.length === 0 ? <Text c="gray.6">{t('overview.noLate')}</Text> : (
        <div className="df-table-wrap" data-list="true">
          <table className="df-table">
            <caption className="df-visually-hidden">{t('overview.late', { n: rows.length })}</caption>
            <thead><tr>{['work.dossier', 'work.procedureShort', 'work.step', 'overview.department', 'work.assignee', 'work.dueAt', 'work.due'].map((key) => <th key={key} scope="col">{t(key)}</th>)}<th scope="col"><span className="df-visually-hidden">{t('improvement.new')}</span></th></tr></thead>
            <tbody>{shown.map((row) => (
              <tr key={`${row.dossierId}${row.step}`}>
                <td><Link to="/dossiers/$dossierId" params={{ dossierId: row.dossierId }}>{row.dossierNo}</Link></td>
                <td data-label={t('work.procedureShort')}>{row.procedureName}</td><td data-label={t('work.step')}>{row.step}</td>
                <td data-label={t('overview.department')}>{row.departmentName}</td><td data-label={t('work.assignee')}>{row.assigneeName ?? t('overview.nobody')}</td>
                <td className="df-number" data-label={t('work.dueAt')}>{formatDateTime(row.dueAt)}</td><td data-label={t('work.due')}><DueMark state="overdue" overdueMinutes={row.overdueMinutes} /></td>
                <td><OpenRecord what={row.dossierNo} asked={{ source: 'lateDossier', dossierId: row.dossierId }} /></td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}
