import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../facts/read-facts';

const eventsIn = (text: string) =>
  readFacts(text).records.flatMap(({ kind, facts }) => {
    if (kind !== 'event') return [];
    const value = (name: string) => facts.find((fact) => fact.name === name)?.value;
    return [
      [value('event.source'), value('event.id'), value('event.time'), value('event.message')],
    ];
  });

const JOIN = 'Automatic registration failed at join phase. Exit code: 0x801c03f2';

describe('an event in a row of cells without a head', () => {
  it.each([
    [
      "of Event Viewer's list, with its message below",
      `Error\t9/11/2025 6:45:20 AM\tUser Device Registration\t304\tNone\n${JOIN}`,
      [['User Device Registration', '304', '9/11/2025 6:45:20 AM', JOIN]],
    ],
    [
      'of a ticket tool, with the name of a computer behind',
      `Microsoft-Windows-User Device Registration/Admin  |  304  |  Error  |  19.11.2026 13:26:40  |  KIOSK-2\n${JOIN}\n\nWe moved it last week.`,
      [['User Device Registration', '304', '19.11.2026 13:26:40', JOIN]],
    ],
    [
      'with blanks between the cells',
      '   11/20/2025 8:14:03 AM  Error  1084  AAD  AadCloudAPPlugin Operation\n   11/20/2025 8:14:04 AM  Error  1086  AAD  AadCloudAPPlugin Operation',
      [
        ['AAD', '1084', '11/20/2025 8:14:03 AM', undefined],
        ['AAD', '1086', '11/20/2025 8:14:04 AM', undefined],
      ],
    ],
    [
      'with commas, in German',
      'Fehler,20.11.2025 08:14:03,AAD,1098,AadTokenBrokerPlugin Operation',
      [['AAD', '1098', '20.11.2025 08:14:03', undefined]],
    ],
    [
      'with its message in the last cell',
      'Warning;2026-01-05T10:11:12Z;Microsoft-Windows-AAD/Operational;1097;Error: 0xCAA20003 Authorization grant failed.',
      [['AAD', '1097', '2026-01-05T10:11:12Z', 'Error: 0xCAA20003 Authorization grant failed.']],
    ],
    [
      'with commas in its message, in quotes',
      'Error,11/20/2025 8:14:03 AM,AAD,1098,None,"Error: 0xCAA20003, Authorization grant failed, for this assertion"',
      [
        [
          'AAD',
          '1098',
          '11/20/2025 8:14:03 AM',
          'Error: 0xCAA20003, Authorization grant failed, for this assertion',
        ],
      ],
    ],
    [
      'with commas in its message, without quotes',
      'Error,11/20/2025 8:14:03 AM,AAD,1098,None,Error: 0xCAA20003, Authorization grant failed, later.',
      [
        [
          'AAD',
          '1098',
          '11/20/2025 8:14:03 AM',
          'Error: 0xCAA20003, Authorization grant failed, later.',
        ],
      ],
    ],
    [
      'with another number before its source',
      '11/20/2025 8:14:03 AM  42  Error  AAD  1098  None',
      [['AAD', '1098', '11/20/2025 8:14:03 AM', undefined]],
    ],
    [
      'whose head is above in prose, once',
      'Event (User Device Registration, 360, Warning):\nWindows Hello for Business provisioning will not be launched.\nDevice is AAD joined ( AADJ or DJ++ ): Yes\nUser has logged on with AAD credentials: No',
      [
        [
          'User Device Registration',
          '360',
          undefined,
          'Windows Hello for Business provisioning will not be launched.',
        ],
      ],
    ],
  ])('is read: %s', (_, text, events) => expect(eventsIn(text)).toEqual(events));

  it.each([
    ['another source', 'Error\t9/11/2025 6:45:20 AM\tService Control Manager\t7031\tNone'],
    ['another product', '2026-01-05 10:11:12  Error  1084  Contoso VPN  tunnel lost'],
    ['an invoice', '2026-01-05 10:11:12, 304, AAD licence, 12.00, Error free'],
    ['one of two numbers', '42|Error|11/20/2025 8:14:03 AM|1098|AAD'],
    ['a sentence', 'On 2026-01-05 10:11 the AAD team saw error 1084, and went home.'],
  ])('is none: %s', (_, text) =>
    expect(eventsIn(text).filter(([source]) => source === 'AAD')).toEqual([]),
  );
});

describe('a debug output that lost its lines', () => {
  const xml = (output: string) =>
    `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-User Device Registration'/><EventID>304</EventID></System><EventData><Data Name='DebugOutput'>${output}</Data></EventData></Event>`;
  const factsIn = (text: string) =>
    readFacts(text).records.flatMap(({ facts }) =>
      facts.map(({ name, value }) => `${name} ${value}`),
    );

  it('is read row by row', () => {
    const facts = factsIn(
      xml(
        'joinMode: Join drsInstance: azure registrationType: fed tenantType: Federated errorPhase: auth',
      ),
    );
    expect(facts).toContain('join.errorPhase auth');
    expect(facts).toContain('join.registrationType fed');
    expect(facts).toContain('join.tenantType Federated');
  });

  it('and a sentence with colons is not', () =>
    expect(
      factsIn(xml('We saw errorPhase: auth today, and more: that is all: bye')).join(),
    ).not.toContain('join.errorPhase'));
});
