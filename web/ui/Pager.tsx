/** Previous and next page with where one is; pages count from 1. */
import { Button, Group, Text } from '@mantine/core';
import { formatNumber } from '../format.js';
import { useWords } from '../i18n/index.js';

interface Props { page: number; pageSize: number; total: number; onPage: (page: number) => void }

export function Pager({ page, pageSize, total, onPage }: Props) {
  const { t, language } = useWords();
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (total <= pageSize && page === 1) return null;
  const from = (page - 1) * pageSize + 1;
  const number = (value: number) => formatNumber(value, language);
  return (
    <Group justify="space-between" mt="sm">
      <Text size="sm" c="gray.6">{t('page.range', { from: number(from), to: number(Math.min(total, from + pageSize - 1)), total: number(total) })}</Text>
      <Group gap="xs">
        <Button variant="default" size="xs" disabled={page <= 1} onClick={() => onPage(page - 1)}>{t('action.previous')}</Button>
        <Text size="sm">{t('page.of', { page: number(page), pages: number(pages) })}</Text>
        <Button variant="default" size="xs" disabled={page >= pages} onClick={() => onPage(page + 1)}>{t('action.next')}</Button>
      </Group>
    </Group>
  );
}
