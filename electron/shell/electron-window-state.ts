import { readFileSync } from 'node:fs';
import { writeAtomically } from '../engine/files/atomic-write.ts';

export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where the window was and whether it filled the screen. Sizes in device-independent pixels. */
export interface WindowState {
  bounds: Bounds;
  maximised: boolean;
}

/** The smallest window in which every screen still works. */
export const smallestWindow = { width: 1024, height: 640 };
const usualWindow = { width: 1366, height: 768 };
/** So much of a title bar must be on some screen for a hand to take hold of it. */
const graspable = { width: 120, height: 40 };

/** Where to open: as it was when that place can still be reached, else the usual size in the middle of the first screen. */
export function openingState(kept: WindowState | null, workAreas: readonly Bounds[]): WindowState {
  const first = workAreas[0] ?? { x: 0, y: 0, ...usualWindow };
  if (kept && workAreas.some((area) => reaches(area, kept.bounds))) return { ...kept, bounds: atLeastSmallest(kept.bounds) };
  const width = Math.min(usualWindow.width, first.width);
  const height = Math.min(usualWindow.height, first.height);
  return {
    bounds: { x: first.x + Math.floor((first.width - width) / 2), y: first.y + Math.floor((first.height - height) / 2), width, height },
    maximised: kept?.maximised ?? false,
  };
}

function reaches(area: Bounds, bounds: Bounds): boolean {
  const across = Math.min(area.x + area.width, bounds.x + bounds.width) - Math.max(area.x, bounds.x);
  const titleBarOnScreen = bounds.y >= area.y && bounds.y <= area.y + area.height - graspable.height;
  return across >= graspable.width && titleBarOnScreen;
}

const atLeastSmallest = (bounds: Bounds): Bounds => ({ ...bounds, width: Math.max(bounds.width, smallestWindow.width), height: Math.max(bounds.height, smallestWindow.height) });

/** The state kept in a file; null when there is none or it cannot be read as one. */
export function readWindowState(path: string): WindowState | null {
  try {
    const { bounds, maximised } = JSON.parse(readFileSync(path, 'utf8')) as Partial<WindowState>;
    if (!bounds || ![bounds.x, bounds.y, bounds.width, bounds.height].every(Number.isInteger)) return null;
    return { bounds, maximised: maximised === true };
  } catch {
    return null;
  }
}

/** Keeps the state; a full disk or a read-only folder costs only the memory of the window's place. */
export function keepWindowState(path: string, state: WindowState): void {
  try {
    writeAtomically(path, Buffer.from(JSON.stringify(state)));
  } catch {
    // the window opens in its usual place next time
  }
}
