// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { isDarkAt, lightness } from '../../../overlay/theme';

describe('how light a color is', () => {
  it.each([
    ['rgb(255, 255, 255)', 1],
    ['rgb(0, 0, 0)', 0],
    ['rgba(27, 31, 35, 0.9)', 0.12],
    ['color(srgb 1 1 1)', 1],
    ['color(display-p3 0.9 0.9 0.9)', 0.9],
    ['color(srgb 0.1 0.1 0.1 / 0.8)', 0.1],
    ['oklch(0.95 0.01 200)', 0.95],
    ['oklab(0.2 -0.1 0.01)', 0.2],
    ['lab(96 0 0)', 0.96],
    ['lch(12 3 40)', 0.12],
  ])('%s', (color, expected) => {
    expect(lightness(color)).toBeCloseTo(expected, 1);
  });

  it.each(['rgba(0, 0, 0, 0)', 'rgba(255, 255, 255, 0.2)', 'color(srgb 1 1 1 / 0)', ''])(
    'is not painted: %s',
    (color) => {
      expect(lightness(color)).toBeUndefined();
    },
  );
});

describe('beside an element, ours is dark', () => {
  it.each([
    ['where the page is', '<div style="background-color:rgb(20,20,20)"><p id=at>x</p></div>', true],
    [
      'not in a light part of a dark page',
      '<body style="background-color:rgb(0,0,0)"><div style="background-color:rgb(255,255,255)"><p id=at>x</p></div>',
      false,
    ],
    ['where only the text tells', '<p id=at style="color:rgb(240,240,240)">x</p>', true],
    ['not under dark text', '<p id=at style="color:rgb(10,10,10)">x</p>', false],
  ])('%s', (_, html, expected) => {
    document.body.innerHTML = html;
    expect(isDarkAt(document.getElementById('at')!)).toBe(expected);
  });
});
