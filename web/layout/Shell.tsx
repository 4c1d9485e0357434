/** The frame of every staff page: header, navigation by role, the page itself. */
import { AppShell, Box, Burger, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet } from '@tanstack/react-router';
import type { SessionView } from '../../server/contract.js';
import { Announcer } from '../ui/announce.js';
import { lazily } from '../ui/lazily.js';
import { useWords } from '../i18n/index.js';
import { Keys } from './Keys.js';
import { LanguageSwitch } from './LanguageSwitch.js';
import { Nav } from './Nav.js';
import { NoticeBell } from './NoticeBell.js';
import { PersonMenu } from './PersonMenu.js';

const Live = lazily(() => import('../live/Live.js').then((part) => part.Live));

export function Shell({ session }: { session: SessionView }) {
  const { t } = useWords();
  const [opened, { toggle, close }] = useDisclosure(false);
  return (
    <>
      {session.person ? <Live personId={session.person.id} /> : null}
      <Announcer />
      {session.person ? <Keys person={session.person} /> : null}
      <a className="df-skip" href="#content">{t('app.skip')}</a>
      <AppShell header={{ height: 56 }} navbar={{ width: 212, breakpoint: 'md', collapsed: { mobile: !opened } }} padding="md">
        <AppShell.Header px="md" style={{ borderColor: 'var(--df-line)' }}>
          <Group h="100%" justify="space-between" wrap="nowrap" gap="sm">
            <Group gap="sm" wrap="nowrap" style={{ minWidth: 0 }}>
              <Burger opened={opened} onClick={toggle} hiddenFrom="md" size="sm" style={{ flex: 'none' }} aria-label={t('app.menu')} aria-expanded={opened} />
              <Box visibleFrom="xs" style={{ minWidth: 0 }}>
                <Link to="/" style={{ display: 'flex', alignItems: 'center', gap: 10, color: 'inherit', textDecoration: 'none', minWidth: 0 }}>
                  <Logo />
                  <Text component="span" fw={700}>{t('app.name')}</Text>
                </Link>
              </Box>
              <Text component="span" size="sm" c="gray.6" truncate visibleFrom="lg">{session.agencyName}</Text>
            </Group>
            <Group gap={6} wrap="nowrap">
              <LanguageSwitch />
              {session.person ? <NoticeBell /> : null}
              {session.person ? <PersonMenu person={session.person} /> : null}
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar p="sm" style={{ borderColor: 'var(--df-line)' }}>
          {session.person ? <Nav person={session.person} onNavigate={close} /> : null}
        </AppShell.Navbar>
        <AppShell.Main id="content" tabIndex={-1} style={{ outline: 'none' }}><Outlet /></AppShell.Main>
      </AppShell>
    </>
  );
}

export function Logo() {
  return (
    <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true" style={{ flex: 'none' }}>
      <rect width="32" height="32" rx="7" fill="#0f5c72" />
      <path d="M8 10h7l2 3h7v9H8z" fill="none" stroke="#fff" strokeWidth="2.4" strokeLinejoin="round" />
      <path d="m12 18 2.6 2.6L20 15.4" fill="none" stroke="#8bc0cc" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
