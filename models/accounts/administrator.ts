/** The first administrator of an agency, who cannot be made by another one; and the way back in when the last one is locked out. */
import { Refusal, wrongField } from '../problem.js';
import { isThere, type Store } from '../store.js';
import type { Passwords, Temporary } from './passwords.js';

export interface NewAdministrator {
  account: string; name: string;
  /** Made when there is none with this id; then it needs a name, and has one department to begin with. */
  agency: { id: string; name?: string | undefined };
}
const ACCOUNT = /^[a-z][a-z0-9.-]{1,39}$/;
const AGENCY = /^[a-z][a-z0-9-]{1,59}$/;
const BY = 'command-line';

export async function createAdministrator(store: Store, passwords: Passwords, { account, name, agency }: NewAdministrator): Promise<Temporary> {
  if (!ACCOUNT.test(account)) throw wrongField('account', 'must be 2 to 40 small letters, digits, dots or -, a letter first');
  if (!AGENCY.test(agency.id)) throw wrongField('agency', 'must be 2 to 60 small letters, digits or -, a letter first');
  if (await store.staff.exists({ _id: account })) throw wrongField('account', 'is taken; "admin password" gives it a new password');
  const departmentId = await departmentOf(store, agency);
  try {
    await store.staff.create({ _id: account, name: name.normalize('NFC').trim(), position: '', agencyId: agency.id, departmentIds: [departmentId], roles: ['administrator'], active: true });
  } catch (error) {
    if (isThere(error)) throw wrongField('account', 'is taken');
    throw error;
  }
  return passwords.temporary(account, BY);
}

/** For somebody there is already, active. */
export async function newPassword(store: Store, passwords: Passwords, account: string): Promise<Temporary> {
  const person = await store.staff.findById(account).lean();
  if (!person?.active) throw new Refusal('not-found', `there is no active account ${account}`);
  const temporary = await passwords.temporary(account, BY);
  await store.sessions.deleteMany({ 'session.personId': account });
  return temporary;
}

async function departmentOf(store: Store, { id, name }: NewAdministrator['agency']): Promise<string> {
  if (!(await store.agencies.exists({ _id: id }))) {
    if (name === undefined) throw wrongField('agency', `there is none called ${id}; a name makes it`);
    await store.agencies.create({ _id: id, name: name.normalize('NFC').trim(), code: id.split('-').map((word) => word[0] ?? '').join('').toUpperCase() });
  }
  const known = await store.departments.findOne({ agencyId: id }).lean();
  if (known) return known._id;
  const departmentId = `${id.replace(/-([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase())}VanPhong`;
  await store.departments.create({ _id: departmentId, name: 'Văn phòng', agencyId: id, oneStop: false });
  return departmentId;
}
