/** Further posts of a person beside the first one: each with roles of its own, in its department, for a time. */
import { Button, Checkbox, Fieldset, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import type { OrganisationView, StaffPost } from '../../../server/contract.js';
import { useWords } from '../../i18n/index.js';
import { DateField } from '../../ui/DateField.js';

interface Props { view: OrganisationView; posts: readonly StaffPost[]; onChange: (posts: StaffPost[]) => void; wrong: (field: string) => string | undefined; needed: (filled: boolean) => string | undefined }

export function Posts({ view, posts, onChange, wrong, needed }: Props) {
  const { t } = useWords();
  const change = (at: number, part: Partial<StaffPost>) => onChange(posts.map((each, n) => (n === at ? { ...each, ...part } : each)));
  return (
    <Stack gap="sm">
      {posts.map((post, n) => (
        <Fieldset key={n} legend={t('org.postN', { n: n + 1 })}>
          <Stack gap="sm">
            <Group gap="sm" align="flex-start">
              <NativeSelect label={t('org.department')} required value={post.departmentId} onChange={(event) => change(n, { departmentId: event.currentTarget.value })} error={wrong(`posts.${n}.departmentId`) ?? needed(post.departmentId !== '')}
                data={[{ value: '', label: t('org.choose') }, ...view.departments.map(({ id, name }) => ({ value: id, label: name }))]} />
              <TextInput label={t('org.position')} value={post.title} maxLength={200} onChange={(event) => change(n, { title: event.currentTarget.value })} />
              <Days of={post} onChange={(part) => change(n, part)} wrong={(field) => wrong(`posts.${n}.${field}`)} />
            </Group>
            <Checkbox.Group label={t('org.roles')} required value={post.roles} onChange={(roles) => change(n, { roles })} error={wrong(`posts.${n}.roles`) ?? (needed(post.roles.length > 0) && t('org.chooseOne'))}>
              <Group gap="md" mt={6}>{view.roles.map(({ id, name }) => <Checkbox key={id} value={id} label={name} />)}</Group>
            </Checkbox.Group>
            <Group><Button size="compact-sm" variant="default" onClick={() => onChange(posts.filter((_each, at) => at !== n))}>{t('org.removePost', { n: n + 1 })}</Button></Group>
          </Stack>
        </Fieldset>
      ))}
      <Group><Button size="compact-sm" variant="default" onClick={() => onChange([...posts, { departmentId: '', title: '', roles: [] }])}>{t('org.addPost')}</Button></Group>
    </Stack>
  );
}

interface DaysProps { of: { from?: string | undefined; to?: string | undefined }; onChange: (part: { from?: string; to?: string }) => void; wrong: (field: string) => string | undefined }
/** First and last day; left empty where there is none. */
export function Days({ of, onChange, wrong }: DaysProps) {
  const { t } = useWords();
  const day = (value: unknown) => (typeof value === 'string' && value ? value.slice(0, 10) : undefined) as string;
  return (
    <>
      <DateField label={t('org.from')} value={of.from ?? ''} onChange={(value) => onChange({ from: day(value) })} error={wrong('from')} />
      <DateField label={t('org.to')} value={of.to ?? ''} onChange={(value) => onChange({ to: day(value) })} error={wrong('to')} />
    </>
  );
}
