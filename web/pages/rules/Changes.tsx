/** Who has changed which rule, when, from when on, and why. */
import { useState } from 'react';
import { Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RulesView } from '../../../server/contract.js';
import { ruleChangesQuery } from '../../api/setup.js';
import { formatDate, formatDateTime } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { Pager } from '../../ui/Pager.js';
import { Answered } from '../../ui/states.js';
import { useValue } from './words.js';

export function Changes({ view }: { view: RulesView }) {
  const { t, language } = useWords();
  const show = useValue();
  const [page, setPage] = useState(1);
  const query = useQuery(ruleChangesQuery(page));
  const title = (key: string): string => view.rules.find((each) => each.key === key)?.title[language] ?? key;
  return (
    <Paper p="md" mt="md" component="section" aria-labelledby="changes-title">
      <Title order={2} id="changes-title" mb="sm">{t('rules.changes')}</Title>
      <Answered query={query} rows={2}>{({ items, total, pageSize }) => (total === 0 ? <Text size="sm" c="gray.7">{t('rules.none')}</Text> : (
        <>
          <div className="df-table-wrap" data-list="true" tabIndex={0} role="group" aria-labelledby="changes-title">
            <table className="df-table">
              <thead><tr>{['rule', 'value', 'scope', 'from', 'changedAt', 'changedBy', 'reason'].map((each) => <th key={each} scope="col">{t(`rules.${each}`)}</th>)}</tr></thead>
              <tbody>{items.map((row) => (
                <tr key={row.n}>
                  <td>{title(row.key)}</td><td data-label={t('rules.value')}>{row.value === null ? t('rules.removed') : show(row.value)}</td><td data-label={t('rules.scope')}>{row.agencyName ?? t('rules.allAgencies')}</td>
                  <td data-label={t('rules.from')} className="df-nowrap">{formatDate(row.from)}</td><td data-label={t('rules.changedAt')} className="df-nowrap">{formatDateTime(row.at)}</td><td data-label={t('rules.changedBy')}>{row.byName}</td><td data-label={t('rules.reason')}>{row.reason}</td>
                </tr>
              ))}</tbody>
            </table>
          </div>
          <Pager page={page} pageSize={pageSize} total={total} onPage={setPage} />
        </>
      ))}</Answered>
    </Paper>
  );
}
