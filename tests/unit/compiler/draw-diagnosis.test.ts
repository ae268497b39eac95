import { describe, expect, it } from 'vitest';
import { drawDiagnosis } from '../../../compiler/draw-diagnosis';
import type { ChartNode } from '../../../lookup/chart';
import type { Entry, Question } from '../../../lookup/entry';
import { KNOWLEDGE } from '../whole-knowledge';

const deep = (levels: number): Question => ({
  ask: [`Is it what stands at level ${levels}, or does it belong to another part of the record?`],
  answers: [
    { when: ['No'], next: { end: ['Read the record again, and look at the tab beside it.'] } },
    {
      when: ['Yes'],
      next: levels ? deep(levels - 1) : { end: ['Allow it.'], causes: ['own'] },
    },
  ],
});
const overlap = (a: ChartNode, b: ChartNode) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('the drawing of a diagnosis', () => {
  it('is as wide as a page at every depth: what follows stands below its question, a step to the right', () => {
    const { width, nodes, edges } = drawDiagnosis({ diagnosis: deep(6) });
    const right = Math.max(...nodes.map((node) => node.x + node.width));
    expect(right).toBeLessThanOrEqual(width);
    for (const { points } of edges) {
      const [from, , to] = points;
      const question = nodes.find((node) => node.y + node.height === from![1])!;
      const below = nodes.find((node) => node.x === to![0] && node.y + node.height / 2 === to![1])!;
      expect(below.y).toBeGreaterThan(question.y + question.height);
      expect(below.x).toBeGreaterThan(question.x);
    }
    expect(edges).toHaveLength(nodes.length - 1);
  });

  it('names the cause of an end, but for one that the answer has just named', () => {
    const causes = [{ id: 'own', name: ['Owned device'], tell: [] }] as unknown as Entry['causes'];
    const ending = (answer: string) =>
      drawDiagnosis({
        causes,
        diagnosis: {
          ask: ['Whose is it?'],
          answers: [{ when: [answer], next: { end: ['Allow it.'], causes: ['own'] } }],
        },
      }).nodes[1]!;
    expect(ending('Ours').causes).toEqual(['Owned device']);
    expect(ending('Owned device').causes).toBeUndefined();
    expect(ending('Owned device').height).toBeLessThan(ending('Ours').height);
  });

  it('gives bold words the room that they take in a wide font', () => {
    // Widths in DejaVu Sans Bold at 13 px, which is what Firefox on Linux takes.
    const name = 'During PIN creation: MFA was not performed';
    const causes = [{ id: 'own', name: [name], tell: [] }] as unknown as Entry['causes'];
    const [, end] = drawDiagnosis({
      causes,
      diagnosis: {
        ask: ['What does it say?'],
        answers: [{ when: ['MFA'], next: { end: ['Sign in.'], causes: ['own'] } }],
      },
    }).nodes;
    expect(end!.width).toBeGreaterThanOrEqual(name.length * 7.82 + 20);
  });

  it('of every entry fits, and no two of its boxes share a place', () => {
    const entries = KNOWLEDGE.entries.filter(({ diagnosis }) => diagnosis);
    expect(entries.length).toBeGreaterThan(30);
    for (const entry of entries) {
      const { width, nodes } = drawDiagnosis(entry);
      const right = Math.max(...nodes.map((node) => node.x + node.width));
      expect(`${entry.code} ${right <= width}`).toBe(`${entry.code} true`);
      const shared = nodes.filter((a, at) => nodes.slice(at + 1).some((b) => overlap(a, b)));
      expect(shared).toEqual([]);
    }
  });
});
