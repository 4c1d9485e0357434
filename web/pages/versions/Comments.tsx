/** Comments on a version: a list that leads to the elements on the drawing, answers, and a new one. */
import { useState } from 'react';
import { Badge, Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import type { LifeView, VersionComment } from '../../../server/contract.js';
import { newId } from '../../api/newId.js';
import { formatDateTime } from '../../format.js';
import { useWords } from '../../i18n/index.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import type { Named } from './elements.js';
import { useLife, type Subject } from './useLife.js';

interface Props { life: LifeView; subject: Subject; /** Of the drawing; none where there is none. */ elements: readonly Named[]; /** Chosen on the drawing. */ element?: string; onElement: (element: string | undefined) => void }

export function Comments({ life, subject, elements, element, onElement }: Props) {
  const { t } = useWords();
  return (
    <Stack gap="sm">
      {life.comments.length === 0 ? <Text size="sm" c="gray.6">{t('version.comments.none')}</Text> : (
        <ol className="df-comments">{life.comments.map((comment) => <Comment key={comment.id} life={life} subject={subject} drawn={elements.length > 0} comment={comment} name={elements.find((each) => each.id === comment.element)?.name} onShow={() => onElement(comment.element)} />)}</ol>
      )}
      {life.may.comment ? <NewComment life={life} subject={subject} elements={elements} element={element} onElement={onElement} /> : null}
    </Stack>
  );
}

function Comment({ life, subject, drawn, comment, name, onShow }: { life: LifeView; subject: Subject; drawn: boolean; comment: VersionComment; name?: string; onShow: () => void }) {
  const { t } = useWords();
  const resolve = useLife(subject, (resolved: boolean) => subject.resolve(comment.id, resolved));
  const short = comment.text.slice(0, 60);
  return (
    <li data-resolved={comment.resolved !== undefined}>
      <Group gap={6}>
        <Badge size="sm" color={comment.resolved ? 'green' : 'ochre'} variant="light">{comment.resolved ? `✓ ${t('version.comments.resolve')}` : t('version.comments.open')}</Badge>
        {!drawn ? null : comment.element === undefined ? <Text size="sm" fw={600}>{t('version.comments.whole')}</Text>
          : name === undefined ? <Text size="sm" c="gray.6">{t('version.comments.gone')}</Text> : <Button size="compact-sm" variant="subtle" aria-label={t('version.comments.show', { name })} onClick={onShow}>{name}</Button>}
      </Group>
      <Text size="sm" className="df-said">{comment.text}</Text>
      <span className="df-sub">{comment.byName}, {formatDateTime(comment.at)}</span>
      {comment.answers.length > 0 ? <ol className="df-answers">{comment.answers.map((each, n) => <li key={n}><Text size="sm" className="df-said">{each.text}</Text><span className="df-sub">{each.byName}, {formatDateTime(each.at)}</span></li>)}</ol> : null}
      {comment.resolved ? <span className="df-sub">{t('version.comments.resolvedBy', { name: comment.resolved.byName, at: formatDateTime(comment.resolved.at) })}</span> : null}
      {life.may.comment ? (
        <Group gap={6} mt={4} align="flex-start">
          <Button size="compact-sm" variant="default" loading={resolve.isPending} aria-label={t(comment.resolved ? 'version.comments.reopenOf' : 'version.comments.resolveOf', { text: short })} onClick={() => resolve.mutate(comment.resolved === undefined)}>{t(comment.resolved ? 'version.comments.reopen' : 'version.comments.resolve')}</Button>
          <Answer subject={subject} comment={comment.id} label={t('version.comments.answerTo', { text: short })} />
        </Group>
      ) : null}
      <ProblemNote error={resolve.error} />
    </li>
  );
}

function Answer({ subject, comment, label }: { subject: Subject; comment: string; label: string }) {
  const { t } = useWords();
  const [text, setText] = useState<string>();
  const send = useLife(subject, (said: string) => subject.answer(comment, said), () => setText(undefined));
  if (text === undefined) return <Button size="compact-sm" variant="default" aria-label={label} onClick={() => setText('')}>{t('version.comments.answer')}</Button>;
  return (
    <form style={{ flex: 1, minWidth: 160 }} onSubmit={(event) => { event.preventDefault(); if (text.trim()) send.mutate(text.trim()); }}>
      <Textarea aria-label={label} autosize minRows={1} maxLength={4000} value={text} onChange={(event) => setText(event.currentTarget.value)} data-autofocus autoFocus />
      <Group gap={6} mt={4}><Button type="submit" size="compact-sm" loading={send.isPending} disabled={!text.trim()}>{t('version.comments.answer')}</Button><Button size="compact-sm" variant="subtle" onClick={() => setText(undefined)}>{t('action.cancel')}</Button></Group>
      <ProblemNote error={send.error} kept />
    </form>
  );
}

function NewComment({ subject, elements, element, onElement }: Props) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [commandId, setCommandId] = useState(newId);
  const send = useLife(subject, (said: string) => subject.do({ act: 'comments', commandId, text: said, ...(element ? { element } : {}) }), () => { setText(''); setCommandId(newId()); });
  return (
    <form onSubmit={(event) => { event.preventDefault(); if (text.trim()) send.mutate(text.trim()); }}>
      <Stack gap={6}>
        {elements.length === 0 ? null : <NativeSelect label={t('version.comments.on')} value={elements.some((each) => each.id === element) ? element : ''} onChange={(event) => onElement(event.currentTarget.value || undefined)} data={[{ value: '', label: t('version.comments.whole') }, ...elements.map(({ id, name }) => ({ value: id, label: name }))]} />}
        <Textarea label={t('version.comments.text')} autosize minRows={2} maxLength={4000} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <ProblemNote error={send.error} kept />
        <Group><Button type="submit" variant="default" loading={send.isPending} disabled={!text.trim()}>{t('version.comments.add')}</Button></Group>
      </Stack>
    </form>
  );
}
