import { installDependencies, requireBrowsers, runTool } from './setup.mjs';

// `npm start`: sets everything up, builds, and shows the gallery of sample pages with Signpost at work.
installDependencies();
requireBrowsers(['Chromium']);
runTool('wxt', ['build']);
runTool('tsx', ['scripts/gallery.ts']);
