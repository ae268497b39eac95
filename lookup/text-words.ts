import { stemmer } from 'stemmer';

/** Words that tell nothing in a query or a text. Words of a phrase, such as "not" and "in", are left out of phrases first. */
const STOP_WORDS = new Set(
  (
    'a about after again all also am an and any are as at be because been but by can cannot cant could couldnt did didnt ' +
    'do does doesnt doing dont else error errors even ever fix fixed fixing for from get gets getting got had has have having he help helping her here hi him his how ' +
    'i if im in into is isnt issue issues it its just let like make me more my need no not of off on one only or our out please problem problems resolve she solve ' +
    'should so some someone something still such than thanks that the their them then there these they this those though to too trying ' +
    'try tried troubleshoot troubleshooting until up us use used uses using via was wasnt we were what when where which while who whose why will with ' +
    'want wants wont would you your ' +
    // German and French.
    'aber au aux auf avec bei beim ce ces cette comment das dass dans de dem den der des die dieser du durch ein eine einem einen einer en erreur es est et ete etre fehler fur gibt haben hat ich ihr ihre il im ist je kann kein keine keinen la lasst le les leur lors ma mais man mein meine mes mit mon nach ne nicht noch nur pas peut pour pourquoi quand qui que ses sich sie sind sont sur un und une von votre vom warum wenn werden wie wird worden wurde zu zum zur'
  ).split(' '),
);

/** Words with which people tell how and when they met something. They seldom say what it was. */
const ASIDES = new Set(
  (
    'actually already anybody anymore anyone anything anyway complain complained complaining complains during everybody everyone gave give ' +
    'gives giving happen happened happens happening keep keeps kept lately maybe month months morning nobody now over people person really ' +
    'recently said saw say saying says see seen show showed showing shown shows since somebody suddenly tell telling tells thing things today ' +
    'told tomorrow under week weeks went year years yesterday ' +
    'funktioniert geht heute klappt kommt leute plotzlich sagt schlagt fehl seit trotzdem viel viele zeigt ' +
    'affiche aujourdhui beaucoup depuis dit fonctionne gens marche plus quelquun toujours'
  ).split(' '),
);

/** Words that people put between those of a phrase: "password is expired", "the device". */
const FILLERS = new Set(
  'a am an are be been has have is it its my our the their was were your'.split(' '),
);

/** What French writes before a vowel: "l'accès" is "accès", and "don't" has none. */
const ELISION = /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu)['’](?=\p{L}{2})/giu;

/** Lower case without accents, elisions and apostrophes, so that people need not type them. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(ELISION, '')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase();
}

/** All words of a text in order, in lower case. */
export function allWords(text: string): string[] {
  return plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Whether a word tells nothing by itself. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word) || /^[a-z]$/.test(word);
}

/** Whether a word mostly tells of the circumstances: "people complain since yesterday". */
export function isAside(word: string): boolean {
  return ASIDES.has(word);
}

/** Whether a word may stand inside a phrase without changing it. */
export function isFiller(word: string): boolean {
  return FILLERS.has(word);
}

/** What is the name of a thing: "Authenticator" is an app, and authentication is all that the catalog is about. */
const NAMES = new Map([
  ['authenticator', 'authenticator'],
  ['authenticators', 'authenticator'],
]);

/** The stem of a word, by Porter's algorithm (1980). A word with a digit stays as it is. */
export function stemOf(word: string): string {
  const name = NAMES.get(word);
  if (name) return name;
  return /^[a-z]{3,}$/.test(word) ? stemmer(word) : word;
}

/** @returns The stems of the words that tell something, each once: all that is kept of a message. */
export function stemsOf(words: readonly string[]): string[] {
  return [...new Set(words.filter((word) => !isStopWord(word)).map(stemOf))];
}

/** A symbolic name with blanks between its parts: `InvalidUserNameOrPassword` → `Invalid User Name Or Password`. */
export function partsOfName(name: string): string {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/[_-]+/g, ' ');
}
