/** Findings by severity, each with word and shape besides its colour. */
import { Group } from '@mantine/core';
import { useWords } from '../i18n/index.js';
import { SeverityMark } from './SeverityMark.js';

export function FindingCounts({ counts }: { counts: { error: number; warning: number; advice: number } }) {
  const { t } = useWords();
  const present = (['error', 'warning', 'advice'] as const).filter((severity) => counts[severity] > 0);
  if (present.length === 0) return <span style={{ color: 'var(--df-good)' }}>✓ {t('findings.clean')}</span>;
  return <Group gap="sm" wrap="wrap">{present.map((severity) => <SeverityMark key={severity} severity={severity} text={t(`findings.count.${severity}`, { n: counts[severity] })} />)}</Group>;
}
