/** Title of a page with what belongs beside it; sets the title of the window too. */
import { useEffect, type ReactNode } from 'react';
import { Group, Text, Title } from '@mantine/core';

export function PageHeader({ title, note, children }: { title: string; note?: ReactNode; children?: ReactNode }) {
  useEffect(() => { document.title = `${title} · Dossierflow`; }, [title]);
  return (
    <Group justify="space-between" align="flex-end" mb="md" gap="sm">
      <div style={{ minWidth: 0 }}>
        <Title order={1}>{title}</Title>
        {note ? <Text c="gray.6" size="sm">{note}</Text> : null}
      </div>
      {children ? <Group gap="xs">{children}</Group> : null}
    </Group>
  );
}
