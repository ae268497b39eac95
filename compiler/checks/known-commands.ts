import * as v from 'valibot';
import { parse } from 'yaml';

const FILE = 'knowledge/commands.yml';

const verified = v.optional(v.boolean(), true);
const page = v.pipe(v.string(), v.regex(/^[\w./-]+$/, 'is a path without blanks'));
const cmdlet = v.nullable(v.strictObject({ page: v.optional(page), verified }));
const https = v.pipe(v.string(), v.startsWith('https://', 'starts with https://'));

const CommandsFile = v.strictObject({
  parameters: v.pipe(
    v.string(),
    v.transform((text) => text.split(/\s+/)),
  ),
  modules: v.record(
    v.string(),
    v.strictObject({
      page: v.pipe(https, v.endsWith('/', 'ends with a slash')),
      cmdlets: v.record(v.pipe(v.string(), v.regex(/^[A-Z]\w+-[A-Z]\w+$/)), cmdlet),
    }),
  ),
  scopes: v.record(v.string(), v.strictObject({ read: page, verified })),
  addresses: v.record(https, v.record(v.string(), v.strictObject({ page, verified }))),
});

/** What commands may call. */
export interface KnownCommands {
  /** The module of a cmdlet, by its name in lower case. */
  cmdlets: Map<string, { name: string; module: string }>;
  cmdletNames: readonly string[];
  /** Names of parameters, without the dash, whatever the cmdlet. */
  parameters: readonly string[];
  modules: ReadonlySet<string>;
  scopes: ReadonlySet<string>;
  /** Tells whether an address, without query and with `{}` for its values, is on the list. */
  hasAddress(address: string): boolean;
  /** What nobody has found in the documentation yet. */
  unverified: string[];
}

/** `/partners/{}` matches any value, `(domainName='{}')` any value between the quotes. */
function patternOf(address: string): RegExp {
  const escaped = address.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll('{}', "[^/'()]+");
  return new RegExp(`^${escaped}$`);
}

/**
 * Reads knowledge/commands.yml.
 * @throws Error when the file has not the form.
 */
export function readKnownCommands(yaml: string): KnownCommands {
  const parsed = v.safeParse(CommandsFile, parse(yaml));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new Error(`${FILE}: ${v.getDotPath(issue) ?? ''}: ${issue.message}`);
  }
  const { parameters, modules, scopes, addresses } = parsed.output;
  const cmdlets = new Map<string, { name: string; module: string }>();
  const unverified: string[] = [];
  for (const [module, { cmdlets: own }] of Object.entries(modules)) {
    for (const [name, facts] of Object.entries(own)) {
      cmdlets.set(name.toLowerCase(), { name, module });
      if (facts?.verified === false) unverified.push(name);
    }
  }
  for (const [scope, facts] of Object.entries(scopes)) if (!facts.verified) unverified.push(scope);
  const patterns: RegExp[] = [];
  for (const [base, paths] of Object.entries(addresses)) {
    for (const [path, facts] of Object.entries(paths)) {
      patterns.push(patternOf(base + path));
      if (!facts.verified) unverified.push(base + path);
    }
  }
  return {
    cmdlets,
    cmdletNames: [...cmdlets.values()].map(({ name }) => name),
    parameters,
    modules: new Set(Object.keys(modules)),
    scopes: new Set(Object.keys(scopes)),
    hasAddress: (address) => patterns.some((pattern) => pattern.test(address)),
    unverified,
  };
}
