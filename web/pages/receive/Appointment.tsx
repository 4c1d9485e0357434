/** The appointment as it would be printed now, with how it was worked out. */
import { Paper, Text, Title } from '@mantine/core';
import type { ReceivePreview } from '../../../server/contract.js';
import { formatDateTime } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { useLimit } from '../../ui/DueMark.js';
import { LedgerTable } from '../dossier/DueLedger.js';

export function Appointment({ preview }: { preview: ReceivePreview }) {
  const { t } = useWords();
  const limitInWords = useLimit();
  const { due, procedure } = preview;
  return (
    <Paper p="md" component="section" aria-labelledby="appointment-title">
      <Title order={2} id="appointment-title">{t('receive.appointment')}</Title>
      {due ? (
        <>
          <Text fw={700} size="xl" style={{ fontVariantNumeric: 'tabular-nums' }} data-testid="appointment">{formatDateTime(due.dueAt)}</Text>
          <Text size="sm" c="gray.6" mb="xs">{t('due.limit', { limit: limitInWords(due.limit), rule: t(`due.rules.${due.rule}`, { defaultValue: due.rule }) })}. {t('receive.appointmentHint')}</Text>
          <details><summary style={{ cursor: 'pointer', fontWeight: 600, fontSize: '0.875rem', minHeight: 24 }}>{t('due.how')}</summary><LedgerTable due={due} /></details>
        </>
      ) : <Text size="sm">{t('receive.noDue')}</Text>}
      {procedure.fee ? <Text size="sm" mt="xs">{t('receive.fee')}: {procedure.fee}</Text> : null}
    </Paper>
  );
}
