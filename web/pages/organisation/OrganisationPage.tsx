/** Departments and people of one's agency, and who has changed them. */
import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { organisationQuery } from '../../api/organisation.js';
import { organisation as en } from '../../i18n/en/organisation.js';
import { useWords } from '../../i18n/index.js';
import { addWords } from '../../i18n/late.js';
import { organisation as vi } from '../../i18n/vi/organisation.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Answered } from '../../ui/states.js';
import { Changes } from './Changes.js';
import { Departments } from './Departments.js';
import { People } from './People.js';
import { Succession } from './Succession.js';
import { Tokens } from './Tokens.js';

addWords({ vi, en });

export function OrganisationPage() {
  const { t } = useWords();
  const query = useQuery(organisationQuery);
  return (
    <>
      <PageHeader title={t('org.title')} note={query.data ? t('org.note', { agency: query.data.agencyName }) : undefined} />
      <Answered query={query}>{(view) => <Stack gap="md"><People view={view} /><Departments view={view} />{view.mayChange ? <Tokens /> : null}<Succession view={view} /><Changes view={view} /></Stack>}</Answered>
    </>
  );
}
