/** What was paid at the desk, with the number of its receipt. */
import { NumberInput, Paper, SimpleGrid, Text, TextInput, Title } from '@mantine/core';
import { useWords } from '../../i18n/index.js';

export interface FeeForm { amount?: number; receiptNo: string }
export const feeOf = ({ amount, receiptNo }: FeeForm): { amount: number; receiptNo?: string } | undefined =>
  (amount === undefined ? undefined : { amount, ...(receiptNo.trim() ? { receiptNo: receiptNo.trim() } : {}) });

export function FeePaid({ fee, value, onChange }: { fee?: string; value: FeeForm; onChange: (value: FeeForm) => void }) {
  const { t, language } = useWords();
  return (
    <Paper p="md" component="section" aria-labelledby="fee-title">
      <Title order={2} id="fee-title" mb="xs">{t('receive.feePaid')}</Title>
      {fee ? <Text size="sm" c="gray.7" mb="xs">{fee}</Text> : null}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <NumberInput label={t('receive.amount')} min={0} allowDecimal={false} allowNegative={false} hideControls thousandSeparator={language === 'vi' ? '.' : ','} decimalSeparator={language === 'vi' ? ',' : '.'} suffix=" ₫"
          value={value.amount ?? ''} onChange={(amount) => onChange({ ...value, amount: amount === '' ? undefined : Number(amount) })} />
        <TextInput label={t('receive.receiptNo')} maxLength={100} value={value.receiptNo} onChange={(event) => onChange({ ...value, receiptNo: event.currentTarget.value })} />
      </SimpleGrid>
    </Paper>
  );
}
