import { configDefaults, defineConfig } from 'vitest/config';

/** Files that drive a Chromium over the built window: where there is none, each of their tests is skipped and counted. */
const inChromium = ['tests/e2e/**/*.test.ts', 'tests/electron/**/*.test.ts'];
const long = '**/*.long.test.ts';

/** `--mode long` runs the long tests alone; every other mode leaves them out. */
export default defineConfig(({ mode }) => {
  const plain = mode === 'long' ? { include: [`tests/${long}`] } : { include: ['tests/**/*.test.ts'], exclude: [...configDefaults.exclude, long, ...inChromium] };
  // only what hangs is ended: a machine that others use too takes several times as long for the same test
  const patience = 10 * 60_000;
  const waits = { testTimeout: patience, hookTimeout: patience, expect: { poll: { timeout: 2 * 60_000 } } };
  const window = {
    include: inChromium,
    ...waits,
    // the name of no test: all are skipped, none opens anything
    ...(process.env.SO_CONG_VAN_NO_CHROMIUM ? { testNamePattern: /^$/ } : { globalSetup: ['tests/fixtures/build-once.ts'] }),
  };
  // said for each project: where it is only said for all, a project reads it as of the usual mode
  const eachTest = {
    ...waits,
    testTimeout: mode === 'long' ? 60 * 60_000 : patience,
    // processes are killed, disks filled and clocks watched on a machine that others use too: what needed a second try
    // is named by `npm test`
    retry: mode === 'long' ? 0 : 1,
  };
  const projects = [
    // the plain ones leave nothing behind in their process: the engine is loaded once a worker, not once a file
    { extends: true as const, test: { name: 'plain', isolate: false, ...eachTest, ...plain } },
    ...(mode === 'long' ? [] : [{ extends: true as const, test: { name: 'window', ...eachTest, ...window } }]),
  ];
  return {
    test: {
      projects,
      environment: 'node',
      pool: 'forks',
      maxWorkers: 2,
      passWithNoTests: false,
    },
  };
});
