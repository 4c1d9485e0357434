/** The list that is shown, as a file for Excel. */
import { Button } from '@mantine/core';
import { useWords } from '../i18n/index.js';

export function ExcelLink({ href, label }: { href: string; label?: string }) {
  const { t } = useWords();
  return <Button component="a" href={href} download variant="default">{label ?? t('action.excel')}</Button>;
}
