import { isErrorCodeLabel } from '../detection/labels';
import { factOfHeading } from '../facts/sign-in-fields';

/** What a head or label is for Signpost: `errorCode`, the name of a fact (`signIn.status`), or undefined. */
export function meaningOf(text: string): string | undefined {
  return isErrorCodeLabel(text) ? 'errorCode' : factOfHeading(text);
}
