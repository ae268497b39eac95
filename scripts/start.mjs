import { installDependencies, requireBrowsers, runTool } from './setup.mjs';

// `npm start`: sets everything up, builds, and shows the gallery of sample pages with Signpost at work.
// A browser that nobody can fetch ends this before anything is installed.
await Promise.all([requireBrowsers(['Chromium']), installDependencies()]);
await runTool('wxt', ['build']);
await runTool('tsx', ['scripts/gallery.ts']);
