/** Opens the certificate when somebody needs it: a start does not wait for the library, and an installation that issues nothing makes none. */
import type { QueryContext } from '../../models/queries/context.js';
import type { Settings } from '../config.js';
import type { AgencyCertificate, CertificatePlace } from './certificate.js';

export type OpenCertificate = () => Promise<AgencyCertificate>;

export function certificateWhenNeeded(place: CertificatePlace, { directory, now }: Pick<QueryContext, 'directory' | 'now'>): OpenCertificate {
  let opened: Promise<AgencyCertificate> | undefined;
  const open = async (): Promise<AgencyCertificate> => (await import('./certificate.js')).agencyCertificate(place, () => directory.mainAgency()?.name ?? 'Dossierflow', now());
  return () => {
    opened ??= open().catch((error: unknown) => { opened = undefined; throw error; });
    return opened;
  };
}

export const certificatePlace = ({ signingP12: file, signingPassphrase: passphrase, dataFolder }: Pick<Settings, 'signingP12' | 'signingPassphrase' | 'dataFolder'>): CertificatePlace => ({ file, passphrase, dataFolder });
