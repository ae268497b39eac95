import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '.output/e2e',
  fullyParallel: false,
  // The files of a worker share its browsers. They wait a third of their time, and unit tests run beside them.
  workers: 3,
  // Two browsers on a busy machine of two cores: what fails once there is tried again, and is listed as flaky.
  retries: process.env.CI ? 2 : 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
});
