/** What an agency sets for itself: values with their legal basis, the template of its letters, its registers. */
import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { settings as en } from '../../i18n/en/settings.js';
import { useWords } from '../../i18n/index.js';
import { addWords } from '../../i18n/late.js';
import { settings as vi } from '../../i18n/vi/settings.js';
import { sessionQuery } from '../../queries.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { AgencySettings } from './AgencySettings.js';
import { LetterTemplate } from './LetterTemplate.js';
import { Registers } from './Registers.js';

addWords({ vi, en });

export function SettingsPage() {
  const { t } = useWords();
  const mayChange = useQuery(sessionQuery).data?.person?.roles.includes('administrator') ?? false;
  return (
    <>
      <PageHeader title={t('settings.page')} />
      <Stack gap="md">{mayChange ? <LetterTemplate /> : null}<Registers /><AgencySettings mayChange={mayChange} /></Stack>
    </>
  );
}
