/** Somebody's address, its host apart: `user@contoso.com`, not `actions/checkout@v4`. */
const MAIL_ADDRESS =
  /(?<![^\s'"<>()[\],;:])[^\s'"<>()[\],;:@]{1,64}@((?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24})/gu;

/** What stands between the quotation marks of a message, which are no apostrophes of its words. */
const QUOTED = /(?<![\p{L}\p{N}])(['"])(?:(?!\1)[^\n]){1,200}\1(?![\p{L}\p{N}])/gu;

/** An address on the web. */
const WEB_ADDRESS = /\bhttps?:\/\/[^\s'"<>]{1,2000}/gi;

/**
 * Takes the names of people off a query, and the hosts of their addresses, which say nothing of what happened, except for
 * those that tell what kind of account it is.
 * @param tells Whether a host tells something: `outlook.com`.
 */
export function withoutMailAddresses(query: string, tells: (host: string) => boolean): string {
  if (!query.includes('@')) return query;
  return query.replace(MAIL_ADDRESS, (_, host: string) => (tells(host) ? host : ' '));
}

/** @returns A message without what it was filled in with: values in quotation marks and addresses. */
export function withoutValues(message: string): string {
  return message.replace(WEB_ADDRESS, ' ').replace(QUOTED, ' ');
}
