/** What can be done to a record: plan, draft, version, decision, dossiers. */
import { useState } from 'react';
import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { MEASURES, type Measure } from '../../../engine/improvement/types.js';
import type { DossierRelation, ImprovementKind, ImprovementView } from '../../../server/contract.js';
import { improvements, remediesQuery, type ImprovementPlan } from '../../api/improvements.js';
import { deskApi } from '../../api/desk.js';
import { formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { DateField } from '../../ui/DateField.js';
import { confirmDone } from '../../ui/notify.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { useAct } from './useAct.js';

const RELATIONS: readonly DossierRelation[] = ['evidence', 'audit', 'correctiveAction', 'review'];
const KINDS: readonly ImprovementKind[] = ['nonconformity', 'improvement'];

export function PlanForm({ record }: { record: ImprovementView }) {
  const { t } = useWords();
  const people = useQuery({ queryKey: ['colleagues'], queryFn: () => deskApi.colleagues() }).data?.items ?? [{ id: record.owner, name: record.ownerName, position: '' }];
  const [plan, setPlan] = useState<ImprovementPlan>({ cause: record.cause ?? '', owner: record.owner, dueDay: record.dueDay, goal: record.goal, kind: record.kind });
  const act = useAct(record, (given: ImprovementPlan) => improvements.plan(record.id, given));
  const set = (change: Partial<ImprovementPlan>): void => setPlan({ ...plan, ...change });
  return (
    <Stack gap="sm" component="form" onSubmit={(event) => { event.preventDefault(); act.mutate(plan, { onSuccess: () => confirmDone(t('improvement.planned')) }); }}>
      <Textarea label={t('improvement.cause')} required autosize minRows={2} maxLength={4_000} value={plan.cause} onChange={(event) => set({ cause: event.currentTarget.value })} />
      <Group gap="sm" align="flex-start">
        <NativeSelect label={t('improvement.owner')} value={plan.owner} onChange={(event) => set({ owner: event.currentTarget.value })} data={people.map(({ id, name, position }) => ({ value: id, label: position ? `${name}, ${position}` : name }))} />
        <DateField label={t('improvement.due')} required value={plan.dueDay} onChange={(day) => set({ dueDay: typeof day === 'string' ? day.slice(0, 10) : '' })} />
        <NativeSelect label={t('improvement.goal')} value={plan.goal} disabled={record.measured !== undefined} onChange={(event) => set({ goal: event.currentTarget.value as Measure })} data={MEASURES.map((value) => ({ value, label: t(`improvement.measure.${value}`) }))} />
        <NativeSelect label={t('improvement.kindLabel')} value={plan.kind} onChange={(event) => set({ kind: event.currentTarget.value as ImprovementKind })} data={KINDS.map((value) => ({ value, label: t(`improvement.kind.${value}`) }))} />
      </Group>
      <ProblemNote error={act.error} />
      <div><Button type="submit" loading={act.isPending}>{t('improvement.savePlan')}</Button></div>
    </Stack>
  );
}

export function DraftForm({ record }: { record: ImprovementView }) {
  const { t, language } = useWords();
  const remedies = useQuery(remediesQuery(record.id)).data ?? [];
  const [chosen, setChosen] = useState('0');
  const act = useAct(record, (remedy: number | undefined) => improvements.draft(record.id, remedy));
  const options = [...remedies.map(({ kind, changes, savedHours }, i) => ({ value: String(i), label: t('improvement.remedyOf', { kind: t(`improvement.remedy.${kind}`), n: formatNumber(changes, language), hours: formatNumber(savedHours, language) }) })), { value: '', label: t('improvement.noRemedy') }];
  const value = options.some((each) => each.value === chosen) ? chosen : '';
  return (
    <Stack gap="sm" align="flex-start">
      <NativeSelect label={t('improvement.remedyLabel')} value={value} onChange={(event) => setChosen(event.currentTarget.value)} data={options} />
      <ProblemNote error={act.error} />
      <Button loading={act.isPending} onClick={() => act.mutate(value === '' ? undefined : Number(value))}>{t('improvement.openDraft')}</Button>
    </Stack>
  );
}

export function VersionForm({ record }: { record: ImprovementView }) {
  const { t } = useWords();
  const [version, setVersion] = useState(String(record.version ?? record.versions[0]?.version ?? ''));
  const act = useAct(record, (given: number) => improvements.version(record.id, given));
  if (record.versions.length === 0) return <Text size="sm">{t('improvement.noVersion')}</Text>;
  return (
    <Group gap="sm" align="flex-end">
      <NativeSelect label={t('improvement.version')} value={version} onChange={(event) => setVersion(event.currentTarget.value)}
        data={record.versions.map((each) => ({ value: String(each.version), label: t('improvement.versionNo', { version: each.version, state: t(`improvement.versionState.${each.state}`) }) }))} />
      <Button variant="default" loading={act.isPending} onClick={() => act.mutate(Number(version))}>{t('improvement.nameVersion')}</Button>
      <ProblemNote error={act.error} />
    </Group>
  );
}

export function DecisionForm({ record }: { record: ImprovementView }) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const act = useAct(record, (decision: 'keep' | 'rollBack' | 'close') => improvements.decide(record.id, decision, reason));
  const button = (decision: 'keep' | 'rollBack' | 'close', variant: string) => <Button variant={variant} disabled={reason.trim() === ''} loading={act.isPending} onClick={() => act.mutate(decision)}>{t(`improvement.${decision}`)}</Button>;
  return (
    <Stack gap="sm">
      <Textarea label={t('improvement.reason')} required autosize minRows={2} maxLength={2_000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <ProblemNote error={act.error} />
      <Group gap="sm">{record.may.decide ? <>{button('keep', 'filled')}{button('rollBack', 'default')}</> : null}{record.may.close ? button('close', 'default') : null}</Group>
    </Stack>
  );
}

export function LinkForm({ record }: { record: ImprovementView }) {
  const { t } = useWords();
  const [dossierNo, setNo] = useState('');
  const [relation, setRelation] = useState<DossierRelation>('evidence');
  const act = useAct(record, () => improvements.link(record.id, dossierNo.trim(), relation));
  return (
    <Group gap="sm" align="flex-end" component="form" onSubmit={(event) => { event.preventDefault(); act.mutate(undefined, { onSuccess: () => setNo('') }); }}>
      <TextInput label={t('improvement.dossierNo')} required maxLength={100} value={dossierNo} onChange={(event) => setNo(event.currentTarget.value)} />
      <NativeSelect label={t('improvement.relationLabel')} value={relation} onChange={(event) => setRelation(event.currentTarget.value as DossierRelation)} data={RELATIONS.map((value) => ({ value, label: t(`improvement.relation.${value}`) }))} />
      <Button type="submit" variant="default" loading={act.isPending}>{t('improvement.linkDossier')}</Button>
      <ProblemNote error={act.error} />
    </Group>
  );
}
