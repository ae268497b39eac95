import { importDirections } from './import-directions.mjs';

export default {
  plugins: ['typescript', 'unicorn', 'import', 'oxc'],
  categories: {
    correctness: 'error',
  },
  ignorePatterns: ['.output', '.wxt', 'tests/fixtures/pages', 'tests/fixtures/surfaces'],
  rules: {
    // A task that nobody waits for goes through messaging/start.ts, which says where it failed.
    'typescript/no-floating-promises': ['error', { ignoreVoid: false }],
    'typescript/no-misused-promises': 'off',
    // Getters of prototypes are taken off on purpose: a page can put other properties over those of its nodes.
    'typescript/unbound-method': 'off',
    'import/no-cycle': 'error',
    'import/no-unassigned-import': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'no-console': 'off',
    'no-restricted-imports': [
      'error',
      {
        paths: [
          {
            name: 'webextension-polyfill',
            message: "Import wxt/browser; WXT's module puts the polyfill in its place.",
          },
        ],
      },
    ],
    'no-restricted-properties': [
      'error',
      {
        property: 'innerHTML',
        message: 'Text of a page never becomes markup. Use textContent or Preact.',
      },
    ],
  },
  overrides: [
    ...importDirections(),
    {
      files: ['tests/**'],
      rules: {
        'no-restricted-properties': 'off',
        // A test that fails later than it ends fails the run.
        'typescript/no-floating-promises': 'error',
      },
    },
  ],
};
