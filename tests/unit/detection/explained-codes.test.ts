import { describe, expect, it } from 'vitest';
import { answerText } from '../../../lookup/answer';
import { readFacts } from '../../../facts/read-facts';

const codesOf = (text: string) => answerText(text, undefined).rows.map(({ code }) => code);
const MESSAGE =
  'AADSTS700016: Application with identifier was not found in the directory. Trace ID: 0d4cce33-0831-4eb4-867e-10c27b0bf91a';

describe('codes that a page or a chat bot explained', () => {
  it.each([
    'The error **AADSTS50105** usually means that nobody was assigned.',
    'You can also see AADSTS50105 (not assigned), AADSTS50076 (MFA) or AADSTS53003.',
    'AADSTS50105 bedeutet meistens, dass die Zuweisung fehlt.',
    "L'erreur AADSTS50105 signifie généralement que l'utilisateur manque.",
    'AADSTS50105 typically occurs when nobody was assigned.',
  ])('are not listed beside the message itself: %s', (said) => {
    const text = `The bot says:\n> ${said}\n\nThe real one:\n${MESSAGE}`;
    expect(codesOf(text)).toEqual(['AADSTS700016']);
    expect(readFacts(text).records.flatMap(({ codes }) => codes)).toEqual(['AADSTS700016']);
  });

  it.each([
    `Users often get AADSTS50105 since Monday.\n${MESSAGE}`,
    `I get AADSTS50105 and this:\n${MESSAGE}`,
    `Yesterday you could see AADSTS50105, too.\n${MESSAGE}`,
    'AADSTS50105 usually means that nobody was assigned. And AADSTS50076?',
    `${MESSAGE}\nIn the sign-in logs you can also see AADSTS50105 for the same user.`,
    `${MESSAGE}\nSince Monday AADSTS50105 occurs often, too.`,
    `${MESSAGE}\nAADSTS50105 often appears for our users in Berlin.`,
    `${MESSAGE}\nBei uns AADSTS50105 tritt meist morgens auf.`,
    `${MESSAGE}\nAADSTS50105 usually means that nobody was assigned, or what else?`,
  ])('stay where they occurred, or are all that was asked about: %s', (text) =>
    expect(codesOf(text)).toContain('AADSTS50105'),
  );
});
