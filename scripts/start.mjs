import { installDependencies, requireBrowsers, runTool } from './setup.mjs';

// `npm start`: sets everything up, builds, and shows the gallery of sample pages with Signpost at work.
await Promise.all([installDependencies(), requireBrowsers(['Chromium'])]);
await runTool('wxt', ['build']);
await runTool('tsx', ['scripts/gallery.ts']);
