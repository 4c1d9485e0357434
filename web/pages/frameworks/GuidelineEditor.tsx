/** The guideline as its publisher writes it: questions with their answers, and for each procedure the condition and both reasons. */
import { Button, Fieldset, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import type { FrameworkEntry, FrameworkQuestion, TwoWords } from '../../../server/contract.js';
import { useWords } from '../../i18n/index.js';

export interface GuidelineText { questions: FrameworkQuestion[]; entries: FrameworkEntry[] }
/** `told`: what the server has found wrong with a field. */
interface Props { value: GuidelineText; onChange: (value: GuidelineText) => void; told: (field: string) => string | undefined }

const NO_WORDS: TwoWords = { vi: '', en: '' };
const replaced = <T,>(list: readonly T[], at: number, item: T): T[] => list.map((each, n) => (n === at ? item : each));
const without = <T,>(list: readonly T[], at: number): T[] => list.filter((_, n) => n !== at);

export function GuidelineEditor({ value: { questions, entries }, onChange, told }: Props) {
  const { t } = useWords();
  const ask = (next: FrameworkQuestion[]): void => onChange({ questions: next, entries });
  const list = (next: FrameworkEntry[]): void => onChange({ questions, entries: next });
  return (
    <Stack gap="sm">
      <Title order={3} size="h5">{t('frameworks.editor.questions')}</Title>
      {questions.map((question, at) => (
        <Question key={at} question={question} n={at + 1} told={(field) => told(`guideline.questions.${at}${field}`)} onChange={(next) => ask(replaced(questions, at, next))} onRemove={() => ask(without(questions, at))} />
      ))}
      <Group><Button size="xs" variant="default" onClick={() => ask([...questions, { id: '', kind: 'yesNo', text: NO_WORDS }])}>{t('frameworks.editor.addQuestion')}</Button></Group>
      <Title order={3} size="h5">{t('frameworks.editor.entries')}</Title>
      <Text size="sm">{t('frameworks.editor.whenNote')}</Text>
      {entries.map((entry, at) => (
        <Entry key={at} entry={entry} n={at + 1} told={(field) => told(`guideline.entries.${at}${field}`)} onChange={(next) => list(replaced(entries, at, next))} onRemove={() => list(without(entries, at))} />
      ))}
      <Group><Button size="xs" variant="default" onClick={() => list([...entries, { code: '', when: '', because: NO_WORDS, otherwise: NO_WORDS }])}>{t('frameworks.editor.addEntry')}</Button></Group>
    </Stack>
  );
}

interface Part { n: number; told: (field: string) => string | undefined; onRemove: () => void }

function Question({ question, n, told, onChange, onRemove }: Part & { question: FrameworkQuestion; onChange: (next: FrameworkQuestion) => void }) {
  const { t } = useWords();
  const { options = [] } = question;
  const kinds = (['yesNo', 'one', 'many'] as const).map((value) => ({ value, label: t(`frameworks.editor.kind.${value}`) }));
  const setKind = (kind: FrameworkQuestion['kind']): void => {
    const { options: known = [{ value: '', text: NO_WORDS }], ...rest } = question;
    onChange({ ...rest, kind, ...(kind !== 'yesNo' && { options: known }) });
  };
  return (
    <Fieldset legend={t('frameworks.editor.question', { n })}>
      <Stack gap="xs">
        <Group align="flex-start" grow>
          <TextInput label={t('frameworks.editor.id')} required value={question.id} error={told('.id') ?? told('')} onChange={(event) => onChange({ ...question, id: event.currentTarget.value })} />
          <NativeSelect label={t('frameworks.editor.kindOf')} data={kinds} value={question.kind} onChange={(event) => setKind(event.currentTarget.value as FrameworkQuestion['kind'])} />
        </Group>
        <Both label={t('frameworks.editor.text')} value={question.text} told={(field) => told(`.text${field}`)} onChange={(text) => onChange({ ...question, text })} />
        {question.kind === 'yesNo' ? null : (
          <>
            {told('.options') ? <Text size="sm" c="red">{told('.options')}</Text> : null}
            {options.map((option, at) => (
              <Group key={at} align="flex-end" wrap="wrap">
                <TextInput label={t('frameworks.editor.value', { n: at + 1 })} required value={option.value} error={told(`.options.${at}.value`)} onChange={(event) => onChange({ ...question, options: replaced(options, at, { ...option, value: event.currentTarget.value }) })} />
                <Both label={t('frameworks.editor.answer', { n: at + 1 })} value={option.text} told={(field) => told(`.options.${at}.text${field}`)} onChange={(text) => onChange({ ...question, options: replaced(options, at, { ...option, text }) })} />
                <Button size="xs" variant="subtle" onClick={() => onChange({ ...question, options: without(options, at) })}>{t('frameworks.editor.removeAnswer', { n: at + 1 })}</Button>
              </Group>
            ))}
            <Group><Button size="xs" variant="default" onClick={() => onChange({ ...question, options: [...options, { value: '', text: NO_WORDS }] })}>{t('frameworks.editor.addAnswer')}</Button></Group>
          </>
        )}
        <Group><Button size="xs" variant="subtle" onClick={onRemove}>{t('frameworks.editor.removeQuestion', { n })}</Button></Group>
      </Stack>
    </Fieldset>
  );
}

function Entry({ entry, n, told, onChange, onRemove }: Part & { entry: FrameworkEntry; onChange: (next: FrameworkEntry) => void }) {
  const { t } = useWords();
  return (
    <Fieldset legend={t('frameworks.editor.entry', { n })}>
      <Stack gap="xs">
        <Group align="flex-start" grow>
          <TextInput label={t('frameworks.guideline.code')} required value={entry.code} error={told('.code') ?? told('')} onChange={(event) => onChange({ ...entry, code: event.currentTarget.value })} />
          <TextInput label={t('frameworks.guideline.condition')} required value={entry.when} error={told('.when')} styles={{ input: { fontFamily: 'monospace' } }} onChange={(event) => onChange({ ...entry, when: event.currentTarget.value })} />
        </Group>
        <Both label={t('frameworks.editor.because')} value={entry.because} told={(field) => told(`.because${field}`)} onChange={(because) => onChange({ ...entry, because })} />
        <Both label={t('frameworks.editor.otherwise')} value={entry.otherwise} told={(field) => told(`.otherwise${field}`)} onChange={(otherwise) => onChange({ ...entry, otherwise })} />
        <Group><Button size="xs" variant="subtle" onClick={onRemove}>{t('frameworks.editor.removeEntry', { n })}</Button></Group>
      </Stack>
    </Fieldset>
  );
}

/** The same in both languages. */
export function Both({ label, value, told, onChange }: { label: string; value: TwoWords; told: (field: string) => string | undefined; onChange: (value: TwoWords) => void }) {
  const { t } = useWords();
  return (
    <Group align="flex-start" grow style={{ flex: 1 }}>
      {(['vi', 'en'] as const).map((language) => (
        <TextInput key={language} label={`${label} (${t(`frameworks.editor.${language}`)})`} required value={value[language]} error={told(`.${language}`) ?? told('')} onChange={(event) => onChange({ ...value, [language]: event.currentTarget.value })} />
      ))}
    </Group>
  );
}
