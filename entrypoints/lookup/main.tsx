import { runLookup } from './run-lookup';

runLookup(document.getElementById('root')!);
