/** What the management review looks at, made from the data of a period. */
import { useState } from 'react';
import { Button, Group, Text } from '@mantine/core';
import { improvements } from '../../api/improvements.js';
import { useWords } from '../../i18n/index.js';
import { QualityDossiers } from './QualityLinks.js';
import { DateField } from '../../ui/DateField.js';

const ISO_DAY = /^\d{4}-\d\d-\d\d$/;
/** The day at the desk. */
const today = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

export function ReviewPack() {
  const { t, language } = useWords();
  const [period, setPeriod] = useState(() => ({ from: `${today().slice(0, 4)}-01-01`, to: today() }));
  const isPeriod = ISO_DAY.test(period.from) && ISO_DAY.test(period.to) && period.from <= period.to;
  const change = (name: 'from' | 'to') => (value: unknown): void => setPeriod((before) => ({ ...before, [name]: typeof value === 'string' ? value : '' }));
  return (
    <details style={{ marginBottom: 'var(--mantine-spacing-md)' }}>
      <summary className="df-summary">{t('improvement.review.title')}</summary>
      <Text size="sm" c="gray.6" my="xs">{t('improvement.review.text')}</Text>
      <Group gap="sm" align="flex-end">
        <DateField label={t('improvement.review.from')} value={period.from} onChange={change('from')} />
        <DateField label={t('improvement.review.to')} value={period.to} onChange={change('to')} error={isPeriod || period.from === '' || period.to === '' ? undefined : t('improvement.review.wrong')} />
        {isPeriod ? <Button variant="default" component="a" href={improvements.reviewUrl({ ...period, lang: language })} target="_blank">{t('improvement.review.print')}</Button> : null}
      </Group>
      <QualityDossiers kind="reviewPack" title={t('improvement.quality.reviews')} />
    </details>
  );
}
