/**
 * The message of a sign-in error page, as hostile pages of several files show it. Its height is whole pixels, so that the
 * pictures of a note below it can be compared.
 */
export const MESSAGE = `<div id="exceptionMessageContainer" style="height: 40px">AADSTS50011: The redirect URI 'https://portal.contoso.com/' specified in the request does not match.</div>`;

/** A document with that message. */
export function signInError({ head = '', before = '', after = '' } = {}): string {
  return `<!doctype html><html><head><title>Sign in</title>${head}</head><body>${before}${MESSAGE}${after}</body></html>`;
}
