/** Saving and publishing: the tag of what was opened goes along, so that nobody's later draft is overwritten unseen. */
import { useRef, useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { notesOf, type Note } from '../../../designer/findings/messages.js';
import type { DiagramModeler } from '../../../designer/modeler/create.js';
import type { ProcedureView } from '../../../server/contract.js';
import { api, ApiError, type VersionName } from '../../api.js';
import { versions } from '../../api/versions.js';
import { useWords } from '../../i18n/index.js';
import { confirmDone } from '../../ui/notify.js';

interface Options { procedure: ProcedureView; version: VersionName; etag?: string; modeler: DiagramModeler | null; saved: () => void }
const isConflict = (error: Error | null): boolean => error instanceof ApiError && (error.status === 412 || error.status === 409) && !error.problem.problems?.length;

export function useDraft({ procedure, version, etag, modeler, saved }: Options) {
  const { t } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  // A draft is saved over the draft that was opened; starting from a version, over the draft known then, if any.
  const tag = useRef(version === 'draft' ? etag : procedure.draft?.etag);
  const [refused, setRefused] = useState<Note[]>();
  const refresh = () => client.invalidateQueries({ queryKey: ['procedures'] });

  const save = useMutation({
    mutationFn: async () => {
      if (!modeler) throw new Error('no modeler');
      return api.saveDraft(procedure.id, await modeler.xml(), tag.current);
    },
    onSuccess: async (answer) => { tag.current = answer.etag ?? tag.current; saved(); confirmDone(t('designer.saved')); await refresh(); },
  });
  const showReasons = (wrong: Error) => {
    const reasons = wrong instanceof ApiError ? wrong.problem.problems : undefined;
    if (!reasons?.length) return;
    const notes = notesOf(reasons);
    setRefused(notes);
    modeler?.showNotes(notes);
  };
  const publish = useMutation({
    mutationFn: async (note: string) => { await save.mutateAsync(); return api.publish(procedure.id, note); },
    onMutate: () => setRefused(undefined),
    onSuccess: async (result) => {
      confirmDone(t(result.warnings.length ? 'designer.publishedWith' : 'designer.published', { version: result.version, n: result.warnings.length }));
      await refresh();
      await navigate({ to: '/procedures/$procedureId', params: { procedureId: procedure.id } });
    },
    onError: showReasons,
  });
  const submit = useMutation({
    mutationFn: async (note: string) => { await save.mutateAsync(); return versions.submit(procedure.id, note); },
    onMutate: () => setRefused(undefined),
    onSuccess: async ({ version: number }) => {
      confirmDone(t('procedures.submitted', { version: number }));
      await refresh();
      await navigate({ to: '/procedures/$procedureId/versions/$version', params: { procedureId: procedure.id, version: String(number) } });
    },
    onError: showReasons,
  });
  const error = publish.error ?? submit.error ?? save.error;
  const reload = () => {
    void client.resetQueries({ queryKey: ['xml', procedure.id, 'draft'] });
    void navigate({ to: '/procedures/$procedureId/design', params: { procedureId: procedure.id }, search: { version: 'draft' } });
  };
  return { save: () => save.mutate(), publish: (note: string) => publish.mutate(note), submit: (note: string) => submit.mutate(note), submitting: submit.isPending, saving: save.isPending, publishing: publish.isPending, error, conflict: isConflict(error), refused, reload };
}
export type Draft = ReturnType<typeof useDraft>;
