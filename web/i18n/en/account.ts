/** One's own sign-in. */
export const account = {
  account: {
    passwordTitle: 'Change the password', mustChange: 'You came in with a temporary password. Choose one of your own to go on.', current: 'Present password', password: 'New password', again: 'New password again',
    rule: 'At least 12 characters; a short sentence that you remember is good. No names, no account name, nothing that is often used.', differs: 'The two are not the same.', change: 'Change the password', changed: 'The password has been changed. You are signed out everywhere else.',
    fault: { 'too-short': 'At least 12 characters are needed.', 'too-long': 'Not more than 200 characters.', 'too-simple': 'Too few different characters.', common: 'This is on the list of passwords that are guessed first.', name: 'Not the name of a person, account or agency.', same: 'This is the present password.', wrong: 'The present password is not right.' },
    sessions: 'Where you are signed in', endOthers: 'Sign out everywhere else', ended: 'Signed out.', browser: 'Browser', since: 'Signed in', seen: 'Last used', address: 'Network address', actions: 'Actions', here: 'this browser', endOf: 'Sign out the session opened {{at}}',
  },
};
