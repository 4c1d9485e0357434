// A provider of OpenID Connect for tests: `node open-id-provider.mjs PORT PUBLIC_URL`. Whatever is typed as login is the person.
import { Provider } from 'oidc-provider';

const [port, publicUrl] = process.argv.slice(2);
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: 'dossierflow', client_secret: 'a-secret-for-tests-only', redirect_uris: [`${publicUrl}/api/session/open-id/callback`], post_logout_redirect_uris: [`${publicUrl}/app/sign-in`] }],
  claims: { openid: ['sub'], profile: ['preferred_username'] },
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: `sub-of-${id}`, preferred_username: id }) }),
  pkce: { required: () => true },
  cookies: { keys: ['for tests only'] },
});
provider.listen(Number(port), '127.0.0.1', () => process.stdout.write('listening\n'));
