import { spawn } from 'node:child_process';
import { root } from './project.mjs';

/** A sentence for the person. Standard error: standard output belongs to what was asked for. */
export const say = (sentence) => process.stderr.write(`${sentence}\n`);

/** A stop with a sentence instead of a stack. */
export class Stop extends Error {
  constructor(sentence, code = 1) {
    super(sentence);
    this.code = code;
  }
}

/**
 * Runs a program to its end and answers `{ code, signal, timedOut, interrupted }`; code is 127 when it could not be started.
 * Signals sent to this process are passed on, so that a stopped parent leaves no child behind.
 */
export function run(command, args, { stdio = 'inherit', env = process.env, cwd = root, timeout = 0, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio, env, cwd, shell, windowsHide: true });
    let timedOut = false;
    const timer = timeout ? setTimeout(() => { timedOut = true; child.kill('SIGKILL'); }, timeout) : undefined;
    // Ctrl+C reaches the child through the terminal by itself: here it only must not end the parent first
    let interrupted = false;
    const waitFor = () => { interrupted = true; };
    const passOn = (signal) => { interrupted = true; child.kill(signal); };
    process.on('SIGINT', waitFor);
    process.on('SIGTERM', passOn);
    process.on('SIGHUP', passOn);
    const finish = (result) => {
      clearTimeout(timer);
      process.off('SIGINT', waitFor);
      process.off('SIGTERM', passOn);
      process.off('SIGHUP', passOn);
      resolve({ timedOut, interrupted, ...result });
    };
    child.once('error', () => finish({ code: 127, signal: null }));
    child.once('exit', (code, signal) => finish({ code: code ?? 1, signal }));
  });
}

/** Ends this process as the child ended: the same code, or the same signal. */
export function endAs({ code, signal }) {
  if (signal) process.kill(process.pid, signal);
  process.exitCode = code;
}
