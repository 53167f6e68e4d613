/** The passphrase of the signing key: from the environment, since other users can see a command's words. */
export function passphraseOf(environment = process.env): { readonly passphrase?: string } {
  const passphrase = environment.KH02_PASSPHRASE;
  return passphrase === undefined || passphrase === '' ? {} : { passphrase };
}
