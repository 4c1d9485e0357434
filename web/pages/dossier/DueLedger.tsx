/** The due date and how it was worked out: each stretch of time, what was counted and why. */
import { Group, Paper, Text, Title } from '@mantine/core';
import type { DueView } from '../../../server/contract.js';
import { formatDateTime } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { useLimit, useWorkingTime } from '../../ui/DueMark.js';

export function DueLedger({ due }: { due: DueView }) {
  const { t } = useWords();
  const limitInWords = useLimit();
  return (
    <Paper p="md" component="section" aria-labelledby="due-title">
      <Group justify="space-between" mb={4}>
        <Title order={2} id="due-title">{t('due.title')}</Title>
        <Text fw={700} style={{ fontVariantNumeric: 'tabular-nums' }}>{formatDateTime(due.dueAt)}</Text>
      </Group>
      <Text size="sm" c="gray.6" mb="sm">{t('due.limit', { limit: limitInWords(due.limit), rule: t(`due.rules.${due.rule}`, { defaultValue: due.rule }) })}</Text>
      <HowWorkedOut due={due} />
    </Paper>
  );
}

/** The ledger, folded away until it is asked for. */
export function HowWorkedOut({ due, label }: { due: DueView; label?: string }) {
  const { t } = useWords();
  return (
    <details>
      <summary style={{ cursor: 'pointer', fontWeight: 600, fontSize: '0.875rem', minHeight: 24 }}>{label ?? t('due.how')}</summary>
      <LedgerTable due={due} />
    </details>
  );
}

export function LedgerTable({ due }: { due: DueView }) {
  const { t, language } = useWords();
  const inWords = useWorkingTime();
  return (
    <div style={{ overflow: 'auto', maxHeight: 420, marginTop: 8 }} tabIndex={0} role="group" aria-label={t('due.how')}>
      <table className="df-table">
        <thead><tr><th scope="col">{t('due.from')}</th><th scope="col">{t('due.to')}</th><th scope="col">{t('due.why')}</th><th scope="col" className="df-number">{t('due.counted')}</th></tr></thead>
        <tbody>{due.ledger.map((span) => (
          <tr key={`${span.from}${span.to}`} data-why={span.why.code} data-counted={span.countedMinutes > 0}>
            <td style={{ whiteSpace: 'nowrap' }}>{formatDateTime(span.from)}</td><td style={{ whiteSpace: 'nowrap' }}>{formatDateTime(span.to)}</td>
            <td>{span.why[language]}</td><td className="df-number">{span.countedMinutes > 0 ? inWords(span.countedMinutes) : '–'}</td>
          </tr>
        ))}</tbody>
        <tfoot><tr><th scope="row" colSpan={3}>{t('due.sum')}</th><td className="df-number">{inWords(due.ledger.reduce((sum, span) => sum + span.countedMinutes, 0))}</td></tr></tfoot>
      </table>
    </div>
  );
}
