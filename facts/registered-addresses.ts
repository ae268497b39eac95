import type { Fact, FactRecord } from './fact';
import type { Line } from './lines';
import { makeFact } from './make-fact';

/** `Registered in the portal: https://…`, `Im Portal eingetragen: https://…`. */
const ROW =
  /^[\s>*•–-]{0,20}(\p{L}[\p{L}\p{N} ()'’/-]{3,80}?) ?[:=→]{1,2}\s{0,4}["'“„«]?(https?:\/\/[^\s"'“”»<>,;]{4,500}(?<!\.))["'”“»]?[\s,;.]{0,3}$/iu;

/** Another one in the line below, without a label. */
const NEXT =
  /^[\s>*•–-]{0,20}["'“„«]?(https?:\/\/[^\s"'“”»<>,;]{4,500}(?<!\.))["'”“»]?[\s,;.]{0,3}$/iu;

/** The request of a sign-in, which people put below what they compare it with. */
const REQUEST = /[?&](?:client_id|redirect_uri|SAMLRequest|wtrealm)=/i;

/** What says that an address is one that is registered. */
const REGISTERED =
  /(?<!\p{L})(?:registered|registriert\p{L}{0,2}|eingetragen\p{L}{0,2}|hinterlegt\p{L}{0,2}|enregistrée?s?|registrad[ao]s?|registrat[oaie]|geregistreerde?|configured (?:in|on) (?:the )?(?:azure |entra )?(?:portal|app registration|azure|entra))(?!\p{L})/iu;

/** What is not registered, is to be, or was; what is registered with another than the directory. */
const OTHERWISE =
  /(?<!\p{L})(?:not|no|never|isn['’]t|un\p{L}{0,12}|should|must|will|wants?|to be|was|were|before|formerly|old|previous(?:ly)?|deleted|removed|requested|sent|users?|devices?|dev|test|staging|other|another|samples?|examples?|benutzer|geräte?|nicht|kein\p{L}{0,2}|soll\p{L}{0,3}|muss|war|alt\p{L}{0,2}|bisher\p{L}{0,2}|früher|pas|doit|était|ancien\p{L}{0,4}|non|deve|era|antes|debe|niet|moet|okta|auth0|google|github|webhook|domain|domäne|identifiers?|entity|issuer|log-?(?:in|out|on|off)|sign-?(?:in|out|on|off)|home|start|landing|cors|origins?|services?|bezeichner|entität|abmelde\p{L}{0,4}|anmelde\p{L}{0,4}|startseite|identifiant|identificador|identificatore|mobile|android|ios)(?!\p{L})/iu;

/**
 * Reads what somebody notes beside a request or an error as the redirect URIs that are registered, one in a line.
 *
 * @param raw Lines of the text as they are.
 * @returns An app with those addresses; undefined where no line says so. It does not show all that it has.
 */
export function readRegisteredAddresses(raw: readonly Line[]): FactRecord | undefined {
  const facts: Fact[] = [];
  for (const { text, number } of raw) {
    if (!text.includes('://')) continue;
    const [, label = '', uri] = ROW.exec(text) ?? [];
    const last = facts.at(-1);
    const next = last?.source.line === number - 1 ? NEXT.exec(text)?.[1] : undefined;
    if (uri && REGISTERED.test(label) && !OTHERWISE.test(label))
      facts.push(makeFact('app.redirectUri', label, uri, { line: number }));
    else if (last && next && !REQUEST.test(next))
      facts.push(makeFact('app.redirectUri', last.label, next, { line: number }));
  }
  const [first] = facts;
  if (!first) return;
  return {
    kind: 'app',
    title: 'registered redirect URI',
    facts,
    codes: [],
    doubts: [],
    from: first.source.line,
    to: facts.at(-1)!.source.line,
  };
}
