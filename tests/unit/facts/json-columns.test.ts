import { describe, expect, it } from 'vitest';
import { factsOf, recordsOf } from './reading';

// Columns of a sign-in that hold objects, copied out of a query's result without the others.

const DEVICE =
  '{"deviceId":"2f1e0d9c-8b7a-4c6d-9e5f-4a3b2c1d0e9f","operatingSystem":"Windows 11","browser":"Edge 131.0.0","isCompliant":true,"isManaged":true,"trustType":"Azure AD joined"}';
const STATUS =
  '{"errorCode":0,"additionalDetails":"MFA requirement satisfied by claim in the token"}';
const READ = [
  'signIn.errorCode=0',
  'signIn.additionalDetails=MFA requirement satisfied by claim in the token',
  'signIn.isCompliant=YES',
  'signIn.trustType=joined',
];

describe('columns of objects alone', () => {
  it.each([
    `DeviceDetail\n${DEVICE}\nStatus\n${STATUS}`,
    `Status\n${STATUS}\n\nDeviceDetail\n${DEVICE}`,
    `Status\t${STATUS}\nDeviceDetail\t${DEVICE}`,
    `Status: ${STATUS}\nDeviceDetail: ${DEVICE}`,
    `"status": ${STATUS},\n"deviceDetail": ${DEVICE},`,
    `what does this mean?\n\nDeviceDetail\n${DEVICE}\nStatus\n${STATUS}\n\nthanks`,
  ])('are one sign-in: %j', (text) => {
    expect(recordsOf('signIn', text)).toHaveLength(1);
    expect(factsOf('signIn', text)).toEqual(expect.arrayContaining(READ));
  });

  it('are two where a column comes again', () => {
    const one = `Status\n${STATUS}\nDeviceDetail\n${DEVICE}`;
    expect(recordsOf('signIn', `${one}\n\n${one}`)).toHaveLength(2);
  });

  it.each([
    `Status\n${STATUS}`,
    'Status\n{"code":0,"text":"ok"}\nLocation\n{"x":1}',
    'Status: {"errorCode":0}\nResult: {"rows":3}',
  ])('are none of something else: %j', (text) => {
    expect(recordsOf('signIn', text)).toEqual([]);
  });
});
