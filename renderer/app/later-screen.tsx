import { lazy, type ComponentType } from 'react';

const reads: (() => Promise<unknown>)[] = [];

/** A screen whose code is read when it is first opened, or before (`readAhead`): the lists stand there sooner. */
export function laterScreen(read: () => Promise<ComponentType>): ComponentType {
  reads.push(read);
  return lazy(async () => ({ default: await read() }));
}

/** Reads the code of all such screens, one after the other, whenever the window has nothing else to do. */
export function readAhead(): void {
  requestIdleCallback(() => {
    // one that could not be read says so when it is opened
    void reads.shift()?.().then(readAhead, readAhead);
  });
}
