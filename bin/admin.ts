/** `dossierflow admin`: what cannot be done through the pages, because nobody can sign in yet. */
import { join } from 'node:path';
import type { Command } from 'commander';
import { BadInput } from './io.js';
import type { Installation } from './installation.js';
import type { Passwords, Temporary } from '../models/accounts/passwords.js';

interface CreateOptions { name: string; agency: string; agencyName?: string }

export function register(program: Command): void {
  const admin = program.command('admin').description('the first administrator, and a new password for whoever is locked out');
  admin.command('create <account>')
    .description('make an administrator, and the agency when it is not there; prints a temporary password')
    .requiredOption('--name <full name>', 'full name of the person')
    .requiredOption('--agency <id>', 'id of the agency')
    .option('--agency-name <name>', 'makes the agency under this name when there is none with the id')
    .action(async (account: string, { name, agency, agencyName }: CreateOptions) => {
      await withPasswords(async (passwords, { parts, root }) => {
        const [{ createAdministrator }, { seedRoles }] = await Promise.all([import('../models/accounts/administrator.js'), import('../scripts/seed/organisation.js')]);
        await seedRoles(parts.context.store, join(root, 'procedures'));
        return createAdministrator(parts.context.store, passwords, { account, name, agency: { id: agency, name: agencyName } });
      });
    });
  admin.command('password <account>')
    .description('print a temporary password for somebody who works here; open sessions end')
    .action(async (account: string) => {
      await withPasswords(async (passwords, { parts }) => (await import('../models/accounts/administrator.js')).newPassword(parts.context.store, passwords, account));
    });
}

async function withPasswords(work: (passwords: Passwords, installation: Installation) => Promise<Temporary>): Promise<void> {
  process.env.TZ = 'UTC';
  const [{ withInstallation }, { Passwords }, { Refusal }] = await Promise.all([import('./installation.js'), import('../models/accounts/passwords.js'), import('../models/problem.js')]);
  await withInstallation(process.env, async (installation) => {
    try {
      const { password, until } = await work(new Passwords(installation.parts.context), installation);
      process.stdout.write(`Temporary password: ${password}\nGood until ${until.toISOString()}; another one has to be chosen at the first sign-in.\n`);
    } catch (error) {
      if (error instanceof Refusal) throw new BadInput(error.message);
      throw error;
    }
  });
}
