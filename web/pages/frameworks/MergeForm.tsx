/** The new version of the framework and the agency's drawing as one: what is taken, and conflicts on the drawing, decided one by one. */
import { useMemo, useState } from 'react';
import { Button, Group, Paper, Radio, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FrameworkChange, FrameworkConflict, FrameworkMerge } from '../../../server/contract.js';
import { mergeQuery, saveMerge, type Decisions } from '../../api/frameworks.js';
import { formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { Drawing } from '../../ui/Drawing.js';
import { confirmDone } from '../../ui/notify.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { Answered } from '../../ui/states.js';
import { ChangeCells, numbersOf } from './changes.js';
import { useAttribute, usePlace } from './telling.js';

interface Props { framework: string; code: string; mayMerge: boolean }

export function MergeForm({ framework, code, mayMerge }: Props) {
  const [decisions, setDecisions] = useState<Decisions>({});
  return (
    <Answered query={useQuery(mergeQuery(framework, code, decisions))}>{(merge) => (
      <Merge framework={framework} merge={merge} mayMerge={mayMerge} decisions={decisions} onDecide={(id, side) => setDecisions({ ...decisions, [id]: side })} />
    )}</Answered>
  );
}

interface MergeProps { framework: string; merge: FrameworkMerge; mayMerge: boolean; decisions: Decisions; onDecide: (id: string, side: 'ours' | 'theirs') => void }

function Merge({ framework, merge, mayMerge, decisions, onDecide }: MergeProps) {
  const { t, language } = useWords();
  const client = useQueryClient();
  const heat = useMemo(() => numbersOf(merge.conflicts, 4), [merge.conflicts]);
  const left = merge.conflicts.filter(({ id }) => decisions[id] === undefined).length;
  const saving = useMutation({
    mutationFn: () => saveMerge(framework, merge.code, { resolutions: decisions, etag: merge.etag }),
    onSuccess: async () => { confirmDone(t('frameworks.merge.done')); await Promise.all(['frameworks', 'procedures', 'xml'].map((key) => client.invalidateQueries({ queryKey: [key] }))); },
  });
  return (
    <Paper p="md" component="section" aria-labelledby="merge-title">
      <Title order={2} id="merge-title" mb={4}>{t('frameworks.merge.title', { n: merge.to })}</Title>
      <Text size="sm" mb="sm">{t('frameworks.merge.note', { from: merge.from })}</Text>
      <Stack gap="md">
        <Title order={3} size="h4">{t('frameworks.merge.conflicts', { n: formatNumber(merge.conflicts.length, language) })}</Title>
        {merge.conflicts.map((each, at) => <Conflict key={each.id} conflict={each} n={at + 1} side={decisions[each.id]} onDecide={mayMerge ? (side) => onDecide(each.id, side) : undefined} />)}
        <Drawing xml={merge.xml} label={t('frameworks.merge.drawing', { name: merge.name })} heat={heat} height={420} />
        <Changes caption={t('frameworks.merge.taken', { n: formatNumber(merge.taken.length, language) })} rows={merge.taken} none={t('frameworks.merge.noneTaken')} />
        {merge.kept.length > 0 ? <Changes caption={t('frameworks.merge.kept', { n: formatNumber(merge.kept.length, language) })} rows={merge.kept} none="" /> : null}
        <ProblemNote error={saving.error} kept />
        {mayMerge ? (
          <Group gap="sm">
            <Button disabled={left > 0} loading={saving.isPending} onClick={() => saving.mutate()}>{t('frameworks.merge.save')}</Button>
            {left > 0 ? <Text size="sm" role="status">{t('frameworks.merge.left', { n: left })}</Text> : null}
          </Group>
        ) : null}
      </Stack>
    </Paper>
  );
}

function Conflict({ conflict, n, side, onDecide }: { conflict: FrameworkConflict; n: number; side: 'ours' | 'theirs' | undefined; onDecide?: ((side: 'ours' | 'theirs') => void) | undefined }) {
  const { t } = useWords();
  const [place, attribute] = [usePlace(), useAttribute()];
  const said = (value: string | undefined): string => {
    if (conflict.kind === 'presence') return t(value === undefined ? 'frameworks.merge.nothing' : 'frameworks.merge.stays');
    if (conflict.kind === 'branch') return t('frameworks.merge.branch', { value });
    return value ?? t('frameworks.emptyValue');
  };
  const what = `${place(conflict.place)}${conflict.kind === 'presence' ? '' : `, ${attribute(conflict.attribute)}`}`;
  return (
    <Radio.Group label={t('frameworks.merge.choose', { n, place: what })} value={side ?? ''} onChange={(value) => onDecide?.(value as 'ours' | 'theirs')} readOnly={onDecide === undefined}>
      <Stack gap={4} mt={4}>
        {conflict.kind === 'value' ? <Text size="sm">{t('frameworks.merge.base', { value: conflict.base ?? t('frameworks.emptyValue') })}</Text> : null}
        <Radio value="ours" label={t('frameworks.merge.ours', { value: said(conflict.ours) })} />
        <Radio value="theirs" label={t('frameworks.merge.theirs', { value: said(conflict.theirs) })} />
        {conflict.with.length > 0 ? <Text size="xs" c="gray.7">{t('frameworks.merge.with', { places: [...new Set(conflict.with.map(place))].join(', ') })}</Text> : null}
      </Stack>
    </Radio.Group>
  );
}

function Changes({ caption, rows, none }: { caption: string; rows: readonly FrameworkChange[]; none: string }) {
  const { t } = useWords();
  if (rows.length === 0) return none === '' ? null : <Text size="sm">{none}</Text>;
  return (
    <div className="df-table-wrap" data-list="true">
      <table className="df-table">
        <caption>{caption}</caption>
        <thead><tr><th scope="col">{t('frameworks.one.where')}</th><th scope="col">{t('frameworks.one.what')}</th><th scope="col">{t('frameworks.merge.was')}</th><th scope="col">{t('frameworks.merge.is')}</th></tr></thead>
        <tbody>{rows.map((each) => <tr key={each.id}><ChangeCells change={each} before={t('frameworks.merge.was')} after={t('frameworks.merge.is')} /></tr>)}</tbody>
      </table>
    </div>
  );
}
