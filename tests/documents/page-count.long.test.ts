import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { buildLetterDocx } from '../../electron/engine/documents/letter-docx.ts';
import { paginate } from '../../shared/letter/paginate.ts';
import { seedLayout, testEachSeed, whySkipped } from '../fixtures/seeds.ts';
import { newFolder, removeFolder } from '../fixtures/temporary-folder.ts';

const crosCore = '/usr/share/fonts/truetype/croscore';
const hasOffice = spawnSync('soffice', ['--version']).status === 0;
const why = !hasOffice ? ' (bỏ qua: không có LibreOffice)' : existsSync(crosCore) ? whySkipped : ' (bỏ qua: không có phông Tinos của hệ thống)';

let folder: string;
beforeAll(() => {
  folder = newFolder();
  // only a font of Times metrics, so that lines break as in Word
  writeFileSync(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${crosCore}</dir><cachedir>${folder}/cache</cachedir><alias binding="same"><family>Times New Roman</family><prefer><family>Tinos</family></prefer></alias></fontconfig>`,
  );
});
afterAll(() => removeFolder(folder));

describe('số trang của bản xem trước và của LibreOffice', () => {
  testEachSeed('$name', async (seed) => {
    const layout = seedLayout(seed);
    const file = join(folder, 'letter.docx');
    writeFileSync(file, await buildLetterDocx(layout, { title: seed.letter.subject, author: seed.office.name, created: new Date('2021-05-20T01:02:03Z') }));
    execFileSync('soffice', [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], { env: { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') }, stdio: 'ignore', timeout: 120_000 });
    const pages = readFileSync(join(folder, 'letter.pdf'), 'latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length;
    expect(paginate(layout)).toHaveLength(pages ?? 0);
  }, why);
});
