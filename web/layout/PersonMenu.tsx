/** Who is signed in. */
import { lazy } from 'react';
import { Button, Text } from '@mantine/core';
import type { Person } from '../../server/contract.js';
import { useWords } from '../i18n/index.js';
import { OnDemandMenu } from '../ui/OnDemandMenu.js';

const PersonActions = lazy(() => import('./PersonActions.js'));

/** What people are called by in Vietnamese; it comes last. */
function lastName(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

export function PersonMenu({ person }: { person: Person }) {
  const { t } = useWords();
  return (
    <OnDemandMenu menu={(target) => <PersonActions target={target} />} button={(
      <Button variant="default" size="sm" aria-label={t('app.signedInAs', { name: person.name })} maw={220} px={{ base: 8, xs: 18 }}>
        <Text component="span" size="sm" truncate visibleFrom="xs">{person.name}</Text>
        <Text component="span" size="sm" hiddenFrom="xs" aria-hidden="true">{lastName(person.name)}</Text>
      </Button>
    )} />
  );
}
