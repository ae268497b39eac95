import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { OPTIONAL_PATTERNS } from '../../hosts/roles';
import { DEFAULTS } from '../../settings/settings';
import { CHROMIUM_PERMISSIONS, PERMISSIONS } from '../../manifest';

const ROOT = join(import.meta.dirname, '..', '..');

const ICONS = Object.fromEntries([16, 32, 48, 96, 128].map((size) => [size, `icon/${size}.png`]));

const HOSTS = [
  'https://login.microsoftonline.com/*',
  'https://login.microsoftonline.us/*',
  'https://login.partner.microsoftonline.cn/*',
  'https://login.microsoft.com/*',
  'https://login.windows.net/*',
  'https://entra.microsoft.com/*',
  'https://portal.azure.com/*',
  'https://*.portal.azure.com/*',
  'https://intune.microsoft.com/*',
  'https://*.portal.azure.net/*',
];

/** The style of the popup's first frame, which stands in its page: the only one that is let through, by its hash. */
const [, FIRST_STYLE] = /<style>([^]*?)<\/style>/.exec(
  readFileSync(join(ROOT, 'entrypoints/popup/index.html'), 'utf8'),
)!;
const FIRST_STYLE_HASH = `sha256-${createHash('sha256').update(FIRST_STYLE!).digest('base64')}`;

/** Every key of the manifest that both browsers share, as a reviewer expects it. */
const COMMON = {
  manifest_version: 3,
  name: '__MSG_manifest_name__',
  short_name: 'Signpost',
  description: '__MSG_manifest_description__',
  default_locale: 'en',
  icons: ICONS,
  permissions: ['activeTab', 'contextMenus', 'scripting', 'storage'],
  host_permissions: HOSTS,
  optional_host_permissions: OPTIONAL_PATTERNS,
  action: { default_title: 'Signpost', default_icon: ICONS, default_popup: 'popup.html' },
  content_scripts: [
    {
      matches: HOSTS,
      js: ['find.js'],
      all_frames: true,
      match_origin_as_fallback: true,
      run_at: 'document_idle',
    },
  ],
  omnibox: { keyword: 'entra' },
  commands: {
    _execute_action: { suggested_key: { default: 'Alt+Shift+S' } },
    'next-code': {
      suggested_key: { default: 'Alt+Shift+E' },
      description: '__MSG_manifest_nextCode__',
    },
  },
  content_security_policy: {
    extension_pages: `default-src 'none'; script-src 'self'; style-src 'self' '${FIRST_STYLE_HASH}'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  },
  options_ui: { page: 'options.html' },
};

const EXPECTED = {
  chrome: {
    ...COMMON,
    permissions: [...COMMON.permissions, 'sidePanel'],
    side_panel: { default_path: 'sidepanel.html' },
    background: { service_worker: 'background.js' },
    minimum_chrome_version: '120',
    storage: { managed_schema: 'managed-schema.json' },
  },
  firefox: {
    ...COMMON,
    sidebar_action: {
      default_panel: 'sidepanel.html',
      default_title: 'Signpost',
      open_at_install: false,
    },
    background: { scripts: ['background.js'] },
    browser_specific_settings: {
      gecko: {
        id: 'signpost@signpost.example',
        strict_min_version: '128.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  },
} as const;

describe.each(['chrome', 'firefox'] as const)('built manifest for %s', (browser) => {
  const folder = join(ROOT, '.output', `${browser}-mv3`);
  let manifest: Record<string, unknown>;

  beforeAll(() => {
    if (!existsSync(join(folder, 'manifest.json'))) {
      execFileSync('npx', ['--no-install', 'wxt', 'build', '-b', browser], { cwd: ROOT });
    }
    manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  }, 120_000);

  it.each(Object.keys(EXPECTED[browser]))('%s is as written down', (key) => {
    expect(manifest[key]).toEqual((EXPECTED[browser] as Record<string, unknown>)[key]);
  });

  it('holds no key beyond these and the version', () => {
    expect(Object.keys(manifest).sort()).toEqual(
      [...Object.keys(EXPECTED[browser]), 'version'].sort(),
    );
  });

  it('ships a schema of the policy that has each setting, and that the browser can read', () => {
    const schema = JSON.parse(readFileSync(join(folder, 'managed-schema.json'), 'utf8')) as {
      properties: object;
    };
    expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(DEFAULTS).sort());
  });

  it('ships every file that it names', () => {
    for (const file of [
      'find.js',
      'marks.css',
      'card.js',
      'record.js',
      'inspect.js',
      'weigh.js',
      'marks-of-frame.js',
      'popup.html',
      'options.html',
      'lookup.html',
      'sidepanel.html',
    ]) {
      expect(existsSync(join(folder, file)), file).toBe(true);
    }
    for (const icon of Object.values(ICONS))
      expect(existsSync(join(folder, icon)), icon).toBe(true);
  });

  it('carries the licenses of what it is made of', () => {
    const read = (file: string) => readFileSync(join(folder, file), 'utf8');
    expect(read('LICENSE.txt')).toContain('MIT License');
    expect(read('knowledge/LICENSE.txt')).toContain('CC BY 4.0');
    const notices = read('THIRD-PARTY-NOTICES.txt');
    for (const name of ['preact', 'fuse.js', 'webextension-polyfill', '@wxt-dev/storage', 'wxt'])
      expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
    expect(notices).toContain('Copyright (c) 2015-present Jason Miller');
  });

  it('has messages whose keys Chromium takes', () => {
    const messages = JSON.parse(
      readFileSync(join(folder, '_locales', 'en', 'messages.json'), 'utf8'),
    );
    expect(Object.keys(messages).filter((key) => !/^\w+$/.test(key))).toEqual([]);
  });

  it('has a name of our own, within the limits of the stores', () => {
    const messages = JSON.parse(
      readFileSync(join(folder, '_locales', 'en', 'messages.json'), 'utf8'),
    );
    const name: string = messages.manifest_name.message;
    expect(name).toMatch(/^Signpost/);
    expect(name.length).toBeLessThanOrEqual(75);
    expect(messages.manifest_description.message.length).toBeLessThanOrEqual(132);
  });
});

describe('reasons', () => {
  it('stand beside every permission', () => {
    expect(Object.keys(PERMISSIONS)).toEqual(COMMON.permissions);
    expect(Object.keys(CHROMIUM_PERMISSIONS)).toEqual(['sidePanel']);
    for (const reason of Object.values({ ...PERMISSIONS, ...CHROMIUM_PERMISSIONS })) {
      expect(reason.length).toBeGreaterThan(20);
    }
  });

  it('cover no site by default where a person writes mail or anybody can put a page', () => {
    for (const host of HOSTS) {
      expect(host).not.toMatch(
        /<all_urls>|\*:\/\/|outlook|live\.com|windows\.net\/\*$(?<!login\.windows\.net\/\*)/,
      );
    }
  });
});
