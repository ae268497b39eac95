import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../diagnosis/diagnose';
import { readFacts } from '../../../facts/read-facts';
import { KNOWLEDGE } from '../whole-knowledge';
import { factsOf } from './reading';

const event = (message: string, id = 304, log = 'User Device Registration') =>
  `Log Name: Microsoft-Windows-${log}/Admin\nSource: Microsoft-Windows-${log}\nEvent ID: ${id}\nDescription:\n${message}`;
const phasesIn = (text: string) =>
  factsOf('event', text).flatMap((one) => /^join\.errorPhase=(.+)/.exec(one)?.[1] ?? []);
const rulesFor = (text: string) =>
  diagnose(readFacts(text).records, KNOWLEDGE.rules).map(({ rule }) => rule);

describe('the phase that the message of a failed join names', () => {
  it.each([
    ['Automatic registration failed at join phase. Exit code: 0x801c03f2.', 'join'],
    ['Automatic registration failed. Join phase: discover. Exit code: 0x801c001d.', 'discover'],
    ["Échec de l'inscription automatique, phase « discover ». Code : 0x801c001d", 'discover'],
    ['Error en el registro automático en la fase de detección. Código: 0x801c001d', 'discover'],
    ['Registrazione automatica non riuscita, fase auth. Codice: 0xcaa20003', 'auth'],
    ['Fehler bei der automatischen Registrierung während der Join-Phase. 0x801c03f2', 'join'],
    ['Fehler bei der Registrierung in der Authentifizierungsphase. 0xcaa90006', 'auth'],
    ['検出フェーズで自動登録に失敗しました。終了コード: 0x801c001d', 'discover'],
    ['Fehler bei der Registrierung in der Phase "init". Exitcode: 0x801c001d', 'init'],
    ['Automatic registration failed at join phase. Server error: stopped in phase: auth', 'join'],
  ])('is read of %j', (message, phase) => expect(phasesIn(event(message))).toEqual([phase]));

  it('stands above what a debug output has of another attempt', () =>
    expect(
      phasesIn(event('Automatic registration failed at join phase.\nerrorPhase: auth')),
    ).toEqual(['join']));

  it.each([
    event('Phase: discover, 0xcaa90006', 1098, 'AAD'),
    event('Automatic registration succeeded, discover phase included.', 306),
    event('Automatic registration failed. The phasing out of join servers: 0x801c001d'),
  ])('is none in %j', (text) => expect(phasesIn(text)).toEqual([]));
});

describe('a failed join', () => {
  it.each([
    [304, 'in der Phase "discover"', ['event-discover-failed']],
    [305, 'in der Phase "discover"', ['event-discover-failed']],
    [304, 'at authentication phase', ['event-token-failed']],
    [304, 'at pre-check phase', ['event-pre-check-failed']],
    [304, 'at join phase', ['event-join-failed']],
    [305, 'at join phase', ['event-join-failed']],
    [304, 'on Tuesday', ['event-join-failed']],
    [305, 'on Tuesday', ['event-token-failed']],
    [304, 'in der Phase "init"', []],
  ])('%i %s is one of the phase that its text names', (id, phase, rules) =>
    expect(rulesFor(event(`Registration failed ${phase}. Exit code: 0x801c001d.`, id))).toEqual(
      rules,
    ),
  );

  it('asks about a managed tenant in the phase that needs a federated one alone', () => {
    const text = (phase: string) => event(`Failed at ${phase} phase.\nTenant type: Managed`, 305);
    expect(rulesFor(text('authentication'))).toContain('event-token-managed');
    expect(rulesFor(text('discover'))).not.toContain('event-token-managed');
  });
});
