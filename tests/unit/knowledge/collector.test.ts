import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Language, Parser, type Node } from '@vscode/tree-sitter-wasm';

const ROOT = join(import.meta.dirname, '../../..');
const SCRIPT = readFileSync(join(ROOT, 'public/collect-signpost.ps1'), 'utf8');

/** The grammar that editors color PowerShell with. */
const GRAMMAR = join(
  dirname(createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm')),
  'tree-sitter-powershell.wasm',
);

await Parser.init();
const parser = new Parser().setLanguage(await Language.load(GRAMMAR));

function treeOf(script: string): Node {
  return parser.parse(script)!.rootNode;
}

const textsOf = (type: string, tree = treeOf(SCRIPT)) =>
  tree.descendantsOfType(type).map((node) => node!.text);

/** Commands that only read: none of them changes a setting, asks the network for something, or starts what others wrote. */
const READING = [
  'Get-Date',
  'Get-ItemProperty',
  'Get-Tpm',
  'Get-WinEvent',
  'Test-Path',
  // They shape values and text.
  'Format-List',
  'Join-Path',
  'New-Object',
  'Out-String',
];

/** Tools of Windows, each with the arguments with which it only reads. */
const TOOLS = [
  'dsregcmd.exe /status',
  'reg.exe query $one /s',
  'tpmtool.exe getdeviceinformation',
  'w32tm.exe /query /source',
];

describe('the collector script', () => {
  it('is PowerShell by its grammar', () => {
    expect(treeOf(SCRIPT).hasError).toBe(false);
    expect(treeOf(SCRIPT.replace('try {', 'try ')).hasError).toBe(true);
  });

  it('runs nothing but commands that read', () => {
    const own = textsOf('function_name');
    const tree = treeOf(SCRIPT);
    const commands = tree
      .descendantsOfType('command')
      .map((node) => node!)
      .filter((node) => !own.includes(node.firstNamedChild!.text));
    for (const { text, firstNamedChild } of commands)
      expect(
        READING.includes(firstNamedChild!.text) ||
          TOOLS.includes(text.trim()) ||
          text.trim() === '& $Read 2>&1',
        text,
      ).toBe(true);
    expect(commands.length).toBeGreaterThan(10);
  });

  it('makes no object but those that hold text and name the account', () => {
    expect(SCRIPT.match(/New-Object [^\s)]+/g)).toEqual([
      'New-Object Security.Principal.WindowsPrincipal',
      "New-Object 'System.Collections.Generic.List[string]'",
      'New-Object Text.UTF8Encoding',
    ]);
  });

  it('writes one file, once, and calls no other method that changes anything', () => {
    const methods = textsOf('invokation_expression').map((text) => /(\w+)\s*\(/.exec(text)![1]!);
    expect(methods.filter((name) => name === 'WriteAllText')).toHaveLength(1);
    expect(new Set(methods)).toEqual(
      new Set([
        'GetCurrent',
        'IsInRole',
        'ToLower',
        'GetFolderPath',
        'Add',
        'Trim',
        'TrimEnd',
        'ToString',
        'WriteAllText',
      ]),
    );
    expect(textsOf('redirection')).toEqual(['2>&1']);
  });

  it('reads no secret of the TPM', () => {
    expect(SCRIPT).not.toMatch(/'OwnerAuth'|Get-Tpm\s*$/m);
    expect(SCRIPT).toMatch(/Get-Tpm \| Format-List -Property @\(/);
  });

  it('is ASCII, which Windows PowerShell reads without a byte order mark', () => {
    expect(SCRIPT).toMatch(/^[\n\x20-\x7e]+$/);
  });

  it('says above each section what it is for', () => {
    const lines = SCRIPT.split('\n');
    const sections = lines.flatMap((line, at) => (/^\s*Add-Section '/.test(line) ? [at] : []));
    expect(sections.length).toBeGreaterThan(8);
    for (const at of sections) expect(lines[at - 1], lines[at]).toMatch(/^\s*# \w/);
  });
});
