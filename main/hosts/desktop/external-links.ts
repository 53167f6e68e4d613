/** Longer addresses are no links that a person follows. */
const LENGTH_AT_MOST = 2048;

/**
 * Whether an address may be handed to the user's own browser. Only https: every other scheme can start a program on
 * their machine. No user name or password, which would disguise where the link leads.
 */
export function isExternalLink(address: string): boolean {
  if (address.length > LENGTH_AT_MOST || !URL.canParse(address)) return false;
  const { protocol, username, password, hostname } = new URL(address);
  return protocol === 'https:' && username === '' && password === '' && hostname !== '';
}
