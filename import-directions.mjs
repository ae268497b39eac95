import { readdirSync, readFileSync } from 'node:fs';

/**
 * What each folder may import: other folders (or one file of them), and packages. Whatever is not named is refused,
 * but for the folder itself. This is the flow of the README in a form that the linter reads; tests may import all.
 * @type {Record<string, {folders?: string[], packages?: string[]}>}
 */
export const MAY_IMPORT = {
  knowledge: {},
  detection: {},
  hosts: {},
  facts: { folders: ['detection'], packages: ['fflate', 'jsonc-parser', 'papaparse'] },
  lookup: {
    folders: ['detection', 'hosts'],
    packages: ['fastest-levenshtein', 'fuse.js', 'stemmer', 'wxt/browser', '#knowledge'],
  },
  diagnosis: { folders: ['detection', 'facts', 'lookup'] },
  report: {
    folders: ['detection', 'facts', 'hosts', 'lookup', 'diagnosis', 'inspection'],
    packages: ['papaparse'],
  },
  log: {
    folders: ['detection', 'facts', 'lookup', 'report'],
    packages: ['@streamparser/json', 'papaparse'],
  },
  settings: { folders: ['detection'], packages: ['@wxt-dev/storage', 'wxt/browser'] },
  messaging: {
    folders: ['detection', 'diagnosis', 'log', 'lookup', 'settings', 'finder', 'inspection'],
    packages: ['wxt/browser'],
  },
  finder: {
    folders: ['detection', 'hosts', 'messaging', 'lookup/known-hresults'],
    packages: ['#knowledge', '#hosts'],
  },
  components: {
    folders: [
      'detection',
      'facts',
      'hosts',
      'log',
      'lookup',
      'report',
      'diagnosis',
      'settings/settings',
      'settings/notes-file',
      'messaging/start',
      'inspection',
      'messaging/ask-log',
    ],
    packages: ['preact', '#i18n'],
  },
  overlay: {
    folders: [
      'finder',
      'components',
      'facts',
      'diagnosis',
      'detection',
      'lookup',
      'report',
      'messaging',
    ],
    packages: ['preact'],
  },
  inspection: { folders: ['detection', 'facts', 'finder', 'hosts', 'overlay'] },
  background: {
    folders: [
      'detection',
      'facts',
      'hosts',
      'lookup',
      'diagnosis',
      'report',
      'settings',
      'messaging',
      'finder',
    ],
    packages: ['wxt/browser', '#i18n'],
  },
  compiler: {
    folders: ['detection', 'diagnosis', 'facts', 'hosts', 'log', 'lookup'],
    packages: [
      'node:',
      'marked',
      'yaml',
      'valibot',
      'fastest-levenshtein',
      '@antv/hierarchy',
      'flesch-kincaid',
      'syllable',
      '@kusto/language-service-next',
    ],
  },
  modules: {
    folders: ['compiler', 'hosts', 'overlay/shared-preact'],
    packages: ['node:', 'wxt', 'vite', 'rollup-plugin-license'],
  },
};

const ROOT = new URL('.', import.meta.url);

/** Folders and files of the root that hold code. */
const PLACES = [
  ...Object.keys(MAY_IMPORT),
  'entrypoints',
  'tests',
  'scripts',
  'manifest',
  'wxt.config',
];

/** @returns {string[]} Every package and alias that code could import. */
function packages() {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(new URL('package.json', ROOT), 'utf8'),
  );
  return [...Object.keys({ ...dependencies, ...devDependencies }), 'node:', '#'];
}

/**
 * @param {string} folder
 * @returns {string[]} Names of the modules of a folder, without their endings.
 */
function modulesOf(folder) {
  return readdirSync(new URL(`${folder}/`, ROOT)).map((name) => name.replace(/\.tsx?$/, ''));
}

/** @param {string} text */
const literal = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/**
 * The expressions of the imports that a folder may not have. The linter's expressions know no lookahead, so that the
 * allow list is turned into all that it does not name.
 * @param {string} folder
 * @returns {string[]}
 */
function refused(folder) {
  const { folders = [], packages: allowed = [] } = MAY_IMPORT[folder] ?? {};
  const relative = PLACES.filter((place) => place !== folder && !folders.includes(place)).flatMap(
    (place) => {
      const files = folders.filter((one) => one.startsWith(`${place}/`));
      if (!files.length) return [`${literal(place)}(/|$)`];
      return modulesOf(place)
        .map((name) => `${place}/${name}`)
        .filter((path) => !files.includes(path))
        .map((path) => `${literal(path)}(/|$)`);
    },
  );
  const outer = packages().filter((name) => !allowed.some((one) => one.startsWith(name)));
  const wxt = allowed.includes('wxt/browser') ? ['wxt$', 'wxt/[^b]'] : [];
  const aliases = allowed.some((one) => one.startsWith('#'))
    ? ['#knowledge', '#hosts', '#i18n'].filter((alias) => !allowed.includes(alias)).map(literal)
    : [];
  return [
    `^(\\.\\./)+(${relative.join('|')})`,
    `^(${[...outer.map((name) => (/\W$/.test(name) ? literal(name) : `${literal(name)}(/|$)`)), ...wxt, ...aliases].join('|')})`,
  ];
}

/** @returns {{files: string[], rules: object}[]} One override of the linter for each folder. */
export function importDirections() {
  return Object.keys(MAY_IMPORT).map((folder) => {
    const { folders = [], packages: allowed = [] } = MAY_IMPORT[folder] ?? {};
    const message = `${folder}/ imports ${[...folders, ...allowed].join(', ') || 'only itself'}. The allow list is import-directions.mjs.`;
    return {
      files: [`${folder}/**`],
      rules: {
        'no-restricted-imports': [
          'error',
          { patterns: refused(folder).map((regex) => ({ regex, message })) },
        ],
      },
    };
  });
}
