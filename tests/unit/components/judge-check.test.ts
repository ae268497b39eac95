import { describe, expect, it } from 'vitest';
import { judgeCheck } from '../../../components/checklist';
import type { Finding } from '../../../diagnosis/diagnose';

const finding = (rule: string, verdict: Finding['verdict']): Finding => ({
  rule,
  verdict,
  says: '',
  codes: [],
  evidence: [],
  sources: [],
  record: { kind: 'dsregcmd', title: '', facts: [], codes: [], doubts: [], from: 1, to: 1 },
});
const check = {
  id: 'prt',
  name: [],
  how: [],
  good: [],
  bad: [],
  rules: ['prt-present', 'prt-refused'],
};
const judged = (...findings: Finding[]) => judgeCheck(check, findings).verdict;

describe('an item of a checklist', () => {
  it('is left alone by rules that are not its own', () => {
    expect(judged(finding('tpm-ready', 'fine'))).toBeUndefined();
    expect(judgeCheck({ ...check, rules: [] }, [finding('prt-present', 'fine')])).toEqual({
      verdict: undefined,
      findings: [],
    });
  });

  it('is fine only where nothing speaks against it', () => {
    const fine = finding('prt-present', 'fine');
    expect(judged(fine)).toBe('fine');
    expect(judged(fine, finding('prt-refused', 'unknown'))).toBe('unknown');
    expect(judged(fine, finding('prt-refused', 'unknown'), finding('prt-refused', 'fails'))).toBe(
      'fails',
    );
  });

  it('shows the findings that decided', () => {
    const fails = finding('prt-refused', 'fails');
    expect(judgeCheck(check, [finding('prt-present', 'fine'), fails]).findings).toEqual([fails]);
  });
});
