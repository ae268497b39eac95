import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { DEFAULT_PATTERNS, OPTIONAL_PATTERNS } from './hosts/roles';
import { CHROMIUM_PERMISSIONS, KEYWORD, PERMISSIONS } from './manifest';

const ICON_SIZES = [16, 32, 48, 96, 128];

const ICONS = Object.fromEntries(ICON_SIZES.map((size) => [size, `icon/${size}.png`]));

/**
 * What ships into pages of others and has a budget. Terser takes a twentieth more off it than esbuild does, at ten times
 * the work; our own pages and the worker read their scripts from the disk.
 */
const SCRIPTS_FOR_PAGES = new Set(['find', 'card', 'weigh', 'record', 'patterns']);

const smallest = (compress: object = {}) => ({
  ecma: 2020 as const,
  // Vite works around a bug of that browser, where names are longer for it.
  safari10: false,
  toplevel: true,
  compress: { passes: 5, inline: 1, unsafe_arrows: true, ...compress },
});

/**
 * The finder is smaller with its functions in front; the larger scripts are not. `unsafe` takes it that the globals are
 * the browser's own, as they are in the world of an extension.
 */
const FOR_THE_FINDER = {
  unsafe: true,
  passes: 3,
  inline: 3,
  hoist_funs: true,
  keep_fargs: false,
  pure_getters: true,
};

/** Properties that stay inside the finder, by names that nothing else has: in the script they are a letter or two. */
const INSIDE_THE_FINDER =
  /^(?:bareNumbers|crossed|formAt|goneNodes|hasNumbers|heads|isKnownHresult|isWhole|knownLabels|lastOwn|offLimits|own|roots|starts)$/;

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  vite: () => ({
    plugins: [preact()],
    build: {
      target: ['chrome120', 'firefox128'],
      // A page asks for all its first scripts at once. Both browsers know the hint, so that the polyfill can stay away.
      modulePreload: { polyfill: false },
    },
  }),
  hooks: {
    'vite:build:extendConfig': ([entrypoint], config) => {
      if (!entrypoint || !SCRIPTS_FOR_PAGES.has(entrypoint.name)) return;
      config.build!.minify = 'terser';
      config.build!.terserOptions =
        entrypoint.name === 'find'
          ? { ...smallest(FOR_THE_FINDER), mangle: { properties: { regex: INSIDE_THE_FINDER } } }
          : smallest();
    },
  },
  zip: { name: 'signpost' },
  manifest: ({ browser }) => ({
    name: '__MSG_manifest_name__',
    short_name: 'Signpost',
    description: '__MSG_manifest_description__',
    default_locale: 'en',
    permissions: Object.keys({
      ...PERMISSIONS,
      ...(browser !== 'firefox' && CHROMIUM_PERMISSIONS),
    }),
    host_permissions: DEFAULT_PATTERNS,
    optional_host_permissions: OPTIONAL_PATTERNS,
    icons: ICONS,
    action: {
      default_title: '__MSG_manifest_name__',
      default_icon: ICONS,
    },
    // One small script finds codes in every frame. Written out here and not as a WXT content script, since WXT's
    // wrapper brings the polyfill and a context object that cost more than the script itself.
    content_scripts: [
      {
        matches: DEFAULT_PATTERNS,
        js: ['find.js'],
        all_frames: true,
        match_origin_as_fallback: true,
        run_at: 'document_idle',
      },
    ],
    omnibox: { keyword: KEYWORD },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+S' } },
      'next-code': {
        suggested_key: { default: 'Alt+Shift+E' },
        description: '__MSG_manifest_nextCode__',
      },
    },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'signpost@signpost.example',
              strict_min_version: '128.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120', storage: { managed_schema: 'managed-schema.json' } }),
  }),
});
