/** An id, whole or with signs masked: `9e0d0bea-xxxx-…`, `***`. */
const ID = /^(?:[\da-fx*#•._…-]{8,60}|[x*#•.…]{2,60})$/i;

/** What people put in place of one: `<app id>`, `[removed]`. */
const PLACEHOLDER =
  /^(?:[<[{(][^<>[\]{}()]{2,60}[>\]})]|redacted|removed|masked|hidden|anonymi[sz]ed)$/i;

/**
 * Whether a value may be the id of an app of Entra: a GUID, or what stands in its place in a text that was made public.
 * Not the name of a variable or of a type, nor the ids that other services give their clients.
 *
 * @param value As it is printed, without quotes.
 */
export function mayBeAppId(value: string): boolean {
  return ID.test(value) || PLACEHOLDER.test(value);
}
