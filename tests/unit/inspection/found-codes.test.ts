// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { runsOf } from '../../../finder/changes';
import { createPageCodes } from '../../../finder/page-codes';
import { foundCodes } from '../../../inspection/found-codes';
import { runAll } from '../finder/steps';

it('a code whose shadow root went with its host is not listed', () => {
  document.body.innerHTML = '<p>AADSTS50126</p><div></div>';
  const host = document.querySelector('div')!;
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = '<p>AADSTS700016</p>';
  const codes = createPageCodes(
    { bareNumbers: true, isKnownHresult: () => false },
    () => {},
    () => {},
  );
  runAll(codes.read(runsOf(new Set([document.body])), []));
  runAll(codes.read(runsOf(new Set([root])), []));
  const page = { hits: codes.hits, hitsAt: codes.at, isSignIn: true, isMicrosoft: true };
  const listed = () => foundCodes(page).map(({ code }) => code);
  expect(listed().sort()).toEqual(['AADSTS50126', 'AADSTS700016']);
  host.remove();
  runAll(codes.read([], [host]));
  expect(listed()).toEqual(['AADSTS50126']);
});
