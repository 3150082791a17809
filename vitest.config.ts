import { configDefaults, defineConfig } from 'vitest/config';

/** Files that drive a Chromium over the built window: left out, and reported as not run by `npm test`, where there is none. */
const inChromium = ['tests/e2e/**/*.test.ts', 'tests/electron/**/*.test.ts'];
const long = '**/*.long.test.ts';

/** `--mode long` runs the long tests alone; every other mode leaves them out. */
export default defineConfig(({ mode }) => {
  const plain = mode === 'long' ? { include: [`tests/${long}`] } : { include: ['tests/**/*.test.ts'], exclude: [...configDefaults.exclude, long, ...inChromium] };
  // a browser on a slow, busy machine: what is waited for comes, only not at once
  const window = {
    include: inChromium,
    globalSetup: ['tests/fixtures/build-once.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 45_000 } },
  };
  // said for each project: where it is only said for all, a project reads it as of the usual mode
  const eachTest = {
    testTimeout: mode === 'long' ? 20 * 60_000 : 120_000,
    // processes are killed, disks filled and clocks watched on a machine that others use too: what needed a second try
    // is named by `npm test`
    retry: mode === 'long' ? 0 : 1,
  };
  const hasChromium = mode !== 'long' && !process.env.SO_CONG_VAN_NO_CHROMIUM;
  return {
    test: {
      // the plain ones leave nothing behind in their process: the engine is loaded once a worker, not once a file
      projects: [{ extends: true, test: { name: 'plain', isolate: false, ...eachTest, ...plain } }, ...(hasChromium ? [{ extends: true as const, test: { name: 'window', ...eachTest, ...window } }] : [])],
      environment: 'node',
      pool: 'forks',
      maxWorkers: 2,
      hookTimeout: 120_000,
      expect: { poll: { timeout: 15_000 } },
      passWithNoTests: false,
    },
  };
});
