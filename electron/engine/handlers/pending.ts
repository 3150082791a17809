import { Refusal } from '../../../shared/domain/refusal.ts';
import { implementer } from './implementer.ts';

// to be replaced by their own files one after the other; this file goes with the last of them
const notYet = (): never => {
  throw new Refusal('NOT_ALLOWED', 'Việc này chưa làm được ở bản này.');
};
export const importPreview = implementer.import.preview.handler(notYet);
export const importApply = implementer.import.apply.handler(notYet);
export const importUndo = implementer.import.undo.handler(notYet);
export const importList = implementer.import.list.handler(notYet);
