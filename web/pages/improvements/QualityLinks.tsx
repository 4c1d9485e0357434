/** What a dossier of internal audit, corrective action or management review speaks of, and such dossiers beside what they speak of. */
import { useState } from 'react';
import { Button, Group, NativeSelect, Paper, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DossierQualityView, DossierRelation, QualityLinkKind, QualityLinkRow } from '../../../server/contract.js';
import { documentsQuery } from '../../api/documents.js';
import { improvements, improvementsQuery, linksAboutQuery, qualityQuery, type NewQualityLink } from '../../api/improvements.js';
import { formatDate } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { proceduresQuery } from '../../queries.js';
import { DateField } from '../../ui/DateField.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import './words.js';

type Wish = 'record' | QualityLinkKind;
const formatDay = (day: string): string => formatDate(`${day}T00:00:00+07:00`);
const LIST = { margin: '4px 0', paddingLeft: '1.2rem' } as const;

export function DossierQuality({ dossierId, dossierNo }: { dossierId: string; dossierNo: string }) {
  const { t } = useWords();
  const view = useQuery(qualityQuery(dossierId)).data;
  if (!view?.relation) return null;
  return (
    <Paper p="md" component="section" aria-labelledby="quality-title">
      <Title order={2} id="quality-title" mb="xs">{t('improvement.quality.title')}</Title>
      {view.links.length === 0 ? <Text size="sm" c="gray.6">{t('improvement.quality.none')}</Text> : <ul style={LIST}>{view.links.map((link) => <li key={`${link.kind}${link.ref}`}><Subject link={link} /></li>)}</ul>}
      <LinkWith dossierId={dossierId} dossierNo={dossierNo} relation={view.relation} kinds={view.kinds} />
    </Paper>
  );
}

function Subject({ link: { kind, ref, title, version } }: { link: QualityLinkRow }) {
  const { t, language } = useWords();
  const [from = '', to = ''] = ref.split('..');
  if (kind === 'reviewPack') return <a href={improvements.reviewUrl({ from, to, lang: language })} target="_blank">{t('improvement.quality.pack', { from: formatDay(from), to: formatDay(to) })}</a>;
  const of = version === undefined ? '' : ` · ${t('improvement.quality.version', { version })}`;
  return kind === 'procedure' ? <><Link to="/procedures/$procedureId" params={{ procedureId: ref }}>{title}</Link>{of}</> : <><Link to="/documents/$documentId" params={{ documentId: ref }} search={{}}>{title}</Link>{of}</>;
}

/** Links with a record, a procedure, a document or the pack of a period; a record keeps the link itself. */
function LinkWith({ dossierId, dossierNo, relation, kinds }: { dossierId: string; dossierNo: string; relation: DossierRelation; kinds: DossierQualityView['kinds'] }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [kind, setKind] = useState<Wish>('record');
  const [ref, setRef] = useState('');
  const [days, setDays] = useState({ from: '', to: '' });
  const act = useMutation({
    mutationFn: async (): Promise<void> => {
      if (kind === 'record') await improvements.link(ref, dossierNo, relation);
      else client.setQueryData(qualityQuery(dossierId).queryKey, await improvements.addLink(dossierId, kind === 'reviewPack' ? { kind, ...days } : { kind, ref } satisfies NewQualityLink));
    },
    onSuccess: () => { setRef(''); return client.invalidateQueries({ queryKey: ['improvements'] }); },
  });
  const day = (name: 'from' | 'to') => (value: unknown): void => setDays((before) => ({ ...before, [name]: typeof value === 'string' ? value : '' }));
  return (
    <Group gap="sm" mt="sm" align="flex-end" component="form" onSubmit={(event) => { event.preventDefault(); act.mutate(); }}>
      <NativeSelect label={t('improvement.quality.kindLabel')} value={kind} onChange={(event) => { setKind(event.currentTarget.value as Wish); setRef(''); }} data={(['record', ...kinds] as const).map((value) => ({ value, label: t(`improvement.quality.kind.${value}`) }))} />
      {kind === 'reviewPack' ? (['from', 'to'] as const).map((name) => <DateField key={name} label={t(`improvement.review.${name}`)} value={days[name]} onChange={day(name)} />) : <Choice kind={kind} value={ref} onChoose={setRef} />}
      <Button type="submit" variant="default" loading={act.isPending} disabled={kind === 'reviewPack' ? days.from === '' || days.to === '' : ref === ''}>{t('improvement.quality.link')}</Button>
      <ProblemNote error={act.error} />
    </Group>
  );
}

function Choice({ kind, value, onChoose }: { kind: Exclude<Wish, 'reviewPack'>; value: string; onChoose(ref: string): void }) {
  const { t } = useWords();
  const records = useQuery({ ...improvementsQuery({ pageSize: 100 }), enabled: kind === 'record' }).data?.items ?? [];
  const procedures = useQuery({ ...proceduresQuery, enabled: kind === 'procedure' }).data ?? [];
  const papers = useQuery({ ...documentsQuery({ pageSize: 100 }), enabled: kind === 'document' }).data?.items ?? [];
  const options = { record: records.map(({ id, no, title }) => ({ value: id, label: `${no} ${title}` })), procedure: procedures.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })), document: papers.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` })) }[kind];
  return <NativeSelect label={t(`improvement.quality.kind.${kind}`)} value={value} onChange={(event) => onChoose(event.currentTarget.value)} data={[{ value: '', label: t('improvement.quality.choose') }, ...options]} style={{ maxWidth: '100%' }} />;
}

/** Nothing where there is none. */
export function QualityDossiers({ kind, subject, title }: { kind: QualityLinkKind; subject?: string; title: string }) {
  const { t } = useWords();
  const rows = useQuery(linksAboutQuery(kind, subject)).data ?? [];
  if (rows.length === 0) return null;
  return (
    <Paper p="md" component="section" aria-labelledby="quality-about-title">
      <Title order={2} id="quality-about-title" mb="xs">{title}</Title>
      <ul style={LIST}>{rows.map((link) => (
        <li key={`${link.dossierId}${link.ref}`}><Link to="/dossiers/$dossierId" params={{ dossierId: link.dossierId }}>{link.dossierNo}</Link>{` · ${t(`improvement.relation.${link.relation}`)}${subject !== undefined && link.version !== undefined ? ` · ${t('improvement.quality.version', { version: link.version })}` : ''}`}{subject === undefined ? <>{' · '}<Subject link={link} /></> : null}</li>
      ))}</ul>
    </Paper>
  );
}
