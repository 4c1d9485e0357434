/** A paper as the files that there are of it. */
import { Group, Text } from '@mantine/core';

export type PaperFile = 'pdf' | 'docx';
const FILES: readonly (readonly [PaperFile, string])[] = [['pdf', 'PDF'], ['docx', 'Word']];

export function PaperLinks({ name, url }: { name: string; url(file: PaperFile): string }) {
  return (
    <Group gap="xs">
      <Text span size="sm">{name}:</Text>
      {FILES.map(([file, words]) => <a key={file} href={url(file)} aria-label={`${name}: ${words}`} {...(file === 'pdf' ? { target: '_blank' } : { download: true })}>{words}</a>)}
    </Group>
  );
}
