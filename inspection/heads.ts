import { isErrorCodeLabel } from '../detection/labels';
import { factOfHeading, rowFactOfHeading } from '../facts/sign-in-fields';

/** What a head or label is for Signpost: `errorCode`, the name of a fact (`signIn.status`), or undefined. */
export function meaningOf(text: string): string | undefined {
  return isErrorCodeLabel(text) ? 'errorCode' : factOfHeading(text);
}

/** The same for the columns that a list is read for, in less code. */
export function meaningInList(text: string): string | undefined {
  return isErrorCodeLabel(text) ? 'errorCode' : rowFactOfHeading(text);
}
