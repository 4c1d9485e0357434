/** The way to the provider of sign-ins, and what came of it when it was not let in. */
import { Alert, Button, Stack } from '@mantine/core';
import { useWords } from '../../i18n/index.js';

const REFUSALS = ['unavailable', 'failed', 'unknown'] as const;

export function OpenIdSignIn() {
  const { t } = useWords();
  const asked = new URLSearchParams(window.location.search).get('refused');
  const refused = REFUSALS.find((each) => each === asked);
  // Whom the provider knows already it would send back at once, to be refused again.
  const address = `/api/session/open-id${refused === 'unknown' ? '?again=1' : ''}`;
  return (
    <Stack gap="sm" align="flex-start">
      {refused ? <Alert color="red" role="alert" title={t('problem.title')}>{t(`signIn.refused.${refused}`)}</Alert> : null}
      <Button component="a" href={address} h="auto" mih={36} py={6} styles={{ label: { whiteSpace: 'normal' } }}>{t('signIn.openId')}</Button>
    </Stack>
  );
}
