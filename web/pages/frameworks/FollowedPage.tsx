/** One procedure beside the framework that it follows: where it deviates and why; a new version to be merged. */
import { useMemo, useState } from 'react';
import { Anchor, Button, Checkbox, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { FrameworkDeviation, FrameworkDeviations } from '../../../server/contract.js';
import { deviationsQuery, explainDeviations, frameworkQuery } from '../../api/frameworks.js';
import { formatDateTime, formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { Drawing } from '../../ui/Drawing.js';
import { confirmDone } from '../../ui/notify.js';
import { PageHeader } from '../../ui/PageHeader.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { Answered } from '../../ui/states.js';
import { ChangeCells, numbersOf } from './changes.js';
import { MergeForm } from './MergeForm.js';
import './words.js';

export function FollowedPage() {
  const { frameworkId, code } = useParams({ from: '/shell/frameworks/$frameworkId/$code' });
  return <Answered query={useQuery(deviationsQuery(frameworkId, code))}>{(found) => <Followed framework={frameworkId} found={found} />}</Answered>;
}

function Followed({ framework, found }: { framework: string; found: FrameworkDeviations }) {
  const { t, language } = useWords();
  const view = useQuery(frameworkQuery(framework)).data;
  return (
    <>
      <PageHeader title={`${found.code} – ${found.name}`} note={t('frameworks.one.note', { framework: view?.title[language] ?? framework, n: found.version })} />
      <Stack gap="md">
        <Group gap="md">
          <Anchor component={Link} to={`/frameworks/${framework}`} size="sm">{view?.title[language] ?? t('frameworks.back')}</Anchor>
          <Link to="/procedures/$procedureId" params={{ procedureId: found.procedureId }}>{t('frameworks.one.openProcedure')}</Link>
        </Group>
        {found.currentVersion > found.version && view ? <MergeForm framework={framework} code={found.code} mayMerge={view.mayAdopt} /> : null}
        <Deviations framework={framework} found={found} mayExplain={view?.mayAdopt ?? false} />
      </Stack>
    </>
  );
}

function Deviations({ framework, found, mayExplain }: { framework: string; found: FrameworkDeviations; mayExplain: boolean }) {
  const { t, language } = useWords();
  const heat = useMemo(() => numbersOf(found.deviations, 2), [found.deviations]);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <Paper p="md" component="section" aria-labelledby="deviations-title">
      <Title order={2} id="deviations-title" mb={4}>{t('frameworks.one.deviations')}</Title>
      {found.deviations.length === 0 ? <Text size="sm" mb="sm">{t('frameworks.one.none')}</Text> : (
        <>
          <Text size="sm" mb="sm">{t('frameworks.one.deviationsNote')}</Text>
          <div className="df-table-wrap" data-list="true">
            <table className="df-table">
              <caption>{t('frameworks.one.caption', { n: formatNumber(found.deviations.length, language) })}</caption>
              <thead><tr><th scope="col" className="df-number">#</th>{(['where', 'what', 'before', 'after', 'reason'] as const).map((each) => <th key={each} scope="col">{t(`frameworks.one.${each}`)}</th>)}</tr></thead>
              <tbody>{found.deviations.map((each, at) => (
                <tr key={each.id}>
                  <td className="df-number" data-label="#">{mayExplain ? <Checkbox label={at + 1} aria-label={t('frameworks.one.select', { n: at + 1 })} checked={chosen.includes(each.id)} onChange={() => setChosen(chosen.includes(each.id) ? chosen.filter((id) => id !== each.id) : [...chosen, each.id])} /> : at + 1}</td>
                  <ChangeCells change={each} before={t('frameworks.one.before')} after={t('frameworks.one.after')} /><td data-label={t('frameworks.one.reason')}><Reason of={each} /></td>
                </tr>
              ))}</tbody>
            </table>
          </div>
          {mayExplain && chosen.length > 0 ? <Explain framework={framework} code={found.code} ids={chosen} onDone={() => setChosen([])} /> : null}
        </>
      )}
      <div style={{ marginTop: 12 }}><Drawing xml={found.xml} label={t('frameworks.one.drawing', { name: found.name })} heat={heat} height={420} /></div>
    </Paper>
  );
}

function Reason({ of: { reason, byName, at, isOld } }: { of: FrameworkDeviation }) {
  const { t } = useWords();
  if (reason === undefined) return <Text size="sm" c="gray.7">{t('frameworks.one.noReason')}</Text>;
  return <>{isOld ? t('frameworks.one.oldReason', { reason }) : reason}<Text size="xs" c="gray.7">{t('frameworks.one.by', { name: byName, at: at ? formatDateTime(at) : '' })}</Text></>;
}

function Explain({ framework, code, ids, onDone }: { framework: string; code: string; ids: readonly string[]; onDone: () => void }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const saving = useMutation({
    mutationFn: () => explainDeviations(framework, code, { ids: [...ids], reason: reason.trim() }),
    onSuccess: async () => { await client.invalidateQueries({ queryKey: ['frameworks'] }); confirmDone(t('frameworks.one.saved')); onDone(); },
  });
  return (
    <form aria-label={t('frameworks.one.give', { n: ids.length })} onSubmit={(event) => { event.preventDefault(); if (reason.trim()) saving.mutate(); }}>
      <Stack gap="sm" mt="sm">
        <TextInput label={t('frameworks.one.give', { n: ids.length })} required value={reason} maxLength={1000} onChange={(event) => setReason(event.currentTarget.value)} />
        <ProblemNote error={saving.error} kept />
        <Group><Button type="submit" loading={saving.isPending}>{t('frameworks.one.save')}</Button></Group>
      </Stack>
    </form>
  );
}
