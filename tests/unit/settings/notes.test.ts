import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readNote, readNotes, saveNote, saveNotes, watchNote } from '../../../settings/notes';
import {
  mergeOf,
  NotesFileError,
  readNotesFile,
  writeNotesFile,
} from '../../../settings/notes-file';

beforeEach(() => fakeBrowser.reset());

describe('own notes', () => {
  it('are kept for each code as they were typed, and forgotten when emptied', async () => {
    await saveNote('AADSTS50126', '  First line\nsecond: <b>plain</b>');
    await saveNote('0x801C03ED', 'Ask the network team.');
    expect(await readNote('AADSTS50126')).toBe('  First line\nsecond: <b>plain</b>');
    await saveNote('AADSTS50126', ' \n');
    expect(await readNote('AADSTS50126')).toBe('');
    expect(await readNotes()).toEqual({ '0x801C03ED': 'Ask the network team.' });
  });

  it('are kept several at once, beside those that are there', async () => {
    await saveNote('AADSTS50126', 'mine');
    await saveNotes({ AADSTS50053: 'one', '0x801C03ED': 'two' });
    expect(await readNotes()).toEqual({
      AADSTS50126: 'mine',
      AADSTS50053: 'one',
      '0x801C03ED': 'two',
    });
  });

  it('of two codes saved at once are both kept', async () => {
    await Promise.all([saveNote('AADSTS50126', 'one'), saveNote('AADSTS50053', 'two')]);
    expect(await readNotes()).toEqual({ AADSTS50126: 'one', AADSTS50053: 'two' });
  });

  it('that are broken count as none, and what else is stored is no note', async () => {
    await fakeBrowser.storage.local.set({
      'note:AADSTS50126': { text: 'x' },
      'note:banana': 'x',
      'note:AADSTS50053': 'kept',
      ticks: { hello: ['tpm'] },
    });
    expect(await readNote('AADSTS50126')).toBe('');
    expect(await readNotes()).toEqual({ AADSTS50053: 'kept' });
  });

  it('that cannot be read or stored say so', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('corrupt'));
    await expect(readNote('AADSTS50126')).rejects.toThrow('corrupt');
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('disk full'));
    await expect(saveNote('AADSTS50126', 'x')).rejects.toThrow('disk full');
    await expect(saveNotes({ AADSTS50126: 'x' })).rejects.toThrow();
    await expect(saveNote('AADSTS50126', 'x'.repeat(10_001))).rejects.toThrow('too long');
  });

  it('changed on another page are told of', async () => {
    const told: string[] = [];
    const end = watchNote('AADSTS50126', (text) => told.push(text));
    await saveNote('AADSTS50126', 'new');
    await saveNote('AADSTS50053', 'other');
    end();
    await saveNote('AADSTS50126', 'newer');
    expect(told).toEqual(['new']);
  });
});

describe('the file of notes', () => {
  it('is read back', () => {
    const notes = { AADSTS50126: 'a\n"b"', EVENT360: '漢字' };
    expect(readNotesFile(writeNotesFile(notes))).toEqual(notes);
    expect(readNotesFile(`\uFEFF${writeNotesFile(notes)}`)).toEqual(notes);
  });

  it('holds them in the order of their codes, whenever they were written', () => {
    const file = writeNotesFile({
      EVENT360: 'a',
      AADSTS53003: 'b',
      '0x801C03ED': 'c',
      AADSTS50126: 'd',
    });
    expect([...file.matchAll(/"(\w+)": "[a-d]"/g)].map(([, code]) => code)).toEqual([
      '0x801C03ED',
      'AADSTS50126',
      'AADSTS53003',
      'EVENT360',
    ]);
  });

  it('with more notes than there are codes is refused', () => {
    const many = Object.fromEntries(
      Array.from({ length: 10_001 }, (_, at) => [`AADSTS${50_000 + at}`, 'x']),
    );
    expect(() => readNotesFile(file({ notes: many }))).toThrow(
      expect.objectContaining({ reason: 'tooMany' }),
    );
  });

  it('with the longest note is taken', () => {
    const notes = { AADSTS50126: 'x'.repeat(10_000) };
    expect(readNotesFile(file({ notes }))).toEqual(notes);
  });

  it('takes codes in any spelling', () => {
    const file = { format: 'signpost-notes', version: 1, notes: { '0x801c03ed': 'x' } };
    expect(readNotesFile(JSON.stringify(file))).toEqual({ '0x801C03ED': 'x' });
  });

  it('takes the same note on two spellings of a code once', () => {
    const notes = { '0x801c03ed': 'x', '0x801C03ED': 'x' };
    expect(readNotesFile(file({ notes }))).toEqual({ '0x801C03ED': 'x' });
  });

  const file = (more: object) =>
    JSON.stringify({ format: 'signpost-notes', version: 1, notes: {}, ...more });
  it.each([
    ['{"format":', 'notJson', ''],
    ['', 'notJson', ''],
    ['[]', 'notNotes', ''],
    ['null', 'notNotes', ''],
    ['{"notes":{"AADSTS50126":"x"}}', 'notNotes', ''],
    [file({ notes: ['x'] }), 'notNotes', ''],
    [file({ version: 2 }), 'newer', ''],
    [file({ notes: { banana: 'x' } }), 'badCode', 'banana'],
    [file({ notes: { AADSTS50126: 'fine', AADSTS50053: 7 } }), 'badNote', 'AADSTS50053'],
    [file({ notes: { AADSTS50126: 'x'.repeat(10_001) } }), 'badNote', 'AADSTS50126'],
    [file({ notes: { AADSTS50126: ' ' } }), 'badNote', 'AADSTS50126'],
    [file({ notes: { '0x801C03ED': 'one', '0x801c03ed': 'two' } }), 'twice', '0x801C03ED'],
  ])('that is broken, %.60s, is refused as a whole: %s', (text, reason, key) => {
    let refused: unknown;
    try {
      readNotesFile(text);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(NotesFileError);
    expect(refused).toMatchObject({ reason, key });
  });

  it('says what taking it would add, replace and leave', () => {
    expect(
      mergeOf(
        { AADSTS50126: 'mine', AADSTS50053: 'same', AADSTS53003: 'stays' },
        { AADSTS50126: 'theirs', AADSTS50053: 'same', EVENT360: 'new' },
      ),
    ).toEqual({ added: ['EVENT360'], replaced: ['AADSTS50126'], same: ['AADSTS50053'] });
  });
});
