/** Opens an improvement record of what is beside it, by one click, and leads to the record. */
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { improvements, type NewImprovement } from '../../api/improvements.js';
import { useWords } from '../../i18n/index.js';
import { confirmDone } from '../../ui/notify.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import './words.js';

/** `what`: said to who does not see what the button stands beside. */
export function OpenRecord({ asked, what }: { asked: NewImprovement; what: string }) {
  const { t } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const open = useMutation({
    mutationFn: () => improvements.open(asked),
    onSuccess: (record) => {
      confirmDone(t('improvement.opened', { no: record.no }));
      void client.invalidateQueries({ queryKey: ['improvements', 'list'] });
      void navigate({ to: '/improvements/$recordId', params: { recordId: record.id } });
    },
  });
  return (
    <>
      <Button size="compact-sm" variant="default" loading={open.isPending} onClick={() => open.mutate()} aria-label={t('improvement.openOf', { what })}>{t('improvement.new')}</Button>
      <ProblemNote error={open.error} />
    </>
  );
}
