/** What the reader may do to a version now; each act opens its own small form. */
import { useState } from 'react';
import { Alert, Button, Group, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { LifeView } from '../../../server/contract.js';
import { ApiError } from '../../api.js';
import type { VersionWish } from '../../api/versions.js';
import { deskDay } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { DateField } from '../../ui/DateField.js';
import { confirmDone } from '../../ui/notify.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { useLife, type Subject } from './useLife.js';

type Act = 'approve' | 'return' | 'announce' | 'withdraw';
const WORD: Readonly<Record<Act, string>> = { approve: 'approve', return: 'sendBack', announce: 'announce', withdraw: 'withdraw' };

export function Acts({ life, subject }: { life: LifeView; subject: Subject }) {
  const { t } = useWords();
  const [open, setOpen] = useState<Act>();
  const { may, whyNotApprove } = life;
  const acts = ([['approve', may.approve], ['return', may.sendBack], ['announce', may.announce], ['withdraw', may.withdraw]] as const).flatMap(([act, allowed]) => (allowed ? [act] : []));
  const send = useLife(subject, subject.do, () => { setOpen(undefined); confirmDone(t('version.done')); });
  return (
    <Stack gap="sm">
      {whyNotApprove ? <Alert color="ochre" role="note"><Text size="sm">{t(`version.whyNot.${whyNotApprove}`)}</Text></Alert> : null}
      {acts.length === 0 ? <Text size="sm" c="gray.6">{t('version.nothing')}</Text> : <Group gap="xs">{acts.map((act) => <Button key={act} variant={act === 'approve' || act === 'announce' ? 'filled' : 'default'} aria-expanded={open === act} onClick={() => { send.reset(); setOpen(open === act ? undefined : act); }}>{t(`version.${WORD[act]}`)}</Button>)}</Group>}
      {open === 'announce' ? <Announce send={send.mutate} busy={send.isPending} error={send.error} onCancel={() => setOpen(undefined)} /> : null}
      {open !== undefined && open !== 'announce' ? <Why key={open} act={open} send={send.mutate} busy={send.isPending} onCancel={() => setOpen(undefined)} /> : null}
      <ProblemNote error={send.error} kept atFields={open === 'announce'} />
    </Stack>
  );
}

interface FormProps { send: (wish: VersionWish) => void; busy: boolean; onCancel: () => void }

/** A reason for what is refused, a remark to what is approved. */
function Why({ act, send, busy, onCancel }: FormProps & { act: 'approve' | 'return' | 'withdraw' }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const needed = act !== 'approve';
  const submit = () => { if (act === 'approve') send({ act, ...(text.trim() ? { note: text.trim() } : {}) }); else if (text.trim()) send({ act, reason: text.trim() }); };
  return (
    <form onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <Stack gap="sm">
        <Textarea label={t(needed ? 'version.reason' : 'version.remark')} required={needed} autosize minRows={2} maxLength={2000} value={text} onChange={(event) => setText(event.currentTarget.value)} autoFocus />
        <Group gap="xs"><Button type="submit" loading={busy} disabled={needed && !text.trim()}>{t(`version.${WORD[act]}`)}</Button><Button variant="subtle" onClick={onCancel}>{t('action.cancel')}</Button></Group>
      </Stack>
    </form>
  );
}

function Announce({ send, busy, error, onCancel }: FormProps & { error: Error | null }) {
  const { t } = useWords();
  const [given, setGiven] = useState({ number: '', date: deskDay(), signatory: '', position: '', inForceFrom: deskDay() });
  const [tried, setTried] = useState(false);
  const wrong = (field: keyof typeof given): string | undefined => {
    if (tried && field !== 'position' && !given[field].trim()) return t('form.required');
    const told = error instanceof ApiError ? error.problem.fields?.find((each) => each.field === field) : undefined;
    return told && t(`version.wrong.${field}`, { defaultValue: told.message });
  };
  const put = (field: keyof typeof given) => (value: unknown) => setGiven((before) => ({ ...before, [field]: typeof value === 'string' ? value : '' }));
  const submit = () => {
    setTried(true);
    const { position, ...rest } = given;
    if (Object.values(rest).every((each) => each.trim())) send({ act: 'announce', ...rest, ...(position.trim() ? { position: position.trim() } : {}) });
  };
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <TextInput label={t('version.number')} required value={given.number} error={wrong('number')} onChange={(event) => put('number')(event.currentTarget.value)} autoFocus />
          <DateField label={t('version.date')} required value={given.date} error={wrong('date')} onChange={put('date')} />
          <TextInput label={t('version.signatory')} required value={given.signatory} error={wrong('signatory')} onChange={(event) => put('signatory')(event.currentTarget.value)} />
          <TextInput label={t('version.position')} value={given.position} onChange={(event) => put('position')(event.currentTarget.value)} />
          <DateField label={t('version.inForceFrom')} required value={given.inForceFrom} error={wrong('inForceFrom')} onChange={put('inForceFrom')} />
        </SimpleGrid>
        <Group gap="xs"><Button type="submit" loading={busy}>{t('version.announce')}</Button><Button variant="subtle" onClick={onCancel}>{t('action.cancel')}</Button></Group>
      </Stack>
    </form>
  );
}
