/** The desk: choose the procedure, who applies, what is handed in; the appointment is seen before the button is pressed. */
import { useState } from 'react';
import { Button, Grid, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { DossierRow, ProcedureRow } from '../../../server/contract.js';
import { api } from '../../api.js';
import { formatDateTime } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { proceduresQuery, refreshWork } from '../../queries.js';
import { Icon } from '../../ui/icons.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { Answered } from '../../ui/states.js';
import { ChooseProcedure } from './ChooseProcedure.js';
import { Drafts } from './Drafts.js';
import { ReceiveForm } from './ReceiveForm.js';
import './words.js';

export function ReceivePage() {
  const { t } = useWords();
  const client = useQueryClient();
  const search = useSearch({ from: '/shell/receive' });
  const navigate = useNavigate();
  const choose = (row: ProcedureRow | null) => { setBegun((n) => n + 1); void navigate({ to: '/receive', search: row ? { procedure: row.id } : {} }); };
  // A draft that gets its name while it is typed is no other form; one that is opened from the list is.
  const [begun, setBegun] = useState(0);
  const formKey = `${search.procedure ?? ''} ${begun}`;
  const [done, setDone] = useState<DossierRow | null>(null);
  const procedures = useQuery(proceduresQuery);
  const received = (row: DossierRow) => { setDone(row); client.removeQueries({ queryKey: ['drafts'] }); void refreshWork(client); };
  return (
    <>
      <PageHeader title={t('receive.title')} />
      {done ? <Received row={done} onAnother={() => { setDone(null); choose(null); }} /> : (
        <Answered query={procedures}>
          {(rows) => { const procedure = rows.find((row) => row.id === search.procedure && row.mayReceive); return (procedure
            ? <ReceiveForm key={formKey} procedure={procedure} draft={search.draft} onChange={() => choose(null)} onReceived={received} />
            : <Grid><Grid.Col span={{ base: 12, md: 8 }}><Drafts procedures={rows} /><ChooseProcedure rows={rows.filter((row) => row.mayReceive)} onChoose={choose} /></Grid.Col></Grid>); }}
        </Answered>
      )}
    </>
  );
}

function Received({ row, onAnother }: { row: DossierRow; onAnother: () => void }) {
  const { t } = useWords();
  return (
    <Paper p="xl" role="status" maw={640}>
      <Stack gap="sm">
        <Title order={2}>{t('receive.done', { no: row.dossierNo })}</Title>
        <Text>{row.applicant} · {row.procedureName}</Text>
        {row.dueAt ? <Text fw={600}>{t('receive.doneText', { at: formatDateTime(row.dueAt) })}</Text> : null}
        <Group gap="xs">
          <Button component="a" href={api.formUrl(row.id, { form: '01', n: 1 })} target="_blank" leftSection={<Icon name="print" size={16} />}>{t('receive.print')}</Button>
          <Button variant="default" renderRoot={(props) => <Link {...props} to="/dossiers/$dossierId" params={{ dossierId: row.id }} />}>{t('receive.openDossier')}</Button>
          <Button variant="subtle" onClick={onAnother}>{t('receive.another')}</Button>
        </Group>
      </Stack>
    </Paper>
  );
}
