import { closeSync, fstatSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/** How large a log grows, and how many full ones are kept beside it. */
export interface LogBounds {
  /** Bytes after which a new file begins. */
  mostBytes: number;
  /** Full files that are kept: `.1` is the newest of them. */
  kept: number;
}

const usual: LogBounds = { mostBytes: 5 * 2 ** 20, kept: 4 };

/**
 * A log that never outgrows its bounds, when it is opened and while it runs: a full file is set aside under a number, the
 * oldest is taken away, the newest lines are always there. A disk that takes no line stops no work of the program.
 */
export function boundedLogFile(path: string, bounds: Partial<LogBounds> = {}): { write(line: string): void } {
  const { mostBytes, kept } = { ...usual, ...bounds };
  let file: number | null = null;
  let size = 0;

  const open = (): number => {
    const opened = openSync(path, 'a', 0o600);
    size = fstatSync(opened).size;
    return opened;
  };

  const turn = (): void => {
    if (file !== null) closeSync(file);
    file = null;
    rmSync(`${path}.${kept}`, { force: true });
    for (let number = kept - 1; number >= 0; number -= 1) moveIfThere(number === 0 ? path : `${path}.${number}`, `${path}.${number + 1}`);
  };

  return {
    write(line) {
      try {
        file ??= open();
        const bytes = Buffer.from(line);
        if (size > 0 && size + bytes.length > mostBytes) {
          turn();
          file = open();
        }
        writeSync(file, bytes);
        size += bytes.length;
      } catch {
        // a full or failing disk: the call that met it says so; the next line tries again on a new handle
        if (file !== null) closeQuietly(file);
        file = null;
      }
    },
  };
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    // not there yet, or another process of the same folder has moved it
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function closeQuietly(file: number): void {
  try {
    closeSync(file);
  } catch {
    // the handle is lost with the disk it was on
  }
}
