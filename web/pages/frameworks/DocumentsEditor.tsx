/** Template documents of a framework as its publisher writes them. */
import { Button, Fieldset, Group, Stack, TextInput, Textarea, Title } from '@mantine/core';
import type { FrameworkView } from '../../../server/contract.js';
import { useWords } from '../../i18n/index.js';

type Documents = FrameworkView['documents'];
interface Props { value: Documents; onChange: (value: Documents) => void; told: (field: string) => string | undefined }

export function DocumentsEditor({ value, onChange, told }: Props) {
  const { t } = useWords();
  const change = (at: number, part: Partial<Documents[number]>): void => onChange(value.map((each, n) => (n === at ? { ...each, ...part } : each)));
  return (
    <Stack gap="sm">
      <Title order={3} size="h5">{t('frameworks.documents')}</Title>
      {value.map((document, at) => (
        <Fieldset key={at} legend={t('frameworks.editor.document', { n: at + 1 })}>
          <Group align="flex-start" grow>
            <TextInput label={t('frameworks.guideline.code')} required value={document.id} error={told(`documents.${at}.id`)} onChange={(event) => change(at, { id: event.currentTarget.value })} />
            <TextInput label={t('frameworks.name')} required value={document.name} error={told(`documents.${at}.name`)} onChange={(event) => change(at, { name: event.currentTarget.value })} />
          </Group>
          <Textarea label={t('frameworks.editor.content')} required autosize minRows={3} maxRows={20} value={document.text} error={told(`documents.${at}.text`)} onChange={(event) => change(at, { text: event.currentTarget.value })} />
          <Button size="xs" variant="subtle" mt="xs" onClick={() => onChange(value.filter((_, n) => n !== at))}>{t('frameworks.editor.removeDocument', { n: at + 1 })}</Button>
        </Fieldset>
      ))}
      <Group><Button size="xs" variant="default" onClick={() => onChange([...value, { id: '', name: '', text: '' }])}>{t('frameworks.editor.addDocument')}</Button></Group>
    </Stack>
  );
}
