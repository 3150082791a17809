import { describe, expect, test } from 'vitest';
import { type Host, menuCommands } from '../../shared/contract/host.ts';
import { inPage } from '../fixtures/electron-page.ts';
import { sharedElectron } from '../fixtures/shared-electron.ts';

/** The page while a test listens to its menu. */
type Listening = Window & { heard?: string[]; stop?: () => void };

const shell = sharedElectron();

describe('has a menu', () => {
  const labels = (): Promise<string[]> => shell.program.run(({ Menu }) => (Menu.getApplicationMenu()?.items ?? []).flatMap(({ label, submenu }) => [label ?? '', ...(submenu ?? []).filter(({ type }) => type !== 'separator').map((item) => item.label ?? `(${item.role})`)]));

  test('in Vietnamese throughout, each item under a label of its own', async () => {
    const all = await labels();
    expect(all).toContain('Cấp số…');
    expect(all.filter((label) => label === '' || label.startsWith('('))).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });

  test('whose keys do not collide', async () => {
    const keys = await shell.program.run(({ Menu }) => (Menu.getApplicationMenu()?.items ?? []).flatMap(({ submenu }) => (submenu ?? []).flatMap(({ accelerator }) => accelerator ?? [])));
    expect(keys).toContain('F9');
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('that sends every command to the window', async () => {
    await inPage(shell.program, () => {
      const heard: string[] = [];
      const stop = (window.host as Host).onMenu((command) => heard.push(command));
      Object.assign(window, { heard, stop });
    });
    for (const command of menuCommands) await shell.program.run(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click?.(), command);
    await expect.poll(() => inPage(shell.program, () => (window as Listening).heard ?? [])).toEqual([...menuCommands]);
    await inPage(shell.program, () => (window as Listening).stop?.());
    await shell.program.run(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('save')?.click?.());
    expect(await inPage(shell.program, () => ((window as Listening).heard ?? []).length)).toBe(menuCommands.length);
  });
});
