import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../facts/read-facts';

const policiesIn = (text: string) =>
  readFacts(text).records.flatMap(({ facts }) =>
    facts
      .filter(({ name }) => /olicy|Control/.test(name))
      .map(({ name, printed }) => `${name.replace('signIn.', '')} ${printed}`),
  );

describe('the tab of Conditional Access, with tabs in one row and blanks in another', () => {
  it('is read, and an empty cell is no control', () =>
    expect(
      policiesIn(
        'Policy Name     Grant Controls      Session Controls    Result\n' +
          'CA1 Outside     Block         \t\t\t\tFailure\n' +
          'CA2 MFA     Require multifactor authentication   \t\tSuccess\n' +
          'CA3 Often        Sign-in frequency\tNot Applied\n' +
          'CA4 Later     Require compliant device\tReport-only: Failure\n\nStatus  Failure',
      ),
    ).toEqual([
      'policy Failure, Block',
      'failedPolicy CA1 Outside',
      'failedControl Block',
      'policy Success, Require multifactor authentication',
      'policy Not Applied',
      'policy Report-only: Failure, Require compliant device',
      'reportOnlyPolicy CA4 Later',
    ]));

  it('does not take a session control for one', () =>
    expect(
      policiesIn(
        'Policy Name     Grant Controls      Session Controls    Result\nCA1 Outside     Block         \t\t\t\tFailure\nCA2 Bound\t\tRequire token protection for sign-in sessions\tFailure',
      ),
    ).toEqual([
      'policy Failure, Block',
      'failedPolicy CA1 Outside',
      'failedControl Block',
      'policy Failure',
      'failedPolicy CA2 Bound',
    ]));

  it('is read in German', () =>
    expect(
      policiesIn(
        'Richtlinienname    Gewährungssteuerelemente    Sitzungssteuerelemente    Ergebnis\nExtern   Zugriff blockieren\t\tFehler\nAlle\t\tMehrstufige Authentifizierung anfordern   Erfolg',
      ),
    ).toContain('failedPolicy Extern'));

  it('ends where a row has no result', () =>
    expect(
      policiesIn(
        'Policy Name   Grant Controls    Session Controls   Result\nCA1   Block \tFailure\nCA2 we will look at later\nCA3  Block  Failure',
      ),
    ).toHaveLength(3));

  it.each([
    'Rule name   Grant    Other   Result\nAllow VPN   Block\t\tFailure',
    'Policy Name   Owner   Due\nCA1   Ola\t2026-11-02',
    'Policy Name     Grant Controls      Session Controls    Result\nnothing here',
  ])('is none where other heads or rows stand: %s', (text) => expect(policiesIn(text)).toEqual([]));

  it('a heading is no value', () =>
    expect(
      readFacts(
        'Conditional Access tab:\n\nBasic info tab:\nStatus  Failure\nSign-in error code  53003\nUsername  ola.berg@contoso.com\nApplication  Contoso Wiki',
      )
        .records.flatMap(({ facts }) => facts)
        .map(({ name }) => name),
    ).not.toContain('signIn.conditionalAccess'));
});
