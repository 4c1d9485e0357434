/** Improvement records of a procedure or a dossier, for those who may read them. */
import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Role } from '../../../server/contract.js';
import { useWords } from '../../i18n/index.js';
import { hasRole } from '../../layout/roles.js';
import { sessionQuery } from '../../queries.js';
import { RecordsOf } from './Records.js';
import './words.js';

const READERS: readonly Role[] = ['manager', 'leader', 'head', 'qmsOfficer', 'administrator', 'designer'];
function useMayRead(): boolean {
  const person = useQuery(sessionQuery).data?.person;
  return person ? hasRole(person, READERS) : false;
}

export function ProcedureRecords({ procedureId }: { procedureId: string }) {
  const { t } = useWords();
  return useMayRead() ? <RecordsOf title={t('improvement.ofProcedure')} procedure={procedureId} /> : null;
}

export function DossierRecords({ dossierId }: { dossierId: string }) {
  const { t } = useWords();
  if (!useMayRead()) return null;
  return (
    <Stack gap="xs" align="stretch">
      <RecordsOf title={t('improvement.ofDossier')} dossier={dossierId} />
      <div><Button size="compact-sm" variant="default" renderRoot={(props) => <Link {...props} to="/improvements/new" search={{ dossier: dossierId }} />}>{t('improvement.newTitle')}</Button></div>
    </Stack>
  );
}
