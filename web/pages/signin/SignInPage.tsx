/** Sign-in with account and password; in the trial installation also one card for each demo person. */
import { useEffect } from 'react';
import { Container, Divider, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { SessionView } from '../../../server/contract.js';
import { useWords } from '../../i18n/index.js';
import { LanguageSwitch } from '../../layout/LanguageSwitch.js';
import { homeOf } from '../../layout/roles.js';
import { Logo } from '../../layout/Shell.js';
import { sessionQuery } from '../../queries.js';
import { lazily } from '../../ui/lazily.js';
import { Answered } from '../../ui/states.js';
import { DemoStaff } from './DemoStaff.js';
import { OpenIdSignIn } from './OpenIdSignIn.js';
import { PasswordSignIn } from './PasswordSignIn.js';

const NewPassword = lazily(() => import('./NewPassword.js').then((part) => part.NewPassword));

export function SignInPage() {
  const { t } = useWords();
  const session = useQuery(sessionQuery);
  const signedIn = useSignedIn();
  const title = t(session.data?.mustChange ? 'signIn.mustChange' : 'signIn.title');
  useEffect(() => { document.title = `${title} · Dossierflow`; }, [title]);
  return (
    <Container component="main" size="md" py={{ base: 'md', sm: 48 }}>
      <Group justify="space-between" mb="lg" wrap="nowrap">
        <Group gap="sm" wrap="nowrap">
          <Logo />
          <div>
            <Text fw={700}>{t('app.name')}</Text>
            <Text size="sm" c="gray.6">{session.data?.agencyName || t('app.tagline')}</Text>
          </div>
        </Group>
        <LanguageSwitch />
      </Group>
      <Paper p={{ base: 'md', sm: 'xl' }}>
        <Title order={1} mb="md">{title}</Title>
        <Answered query={session}>{(view) => (view.mustChange ? <NewPassword account={view.mustChange} onDone={signedIn} /> : <Ways view={view} onSignedIn={signedIn} />)}</Answered>
      </Paper>
    </Container>
  );
}

function Ways({ view, onSignedIn }: { view: SessionView; onSignedIn: (view: SessionView) => Promise<void> }) {
  const { t } = useWords();
  return (
    <Stack gap="lg">
      {view.openId ? <OpenIdSignIn /> : null}
      <PasswordSignIn onSignedIn={onSignedIn} />
      {view.demo.length > 0 ? (
        <section aria-labelledby="demo-title">
          <Divider mb="md" />
          <Title order={2} id="demo-title">{t('signIn.demoTitle')}</Title>
          <Text c="gray.6" mb="md">{t('signIn.demoText')}</Text>
          <DemoStaff people={view.demo} onSignedIn={onSignedIn} />
        </section>
      ) : null}
    </Stack>
  );
}

/** Nothing of whoever was signed in before is kept. */
function useSignedIn(): (view: SessionView) => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async (view) => {
    if (view.person) client.clear();
    client.setQueryData(sessionQuery.queryKey, view);
    if (view.person) await navigate({ to: homeOf(view.person) });
  };
}
