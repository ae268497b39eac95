import preact from '@preact/preset-vite';
import { build } from 'vite';
import { gzipSync } from 'node:zlib';
const entry = process.argv[2] ?? 'card';
const out = await build({ configFile: false, logLevel: 'error', root: process.cwd(), plugins: [preact()],
  define: { 'import.meta.env.MANIFEST_VERSION': 3, 'import.meta.env.BROWSER': '"chrome"', 'import.meta.env.COMMAND': '"build"' },
  resolve: { alias: { '#i18n': process.cwd() + '/.wxt/i18n/index.ts' } },
  build: { write: false, target: ['chrome120','firefox128'], modulePreload: false, minify: 'terser', lib: { entry: `entrypoints/${entry}.ts`, formats: ['iife'], name: '_', fileName: 'x' },
    terserOptions: { ecma: 2020, toplevel: true, compress: { passes: 5, inline: 1, unsafe_arrows: true } } } });
const code = out[0].output[0].code; console.log(entry, code.length, gzipSync(code, { level: 9 }).length);
