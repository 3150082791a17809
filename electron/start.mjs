// What `npm start`, `npm test` and the other scripts run. It must work on any Node from 20 on before anything is
// installed: plain JavaScript, no dependency. Everything after the install runs on the project's own Node 24.
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './start/install.mjs';
import { onProjectNode, projectNode } from './start/project.mjs';
import { endAs, run, say, Stop } from './start/run.mjs';

const verbs = {
  start: async (args) => (await import('./start/open-program.mjs')).openProgram(args),
  cli: async (args) => (await import('./start/open-program.mjs')).runHere('electron/cli.ts', args),
  bench: async (args) => (await import('./start/bench-run.mjs')).runBench(args),
  test: async (args) => endWith(await (await import('./start/test-run.mjs')).runTests(args)),
  'test-long': async (args) => endWith(await (await import('./start/test-run.mjs')).runLongTests(args)),
  build: async () => {
    const { ensureBuilt } = await import('./start/build.mjs');
    await ensureBuilt('renderer', { force: true });
    await ensureBuilt('electron', { force: true });
  },
  package: async (args) => (await import('./start/make-package.mjs')).makePackage(args),
};

const endWith = (passed) => { process.exitCode = passed ? 0 : 1; };

async function start([first, ...rest]) {
  const named = first !== undefined && !first.startsWith('-');
  const verb = named ? verbs[first] : verbs.start;
  if (!verb) throw new Stop(`Không có lệnh "${first}". Các lệnh: ${Object.keys(verbs).join(', ')}.`, 2);
  await ensureInstalled();
  const secondTime = process.env.SO_CONG_VAN_NODE === '1';
  // only for the process started below: what runs from here may well start this command again on another Node
  delete process.env.SO_CONG_VAN_NODE;
  if (onProjectNode() || secondTime) return verb(named ? rest : process.argv.slice(2));
  const again = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  // the folder the command was given in stays: relative paths of the arguments count from there
  endAs(await run(projectNode, again, { cwd: process.cwd(), env: { ...process.env, SO_CONG_VAN_NODE: '1' } }));
}

start(process.argv.slice(2)).catch((error) => {
  if (!(error instanceof Stop)) throw error;
  say(error.message);
  process.exitCode = error.code;
});
