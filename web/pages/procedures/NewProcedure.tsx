/** A new procedure starts as a draft: from the template, or from a file drawn elsewhere. */
import { useState } from 'react';
import { Button, FileInput, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { newDiagram } from '../../../designer/template.js';
import { api } from '../../api.js';
import { newId } from '../../api/newId.js';
import { useWords } from '../../i18n/index.js';
import { ProblemNote } from '../../ui/ProblemNote.js';

export function NewProcedure({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t, language } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const create = useMutation({
    mutationFn: async () => api.createProcedure(code.trim(), file ? await file.text() : newDiagram(language, code.trim(), newId().slice(0, 8))),
    onSuccess: async (row) => {
      await client.invalidateQueries({ queryKey: ['procedures'] });
      await navigate({ to: '/procedures/$procedureId/design', params: { procedureId: row.id }, search: { version: 'draft' } });
    },
  });
  return (
    <Modal opened={opened} onClose={onClose} title={t('procedures.new')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form onSubmit={(event) => { event.preventDefault(); create.mutate(); }}>
        <Stack>
          <ProblemNote error={create.error} kept />
          <TextInput label={t('procedures.code')} description={t('procedures.codeHint')} required value={code} onChange={(event) => setCode(event.currentTarget.value)} />
          <FileInput label={t('procedures.file')} description={t('procedures.fileHint')} accept=".bpmn,.xml" value={file} onChange={setFile} clearable clearButtonProps={{ 'aria-label': t('action.clear') }} />
          <Button type="submit" loading={create.isPending} disabled={!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(code.trim())}>{t('procedures.create')}</Button>
        </Stack>
      </form>
    </Modal>
  );
}
