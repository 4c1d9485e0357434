import { Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Person } from '../../server/contract.js';
import { useWords } from '../i18n/index.js';
import { Icon } from '../ui/icons.js';
import { offered } from './roles.js';

export function Nav({ person, onNavigate }: { person: Person; onNavigate: () => void }) {
  const { t } = useWords();
  return (
    <Stack component="nav" gap={4} h="100%" aria-label={t('app.navigation')}>
      {offered(person).map((item) => (
        <Link key={item.key} to={item.to} className="df-nav-link" onClick={onNavigate} activeProps={{ 'aria-current': 'page' }}>
          <Icon name={item.icon} />{t(`nav.${item.key}`)}
        </Link>
      ))}
      <a className="df-nav-link" href="/" style={{ marginTop: 'auto' }}><Icon name="public" />{t('app.publicPages')}</a>
    </Stack>
  );
}
