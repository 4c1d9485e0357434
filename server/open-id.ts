/** Sign-in at the provider of the agency by OpenID Connect: authorization code with PKCE, state and nonce. */
import * as client from 'openid-client';

export interface OpenIdSettings { issuer: string; clientId: string; clientSecret: string; /** Which claim holds the account. */ claim: string; /** Of this server, as browsers see it. */ publicUrl: string; production: boolean }
/** Kept in the session between leaving for the provider and coming back. */
export interface Leaving { state: string; nonce: string; verifier: string }
export interface CameBack { account: string | undefined; idToken: string | undefined }

export const CALLBACK = '/api/session/open-id/callback';
const TIMEOUT_S = 5;

export class OpenId {
  private discovered: Promise<client.Configuration> | undefined;

  constructor(private readonly settings: OpenIdSettings) {}

  /** Where to send the browser, and what has to be known when it comes back. `again`: the provider asks who it is even if it knows. */
  async leave(again: boolean): Promise<{ url: string; leaving: Leaving }> {
    const configuration = await this.configuration();
    const leaving: Leaving = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: `${this.settings.publicUrl}${CALLBACK}`, scope: 'openid profile', state: leaving.state, nonce: leaving.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(leaving.verifier), code_challenge_method: 'S256', ...(again ? { prompt: 'login' } : {}),
    });
    return { url: url.href, leaving };
  }

  /** Throws what the provider or the checks of the protocol refuse. `query` is that of the address the browser came back to. */
  async cameBack(query: string, { state, nonce, verifier }: Leaving): Promise<CameBack> {
    const configuration = await this.configuration();
    const tokens = await client.authorizationCodeGrant(configuration, new URL(`${this.settings.publicUrl}${CALLBACK}${query}`), {
      expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true,
    });
    const claims = tokens.claims()!;
    const told = claims[this.settings.claim] ?? (await client.fetchUserInfo(configuration, tokens.access_token, claims.sub))[this.settings.claim];
    return { account: typeof told === 'string' ? told.normalize('NFC').trim().toLowerCase() : undefined, idToken: tokens.id_token };
  }

  /** Where the provider ends its own session; undefined when it offers no such place. */
  async endUrl(idToken: string | undefined): Promise<string | undefined> {
    const configuration = await this.configuration();
    if (!configuration.serverMetadata().end_session_endpoint) return undefined;
    return client.buildEndSessionUrl(configuration, { post_logout_redirect_uri: `${this.settings.publicUrl}/app/sign-in`, ...(idToken === undefined ? {} : { id_token_hint: idToken }) }).href;
  }

  /** Read once; again when the provider could not be reached. */
  private configuration(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret, production } = this.settings;
    this.discovered ??= client.discovery(new URL(issuer), clientId, undefined, client.ClientSecretBasic(clientSecret), {
      timeout: TIMEOUT_S, ...(production ? {} : { execute: [client.allowInsecureRequests] }),
    }).catch((error: unknown) => { this.discovered = undefined; throw error; });
    return this.discovered;
  }
}
