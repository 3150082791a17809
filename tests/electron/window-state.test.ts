import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keepWindowState, openingState, readWindowState } from '../../electron/shell/electron-window-state.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const office = { x: 0, y: 0, width: 1366, height: 728 };
const second = { x: 1366, y: 0, width: 1920, height: 1040 };
const kept = (bounds: Partial<typeof office>): { bounds: typeof office; maximised: boolean } => ({ bounds: { x: 10, y: 10, width: 1200, height: 700, ...bounds }, maximised: false });

describe('where the window opens', () => {
  test.each([
    ['where it was', kept({}), [office], kept({}).bounds],
    ['on the second screen where it was', kept({ x: 1500 }), [office, second], kept({ x: 1500 }).bounds],
    ['in the middle of the first screen the first time', null, [second], { x: 1643, y: 136, width: 1366, height: 768 }],
    ['on the first screen when the second is gone', kept({ x: 1500 }), [office], office],
    ['on the first screen when only a sliver would show', kept({ x: 1300 }), [office], office],
    ['on the first screen when the title bar would be above it', kept({ y: -300 }), [office], office],
    ['no smaller than its screens need', kept({ width: 300, height: 200 }), [office], { x: 10, y: 10, width: 1024, height: 640 }],
    ['within a small screen', null, [{ x: 0, y: 0, width: 1024, height: 600 }], { x: 0, y: 0, width: 1024, height: 600 }],
  ])('%s', (_, state, areas, bounds) => {
    expect(openingState(state, areas).bounds).toEqual(bounds);
  });
});

describe('the file that remembers it', () => {
  test('reads back what was kept', () => {
    const path = join(temporaryFolder(), 'cua-so.json');
    const state = { ...kept({ x: 77 }), maximised: true };
    keepWindowState(path, state);
    expect(readWindowState(path)).toEqual(state);
  });

  test.each(['', '{', '{}', '{"bounds":{"x":1}}', '{"bounds":{"x":"1","y":1,"width":1,"height":1}}', 'null'])('is passed over when it holds %j', (text) => {
    const path = join(temporaryFolder(), 'cua-so.json');
    writeFileSync(path, text);
    expect(readWindowState(path)).toBeNull();
  });

  test('costs nothing when it cannot be written', () => {
    const inTheWay = join(temporaryFolder(), 'tep');
    writeFileSync(inTheWay, '');
    expect(() => keepWindowState(join(inTheWay, 'cua-so.json'), kept({}))).not.toThrow();
  });
});
