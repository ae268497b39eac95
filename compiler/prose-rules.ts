/** A pattern that our prose does not use, with what to do instead. */
interface ProseRule {
  pattern: RegExp;
  instead: string;
}

const EVERYWHERE: ProseRule[] = [
  { pattern: /\b(simply|easily|obviously|unfortunately|please)\b/i, instead: 'leave the word out' },
  { pattern: /\bjust\b(?![- ]in[- ]time| enough)/i, instead: 'leave "just" out, or say "only"' },
  { pattern: /!(?=\s|$)/, instead: 'end the sentence with a full stop' },
  {
    pattern: /\b(log ?in|login|log on|logon)\b(?!\.microsoft|\.live|\.partner|\.windows)/i,
    instead: 'write "sign in" or "sign-in" (or set a name of a product in backticks)',
  },
  {
    pattern: /\bAzure (AD|Active Directory)\b(?! (Connect|B2C|PowerShell|Graph|Join|Token Issuer))/,
    instead: 'write "Microsoft Entra ID"; the old name may stand in keywords',
  },
  {
    pattern: /(?<!-)\bAAD\b(?!,? (Operational|log|Analytic|event))/,
    instead: 'write "Microsoft Entra"',
  },
  {
    pattern:
      /\b(enrolment|enrol|organisation|authorisation|behaviour|colour|licence|recognise|authorise)\b/i,
    instead: 'use American spelling',
  },
  {
    pattern: /[“”]/,
    instead: 'set labels in **bold** and literals in `backticks`, not in quotation marks',
  },
  {
    pattern: /\b(MSOnline|AzureAD)\b(?! (B2C|PowerShell))/,
    instead: 'use Microsoft Graph PowerShell; the AzureAD and MSOnline modules are retired',
  },
];

/** Sentences that would fit any code. */
const FILLER: ProseRule[] = [
  {
    pattern:
      /\bcheck (your|the) (configuration|settings|permissions)\b(?! (of|in|on|under|for|at))/i,
    instead: 'name the setting, where it is, and the value that is wrong',
  },
  {
    pattern: /\b(is|are) (properly|correctly) (configured|set up|assigned)\b/i,
    instead: 'say which value makes it right',
  },
  {
    pattern: /\bif the (issue|problem|error) (persists|continues|remains)\b/i,
    instead: 'say what to look at next, or end the list',
  },
  {
    pattern: /\bvarious (reasons|causes)\b|\ba number of (reasons|causes)\b/i,
    instead: 'name them',
  },
  {
    pattern: /\btransient (issue|error|problem)s?\b.{0,30}\bretry\b|\btry again later\b/i,
    instead: 'say how long to wait and what to look at if it stays',
  },
  {
    pattern: /\bthis error (occurs|happens|appears|indicates|means) (when|that)\b/i,
    instead: 'start with what happened',
  },
];

const EMAIL = /[\w.+-]+@[\w.-]+\.[a-z]{2,}/gi;
const EXAMPLE_DOMAINS = /@(([\w-]+\.)*(contoso|fabrikam)\.(com|onmicrosoft\.com)|outlook\.com)$/i;
const IPV4 = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g;
const EXAMPLE_IP = /^(203\.0\.113\.\d+|0\.0\.0\.0|127\.0\.0\.1|255\.255\.255\.255)$/;

/**
 * Checks one paragraph, step or sentence against the house rules.
 * @param text The text without its Markdown marks; literals in backticks are already taken out.
 * @returns One message for each rule that is broken.
 */
export function proseProblems(text: string): string[] {
  return [...EVERYWHERE, ...FILLER].flatMap(({ pattern, instead }) => {
    const hit = pattern.exec(text);
    return hit ? [`"${hit[0].trim()}": ${instead}`] : [];
  });
}

/**
 * Finds people, tenants and addresses that are not made up.
 * @param text Any text of the entry, code included.
 */
export function realDataProblems(text: string): string[] {
  const problems: string[] = [];
  for (const [mail] of text.matchAll(EMAIL)) {
    if (!EXAMPLE_DOMAINS.test(mail)) problems.push(`"${mail}": use an address at contoso.com`);
  }
  for (const [ip] of text.matchAll(IPV4)) {
    if (!EXAMPLE_IP.test(ip)) problems.push(`"${ip}": use an address from 203.0.113.0/24`);
  }
  return problems;
}
