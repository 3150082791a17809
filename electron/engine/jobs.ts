import { Refusal } from '../../shared/domain/refusal.ts';

export interface JobState {
  /** What it is at, as people say it. */
  phase: string;
  done: number;
  /** Null while it is not known. */
  total: number | null;
}

/** What a long work is given: how to say where it is, and whether it should go on. */
export interface Job {
  /** Says where the work is; throws the Refusal CANCELLED when it has been asked to stop. Lets other calls in when it has been long. */
  step: (phase: string, done: number, total: number | null) => Promise<void>;
  /** The same while something works elsewhere and cannot say how far it is; asked to stop, it is waited for no longer. */
  wait: <Result>(phase: string, work: () => Promise<Result>) => Promise<Result>;
  readonly signal: AbortSignal;
}

/** The long works under way, by the name their callers gave them. */
export interface Jobs {
  run: <Result>(name: string | undefined, work: (job: Job) => Promise<Result>) => Promise<Result>;
  get: (name: string) => JobState | null;
  /** Whether there was such a work to ask. */
  cancel: (name: string) => boolean;
}

/** How long a work may keep the engine to itself before others get a turn, ms. */
const turnMs = 25;

const stopped = (): Refusal => new Refusal('CANCELLED', 'Đã dừng theo yêu cầu; không giữ lại gì của việc đang làm dở.');

/** A board of the works of one engine. */
export function openJobs(): Jobs {
  const running = new Map<string, { state: JobState; abort: AbortController }>();
  return {
    async run(name, work) {
      if (name !== undefined && running.has(name)) throw new Refusal('NOT_ALLOWED', `Việc «${name}» đang chạy; chờ xong hoặc đặt tên khác.`, { job: name });
      const entry = { state: { phase: '', done: 0, total: null } as JobState, abort: new AbortController() };
      if (name !== undefined) running.set(name, entry);
      let turn = performance.now();
      const job: Job = {
        signal: entry.abort.signal,
        step: async (phase, done, total) => {
          entry.state = { phase, done, total };
          if (performance.now() - turn > turnMs) {
            await new Promise((resolve) => setImmediate(resolve));
            turn = performance.now();
          }
          if (entry.abort.signal.aborted) throw stopped();
        },
        wait: async (phase, work) => {
          await job.step(phase, 0, null);
          return Promise.race([work(), new Promise<never>((_, reject) => entry.abort.signal.addEventListener('abort', () => reject(stopped()), { once: true }))]);
        },
      };
      try {
        return await work(job);
      } finally {
        if (name !== undefined) running.delete(name);
      }
    },
    get: (name) => running.get(name)?.state ?? null,
    cancel: (name) => {
      const found = running.get(name);
      found?.abort.abort();
      return found !== undefined;
    },
  };
}
