import * as v from 'valibot';
import { canonicalCode } from '../detection/code';
import { AREAS, FIXED_BY, SEVERITIES, SOURCE_KINDS } from '../lookup/entry-values';

/** Hosts that sources and links may point to. A new host is added here, in review. */
const ALLOWED_HOSTS = [
  'learn.microsoft.com',
  'login.microsoftonline.com',
  'support.microsoft.com',
  'techcommunity.microsoft.com',
  'www.microsoft.com',
  'msrc.microsoft.com',
  'azure.microsoft.com',
  'devblogs.microsoft.com',
  'docs.azure.cn',
  'aka.ms',
  'github.com',
  'datatracker.ietf.org',
  'www.rfc-editor.org',
  'openid.net',
  'docs.oasis-open.org',
  'trustedcomputinggroup.org',
  'call4cloud.nl',
  'dirteam.com',
  'blog.cles.jp',
  'patchmypc.com',
  'docs.cloud.google.com',
  'docs.dynatrace.com',
  'pnp.github.io',
  'docs.gitlab.com',
  'support.servicenow.com',
  'support.okta.com',
  'help.okta.com',
  'support.laserfiche.com',
  'community.appian.com',
  'helpcenter.veeam.com',
  'www.veeam.com',
  'support.hashicorp.com',
  'support.atlassian.com',
  'confluence.atlassian.com',
  'docs.workspot.com',
  'community.fortinet.com',
  'community.cisco.com',
  'support.aquasec.com',
  'dell-help.druva.com',
  'help.druva.com',
  'www.jamf.com',
  'community.jamf.com',
  'support.jamf.com',
  'learn.jamf.com',
  'community.auth0.com',
  'blog.terenceluk.com',
  'docs.nais.io',
  'prs.me.uk',
  'fbsecuritygroup.com',
  'social.technet.microsoft.com',
  'rockenroll.tech',
  'awakecoding.com',
  'c7solutions.com',
  'jasonfritts.me',
  'blog.rmilne.ca',
  's4erka.wordpress.com',
  'lazyadmin.nl',
  'www.welkasworld.com',
  'services.xavier.edu',
  'windowsforum.com',
  'appuals.com',
  'chaselau.me',
  'halfoncloud.com',
  'peter.upfold.org.uk',
  'www.keycloak.org',
  'www.cubesys.com.au',
  'practical365.com',
  'identitydude.com',
  'note.com',
  'ruianding.com',
  'systemcenter.wiki',
  'diecknet.de',
] as const;

/** True for an https address without credentials, port or locale part on an allowed host. */
export function isAllowedLink(address: string): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  return (
    url.protocol === 'https:' &&
    !url.username &&
    !url.port &&
    (ALLOWED_HOSTS as readonly string[]).includes(url.hostname) &&
    !/^\/[a-z]{2}-[a-z]{2}\//i.test(url.pathname)
  );
}

export const code = v.pipe(
  v.string('a code is text; put it in quotes: "0x801C03ED"'),
  v.check(
    (value) => canonicalCode(value) === value,
    (issue) => {
      const canonical = canonicalCode(String(issue.input));
      return canonical ? `write the code as ${canonical}` : `"${String(issue.input)}" is no code`;
    },
  ),
);

export const isoDate = v.pipe(
  v.string('a date is text such as 2026-11-20'),
  v.isoDate('write the date as 2026-11-20'),
);

export const title = v.pipe(
  v.string(),
  v.maxLength(60, (issue) => `has ${issue.input.length} characters; 60 is the most`),
  v.regex(/^[A-Z0-9“"']/, 'starts with a capital letter'),
  v.regex(/[^.!]$/, 'ends without a full stop'),
  v.check(
    (text) => !/AADSTS|0x[0-9a-f]{8}/i.test(text),
    'names no code; the code stands beside it',
  ),
);

const link = v.pipe(
  v.string(),
  v.check(
    isAllowedLink,
    (issue) =>
      `${String(issue.input)} is not an https address on an allowed host, or has a locale part (allowed hosts: compiler/entry-schema.ts)`,
  ),
);

/** When a source was written, or when it was read. */
export const dated = v.pipe(
  v.string('is text; put a bare number in quotes: "2025"'),
  v.regex(
    /\d|^undated/,
    'is a date, a year and month, a version, or "undated (copy read 2026-11)"',
  ),
);

const source = v.strictObject({
  id: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'is short, lower case, words parted by hyphens'),
    ),
  ),
  url: link,
  kind: v.picklist(SOURCE_KINDS, `is one of ${SOURCE_KINDS.join(', ')}`),
  at: v.optional(v.pipe(v.string(), v.minLength(2, 'names the heading, row or comment'))),
  dated: v.optional(dated),
  says: v.pipe(v.string(), v.minLength(10, 'says in a sentence what this source supports')),
});

const related = v.union([
  v.pipe(
    code,
    v.transform((value) => ({ code: value })),
  ),
  v.strictObject({ code, differs: v.pipe(v.string(), v.minLength(10)) }),
]);

/** How people would type it, in their own words. */
export const asks = v.optional(
  v.array(
    v.pipe(
      v.string('is text; put it in quotes'),
      v.minLength(8, (issue) => `"${issue.input}" is too short to tell one code from others`),
      v.maxLength(
        80,
        (issue) => `"${issue.input}" has ${issue.input.length} characters; 80 is the most`,
      ),
      v.check(
        (text) => !/AADSTS ?\d|0x[0-9a-f]{8}/i.test(text),
        'names no code; who knows the code types it',
      ),
    ),
  ),
  [],
);

const severity = v.picklist(SEVERITIES, `is one of ${SEVERITIES.join(', ')}`);
const fixedBy = v.picklist(FIXED_BY, `is one of ${FIXED_BY.join(', ')}`);
const area = v.picklist(AREAS, `is one of ${AREAS.join(', ')}`);

/** When, and with which queries, reports of people were looked for. */
export const searched = v.strictObject({
  on: isoDate,
  for: v.pipe(
    v.array(v.pipe(v.string('is text; put a bare number in quotes'), v.minLength(3))),
    v.minLength(1, 'names at least one query'),
  ),
});

/** The sources of a file; at least one. */
export const sources = v.pipe(
  v.array(source),
  v.minLength(1, 'is empty; name at least one, with id, url, kind, at, dated and says'),
);

/** Front matter of an entry file. Unknown keys are mistakes. */
export const FrontMatter = v.strictObject({
  code,
  name: v.optional(v.pipe(v.string(), v.regex(/^[\w .()]+$/, 'is the symbolic name, one word'))),
  title,
  userTitle: v.optional(title),
  status: v.picklist(['reviewed', 'retired'], 'is reviewed or retired'),
  severity,
  fixedBy,
  area,
  event: v.optional(
    v.strictObject({
      log: v.string(),
      id: v.pipe(v.number(), v.integer()),
      level: v.picklist(['Information', 'Warning', 'Error', 'Critical', 'Verbose']),
    }),
  ),
  keywords: v.optional(v.array(v.string()), []),
  asks,
  related: v.optional(v.array(related), []),
  sources,
  searched: v.optional(searched),
  reviewed: isoDate,
});

/** One line of knowledge/en/listed/*.yml. */
const ListedEntry = v.strictObject({
  name: v.optional(v.string()),
  title,
  summary: v.pipe(v.string(), v.minLength(20), v.maxLength(220)),
  severity: v.optional(severity),
  fixedBy: v.optional(fixedBy),
  area,
  event: v.optional(v.strictObject({ log: v.string(), id: v.number(), level: v.string() })),
  asks,
  from: v.pipe(
    v.array(v.string()),
    v.minLength(1, 'is empty; name at least one source of this file'),
  ),
});

/** A file of listed codes: sources by short name, then one line for each code. */
export const ListedFile = v.strictObject({
  reviewed: isoDate,
  sources: v.record(v.string(), source),
  entries: v.record(code, ListedEntry),
});

export type FrontMatter = v.InferOutput<typeof FrontMatter>;
export type ListedFile = v.InferOutput<typeof ListedFile>;
