/** The questions of the guideline, and what the answers make of the list of procedures; what is chosen of it is adopted. */
import { useState } from 'react';
import { Button, Checkbox, Paper, Radio, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FrameworkListed, FrameworkQuestion, FrameworkView } from '../../../server/contract.js';
import { adoptFramework, listedQuery, type FrameworkAnswers } from '../../api/frameworks.js';
import { useWords } from '../../i18n/index.js';
import { confirmDone } from '../../ui/notify.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { Answered } from '../../ui/states.js';

export function Guideline({ view }: { view: FrameworkView }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [answers, setAnswers] = useState<FrameworkAnswers>(view.answers);
  const [shares, setShares] = useState(view.shares);
  const [left, setLeft] = useState<readonly string[]>([]);
  const listed = useQuery(listedQuery(view.id, answers));
  const has = new Set(view.procedures.filter(({ adopted }) => adopted).map(({ code }) => code));
  const chosen = (listed.data ?? []).filter((each) => each.listed && !has.has(each.code) && !left.includes(each.code)).map(({ code }) => code);
  const adopting = useMutation({
    mutationFn: () => adoptFramework(view.id, { answers, codes: chosen, shares }),
    onSuccess: async () => { await Promise.all([client.invalidateQueries({ queryKey: ['frameworks'] }), client.invalidateQueries({ queryKey: ['procedures'] })]); confirmDone(t('frameworks.guideline.adoptedDone')); },
  });
  const toggle = (code: string): void => setLeft(left.includes(code) ? left.filter((each) => each !== code) : [...left, code]);
  const choose = view.mayAdopt && !view.withdrawn ? (code: string) => toggle(code) : undefined;
  return (
    <Paper p="md" component="section" aria-labelledby="guideline-title">
      <Title order={2} id="guideline-title" mb={4}>{t('frameworks.guideline.title')}</Title>
      <Text size="sm" mb="sm">{t('frameworks.guideline.note')}</Text>
      <Stack gap="md">
        {view.questions.map((each) => <Question key={each.id} question={each} answer={answers[each.id]} onAnswer={(answer) => setAnswers({ ...answers, [each.id]: answer })} />)}
        <Answered query={listed}>{(rows) => <List rows={rows} has={has} isChosen={(code) => !left.includes(code)} onToggle={choose} />}</Answered>
        {choose ? (
          <Stack gap="sm" align="flex-start">
            <Checkbox label={t('frameworks.guideline.shares')} checked={shares} onChange={(event) => setShares(event.currentTarget.checked)} />
            <ProblemNote error={adopting.error} kept />
            <Button onClick={() => adopting.mutate()} loading={adopting.isPending} disabled={chosen.length === 0}>{t('frameworks.guideline.adopt', { n: chosen.length })}</Button>
          </Stack>
        ) : null}
      </Stack>
    </Paper>
  );
}

interface QuestionProps { question: FrameworkQuestion; answer: FrameworkAnswers[string] | undefined; onAnswer: (answer: FrameworkAnswers[string]) => void }

function Question({ question: { kind, text, options = [] }, answer, onAnswer }: QuestionProps) {
  const { t, language } = useWords();
  const label = text[language];
  if (kind === 'yesNo') {
    return (
      <Radio.Group label={label} value={answer === undefined ? '' : String(answer)} onChange={(value) => onAnswer(value === 'true')}>
        <Stack gap={4} mt={4}><Radio value="true" label={t('frameworks.guideline.yes')} /><Radio value="false" label={t('frameworks.guideline.no')} /></Stack>
      </Radio.Group>
    );
  }
  if (kind === 'one') {
    return (
      <Radio.Group label={label} value={typeof answer === 'string' ? answer : ''} onChange={onAnswer}>
        <Stack gap={4} mt={4}>{options.map((each) => <Radio key={each.value} value={each.value} label={each.text[language]} />)}</Stack>
      </Radio.Group>
    );
  }
  return (
    <Checkbox.Group label={label} value={Array.isArray(answer) ? answer : []} onChange={onAnswer}>
      <Stack gap={4} mt={4}>{options.map((each) => <Checkbox key={each.value} value={each.value} label={each.text[language]} />)}</Stack>
    </Checkbox.Group>
  );
}

interface ListProps { rows: readonly FrameworkListed[]; has: ReadonlySet<string>; isChosen: (code: string) => boolean; onToggle?: ((code: string) => void) | undefined }

function List({ rows, has, isChosen, onToggle }: ListProps) {
  const { t, language } = useWords();
  return (
    <div className="df-table-wrap" data-list="true">
      <table className="df-table">
        <caption>{t('frameworks.guideline.caption')}</caption>
        <thead><tr><th scope="col">{t('frameworks.guideline.procedure')}</th><th scope="col">{t('frameworks.guideline.state')}</th><th scope="col">{t('frameworks.guideline.reason')}</th></tr></thead>
        <tbody>{rows.map((row) => (
          <tr key={row.code} data-code={row.code} data-listed={String(row.listed)}>
            <td>{onToggle && row.listed && !has.has(row.code)
              ? <Checkbox checked={isChosen(row.code)} onChange={() => onToggle(row.code)} label={`${row.code} – ${row.name}`} aria-label={t('frameworks.guideline.take', { code: row.code })} />
              : `${row.code} – ${row.name}`}{has.has(row.code) ? <Text size="xs" c="gray.7">{t('frameworks.guideline.has')}</Text> : null}</td>
            <td data-label={t('frameworks.guideline.state')}>{t(`frameworks.guideline.${row.listed === undefined ? 'open' : row.listed ? 'listed' : 'unlisted'}`)}</td>
            <td data-label={t('frameworks.guideline.reason')}>{row.listed === undefined ? '–' : row.reason[language]}<details><summary style={{ padding: '4px 0' }}>{t('frameworks.guideline.condition')}</summary><code style={{ overflowWrap: 'anywhere' }}>{row.when}</code></details></td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}
