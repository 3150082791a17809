import { secrecyProblems } from '../../../shared/domain/secrecy-mark.ts';
import { refuseProblems } from '../refusal-to-error.ts';

/** Refuses a value in which a text carries a secrecy mark: such a dispatch is not kept on this machine. */
export function refuseSecrecy(value: unknown): void {
  const problems = secrecyProblems(value);
  if (problems.length > 0) throw refuseProblems(problems);
}
