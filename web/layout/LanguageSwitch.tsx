/** Two buttons, so that each language is named in itself and one press is enough. */
import { Button, Group } from '@mantine/core';
import type { Language } from '../format.js';
import { setLanguage, useWords } from '../i18n/index.js';

const names: Record<Language, { short: string; label: string }> = { vi: { short: 'VI', label: 'VI – Tiếng Việt' }, en: { short: 'EN', label: 'EN – English' } };

export function LanguageSwitch() {
  const { t, language } = useWords();
  return (
    <Group gap={2} wrap="nowrap" role="group" aria-label={t('app.language')}>
      {(['vi', 'en'] as const).map((code) => (
        <Button key={code} size="compact-sm" lang={code} aria-label={names[code].label} aria-pressed={language === code}
          variant={language === code ? 'light' : 'subtle'} color={language === code ? undefined : 'gray.7'} onClick={() => void setLanguage(code)}>
          {names[code].short}
        </Button>
      ))}
    </Group>
  );
}
