import { importDirections } from './import-directions.mjs';

export default {
  plugins: ['typescript', 'unicorn', 'import', 'oxc'],
  categories: {
    correctness: 'error',
  },
  ignorePatterns: ['.output', '.wxt', 'tests/fixtures/pages'],
  rules: {
    'typescript/no-floating-promises': 'error',
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
    { files: ['tests/**'], rules: { 'no-restricted-properties': 'off' } },
  ],
};
