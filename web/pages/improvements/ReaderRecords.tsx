/** Improvement records of a procedure or a dossier, and dossiers that are about a procedure or a document, for those who may read them. */
import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Role } from '../../../server/contract.js';
import { useWords } from '../../i18n/index.js';
import { hasRole } from '../../layout/roles.js';
import { sessionQuery } from '../../queries.js';
import { DossierQuality, QualityDossiers } from './QualityLinks.js';
import { RecordsOf } from './Records.js';
import './words.js';

const READERS: readonly Role[] = ['manager', 'leader', 'head', 'qmsOfficer', 'administrator', 'designer'];
function useMayRead(): boolean {
  const person = useQuery(sessionQuery).data?.person;
  return person ? hasRole(person, READERS) : false;
}

export function ProcedureRecords({ procedureId }: { procedureId: string }) {
  const { t } = useWords();
  return useMayRead() ? <><RecordsOf title={t('improvement.ofProcedure')} procedure={procedureId} /><QualityDossiers kind="procedure" subject={procedureId} title={t('improvement.quality.about')} /></> : null;
}

export function DocumentDossiers({ documentId }: { documentId: string }) {
  const { t } = useWords();
  return useMayRead() ? <QualityDossiers kind="document" subject={documentId} title={t('improvement.quality.about')} /> : null;
}

export function DossierRecords({ dossierId, dossierNo }: { dossierId: string; dossierNo: string }) {
  const { t } = useWords();
  if (!useMayRead()) return null;
  return (
    <Stack gap="xs" align="stretch">
      <DossierQuality dossierId={dossierId} dossierNo={dossierNo} />
      <RecordsOf title={t('improvement.ofDossier')} dossier={dossierId} />
      <div><Button size="compact-sm" variant="default" renderRoot={(props) => <Link {...props} to="/improvements/new" search={{ dossier: dossierId }} />}>{t('improvement.newTitle')}</Button></div>
    </Stack>
  );
}
