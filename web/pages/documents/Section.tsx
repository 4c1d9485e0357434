/** A part of the page of a document under its heading. */
import type { ReactNode } from 'react';
import { Paper, Title } from '@mantine/core';

export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return <Paper p="md" component="section" aria-labelledby={`${id}-title`}><Title order={2} id={`${id}-title`} mb="sm">{title}</Title>{children}</Paper>;
}
