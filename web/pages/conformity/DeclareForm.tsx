/** A new declaration: all procedures in force are in its scope but those that are taken out. */
import { useState } from 'react';
import { Button, Checkbox, Group, Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ConformityView } from '../../../server/contract.js';
import { conformityQuery, declareConformity, scopeQuery, type NewDeclaration } from '../../api/conformity.js';
import { formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { DateField } from '../../ui/DateField.js';
import { confirmDone } from '../../ui/notify.js';
import { Pager } from '../../ui/Pager.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { SearchField } from '../../ui/SearchField.js';
import { Answered } from '../../ui/states.js';

const PAGE_SIZE = 25;
/** The day at the desk. */
const today = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

export function DeclareForm({ view }: { view: ConformityView }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [given, setGiven] = useState({ standard: view.standard, number: '', date: today(), signatory: '', position: view.latest?.decision.position ?? '' });
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(() => new Set(view.leftOut));
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: (declaration: NewDeclaration) => declareConformity(declaration),
    onSuccess: async (next) => { client.setQueryData(conformityQuery.queryKey, next); confirmDone(t('conformity.done')); await client.invalidateQueries({ queryKey: ['conformity'] }); },
  });
  const wrong = (field: keyof typeof given): string | undefined => (tried && field !== 'position' && !given[field].trim() ? t('form.required') : undefined);
  const put = (field: keyof typeof given) => (value: unknown): void => setGiven((before) => ({ ...before, [field]: typeof value === 'string' ? value : '' }));
  const submit = (): void => {
    setTried(true);
    const { standard, position, ...decision } = given;
    if (standard.trim() && Object.values(decision).every((each) => each.trim())) send.mutate({ standard, decision: { ...decision, ...(position.trim() && { position }) }, except: [...leftOut], seen: { inForce: view.inForce, last: view.latest?.n ?? 0 } });
  };
  const field = (name: 'standard' | 'number' | 'signatory' | 'position') => <TextInput label={t(`conformity.${name}`)} required={name !== 'position'} maxLength={name === 'number' ? 100 : 200} value={given[name]} error={wrong(name)} onChange={(event) => put(name)(event.currentTarget.value)} />;
  const title = t(view.latest ? 'conformity.again' : 'conformity.declare');
  return (
    <Paper p="md" component="section" aria-labelledby="declare-title">
      <Title order={2} id="declare-title" mb="sm">{title}</Title>
      <form noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">{field('standard')}{field('number')}<DateField label={t('conformity.date')} required value={given.date} error={wrong('date')} onChange={put('date')} />{field('signatory')}{field('position')}</SimpleGrid>
          <Scope all={view.inForce} leftOut={leftOut} onChange={setLeftOut} />
          <ProblemNote error={send.error} />
          <Group><Button type="submit" loading={send.isPending} disabled={leftOut.size >= view.inForce}>{title}</Button></Group>
        </Stack>
      </form>
    </Paper>
  );
}

function Scope({ all, leftOut, onChange }: { all: number; leftOut: ReadonlySet<string>; onChange: (next: ReadonlySet<string>) => void }) {
  const { t, language } = useWords();
  const [{ q, page }, setAsked] = useState({ q: '', page: 1 });
  const query = useQuery(scopeQuery({ q, page, pageSize: PAGE_SIZE }));
  const n = (value: number): string => formatNumber(value, language);
  const choose = (id: string, isIn: boolean): void => {
    const next = new Set(leftOut);
    if (isIn) next.delete(id);
    else next.add(id);
    onChange(next);
  };
  return (
    <div role="group" aria-labelledby="scope-title">
      <Text fw={600} id="scope-title">{t('conformity.choose')}</Text>
      <Text size="sm" role="status" mb="xs">{t('conformity.chosen', { n: n(all - leftOut.size), all: n(all) })}</Text>
      <Group mb="sm"><SearchField label={t('conformity.search')} value={q} onSearch={(next) => setAsked({ q: next, page: 1 })} /></Group>
      <Answered query={query} rows={6}>{(answer) => (
        <>
          <div className="df-table-wrap" data-list="true">
            <table className="df-table">
              <caption>{t('conformity.caption', { total: n(answer.total) })}</caption>
              <thead><tr>{['choose', 'procedure', 'version', 'last'].map((key) => <th key={key} scope="col">{t(`conformity.column.${key}`)}</th>)}</tr></thead>
              <tbody>{answer.items.map(({ procedureId, code, name, version, declared }) => (
                <tr key={procedureId}>
                  <td data-label={t('conformity.column.choose')}><Checkbox aria-label={t('conformity.inScope', { name: `${code} ${name}` })} checked={!leftOut.has(procedureId)} onChange={(event) => choose(procedureId, event.currentTarget.checked)} /></td>
                  <td data-label={t('conformity.column.procedure')}>{code} {name}</td><td data-label={t('conformity.column.version')}>{version}</td><td data-label={t('conformity.column.last')}>{declared === undefined ? t('conformity.notLast') : t('conformity.version', { n: declared })}</td>
                </tr>
              ))}</tbody>
            </table>
          </div>
          <Pager page={answer.page} pageSize={answer.pageSize} total={answer.total} onPage={(next) => setAsked({ q, page: next })} />
        </>
      )}</Answered>
    </div>
  );
}
