import { describe, expect, it } from 'vitest';
import { factsOf, recordsOf } from './reading';

const REQUEST = '5b1c7a90-2f4e-4f0b-9a55-0c7e1d2f3a4b';
const HEADS = 'Date (UTC);Request ID;Username;Application;Status;Sign-in error code;Failure reason';
const ROW = `2026-11-03T08:41:12Z;${REQUEST};user@contoso.com;Field Notes;Failure;50055;The password is expired.`;

const READ = [
  'signIn.time=2026-11-03T08:41:12Z',
  `signIn.requestId=${REQUEST}`,
  'signIn.user=user@contoso.com',
  'signIn.app=Field Notes',
  'signIn.status=Failure',
  'signIn.errorCode=AADSTS50055',
];

describe('a row whose columns are named in a line of their own', () => {
  it.each([
    ['below it', `My row: ${ROW}\nColumns: ${HEADS}`],
    ['below it, in German', `Ihre Zeile: ${ROW}\nSpalten: ${HEADS}.`],
    ['above it', `Headers: ${HEADS}\n${ROW}`],
    ['and with tabs', `${ROW}\nColumns: ${HEADS}`.replaceAll(';', '\t')],
  ])('has them: %s', (_, text) => {
    expect(recordsOf('signIn', text)).toHaveLength(1);
    expect(factsOf('signIn', text)).toEqual(expect.arrayContaining(READ));
  });

  it('is one of two, and a sentence below is none', () => {
    const other = ROW.replace('Failure;50055;The password is expired.', 'Success;0;Other.');
    const text = `First: ${ROW}\nSecond: ${other}\nColumns: ${HEADS}\nThe other row of hers; 2026-11-03; is Success.`;
    expect(recordsOf('signIn', text)).toHaveLength(2);
    expect(recordsOf('log', text)[0]!.facts).toContainEqual(
      expect.objectContaining({ name: 'log.failures', value: '1' }),
    );
  });

  it('has those that stand below it, and not those of the row above', () => {
    const other = `2026-11-04T08:41:12Z;${REQUEST};Field Notes;bo@contoso.com;Failure;50126;Bad.`;
    const swapped = HEADS.replace('Username;Application', 'Application;Username');
    const text = `One: ${ROW}\nColumns: ${HEADS}\nTwo: ${other}\nColumns: ${swapped}`;
    expect(factsOf('signIn', text).filter((fact) => fact.startsWith('signIn.user='))).toEqual([
      'signIn.user=user@contoso.com',
      'signIn.user=bo@contoso.com',
    ]);
  });

  it('is taken once where a table stands above', () => {
    const text = `${HEADS}\n${ROW}\nColumns: ${HEADS}`;
    expect(recordsOf('signIn', text)).toHaveLength(1);
  });

  it.each([
    ['no row at all', `Columns: ${HEADS}\nWhich of them; is the one; you want?`],
    ['a row of fewer cells', `My row: ${ROW.replace('Field Notes;', '')}\nColumns: ${HEADS}`],
    [
      'a row without a time',
      `My row: ${ROW.replace('2026-11-03T08:41:12Z', '17')}\nColumns: ${HEADS}`,
    ],
    ['a code that is none', `My row: ${ROW.replace('50055', 'EX-7')}\nColumns: ${HEADS}`],
    ['columns of an order', `My row: ${ROW}\nColumns: Date;Order;Customer;Item;State;Price;Notes`],
    ['a blank line between', `My row: ${ROW}\n\nColumns: ${HEADS}`],
  ])('is none with %s', (_, text) =>
    expect(factsOf('signIn', text).join()).not.toContain('signIn.app'),
  );
});

describe('labels of a pane that blanks part from their values', () => {
  const PANE =
    'Fehlercode für Anmeldung   50097\nStatus   Unterbrochen\nAnwendung   Field Notes\nBenutzer   Ulla Sand';

  it('are a sign-in, and the code of the page above stays that of the page', () => {
    const page = 'Weitere Details: AADSTS530003 , App: Field Notes, Gerätename: Tablet';
    const text = `Auf dem Gerät:\n${page}\n\nIm Protokoll (gleiche Zeit):\n${PANE}`;
    const [signIn] = recordsOf('signIn', text);
    expect(signIn!.codes).toEqual(['AADSTS50097']);
    expect(factsOf('signIn', text)).toEqual([
      'signIn.errorCode=AADSTS50097',
      'signIn.status=Interrupted',
      'signIn.app=Field Notes',
      'signIn.userDisplayName=Ulla Sand',
    ]);
    expect(recordsOf('message', text)[0]!.codes).toEqual(['AADSTS530003']);
  });

  it('leave out the details of a page whose code is the beginning of theirs', () =>
    expect(
      factsOf(
        'signIn',
        `Weitere Details: AADSTS50097: Gerät\n${PANE.replace('50097', '500971')}`,
      ).join(),
    ).not.toContain('additionalDetails'));

  it('keep the details that tell the code of the sign-in itself', () =>
    expect(factsOf('signIn', `Weitere Details: AADSTS50097: Gerät\n${PANE}`)).toContain(
      'signIn.additionalDetails=AADSTS50097: Gerät',
    ));

  it.each([
    PANE.replace('Fehlercode für Anmeldung', 'Zugangscode zum Raum'),
    PANE.replace('   50097', ' 50097'),
    PANE.replace('50097', '50097 frei'),
  ])('are none of something else: %j', (text) => expect(recordsOf('signIn', text)).toEqual([]));
});
