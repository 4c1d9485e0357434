/** Opens a record of what an audit or a complaint has found; a dossier that it comes from is linked. */
import { useState } from 'react';
import { Button, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ImprovementSource } from '../../../server/contract.js';
import { improvements } from '../../api/improvements.js';
import { useWords } from '../../i18n/index.js';
import { proceduresQuery } from '../../queries.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { Answered } from '../../ui/states.js';
import './words.js';

const SOURCES: readonly ImprovementSource[] = ['audit', 'complaint'];

export function NewRecordPage() {
  const { t } = useWords();
  return <><PageHeader title={t('improvement.newTitle')} /><Answered query={useQuery(proceduresQuery)} rows={4}>{(procedures) => <Form procedures={procedures} />}</Answered></>;
}

function Form({ procedures }: { procedures: { id: string; code: string; name: string }[] }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { dossier, procedure } = useSearch({ from: '/shell/improvements/new' });
  const [source, setSource] = useState<ImprovementSource>('audit');
  const [procedureId, setProcedure] = useState(procedure ?? '');
  const [title, setTitle] = useState('');
  const open = useMutation({ mutationFn: () => improvements.open({ source, procedureId, title, ...(dossier && { dossierId: dossier }) }), onSuccess: ({ id }) => navigate({ to: '/improvements/$recordId', params: { recordId: id } }) });
  return (
    <Stack maw={640} component="form" onSubmit={(event) => { event.preventDefault(); open.mutate(); }}>
      <NativeSelect label={t('improvement.column.source')} value={source} onChange={(event) => setSource(event.currentTarget.value as ImprovementSource)} data={SOURCES.map((value) => ({ value, label: t(`improvement.source.${value}`) }))} />
      <NativeSelect label={t('improvement.column.procedure')} required value={procedureId} onChange={(event) => setProcedure(event.currentTarget.value)}
        data={[{ value: '', label: t('improvement.choose') }, ...procedures.map((each) => ({ value: each.id, label: `${each.code} ${each.name}` }))]} />
      <Textarea label={t('improvement.whatFound')} required autosize minRows={2} maxLength={500} value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
      <ProblemNote error={open.error} />
      <div><Button type="submit" loading={open.isPending}>{t('improvement.save')}</Button></div>
    </Stack>
  );
}
