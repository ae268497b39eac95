import type { Node } from 'jsonc-parser';
import { itemsOf, textOf, valueOf } from './json-values';
import type { SignInFactName } from './sign-in-vocabulary';

/** Lists of names and values that a sign-in has in the audit log of Microsoft 365, and what the names are. */
const LISTS: readonly (readonly [list: string, Readonly<Record<string, SignInFactName>>])[] = [
  [
    'DeviceProperties',
    {
      Id: 'signIn.deviceId',
      DisplayName: 'signIn.deviceName',
      OS: 'signIn.operatingSystem',
      BrowserType: 'signIn.browser',
      IsCompliant: 'signIn.isCompliant',
      TrustType: 'signIn.trustType',
      SessionId: 'signIn.sessionId',
    },
  ],
  ['ExtendedProperties', { UserAgent: 'signIn.userAgent' }],
];

/** A fact in such a list, and the offset at which it stands. */
interface Listed {
  name: SignInFactName;
  label: string;
  value: string;
  offset: number;
}

/** @returns What the lists of an object say of the device and the program of a sign-in. */
export function listedProperties(node: Node): Listed[] {
  return LISTS.flatMap(([list, names]) =>
    itemsOf(valueOf(node, list)).flatMap((item) => {
      const label = textOf(item, 'Name') ?? '';
      const value = textOf(item, 'Value') ?? '';
      const name = Object.hasOwn(names, label) ? names[label] : undefined;
      return name && value ? [{ name, label, value, offset: item.offset }] : [];
    }),
  );
}
