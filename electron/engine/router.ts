import * as agencies from './handlers/agencies.ts';
import * as agencySheets from './handlers/agency-sheets.ts';
import * as backup from './handlers/backup.ts';
import * as books from './handlers/books.ts';
import * as missingNumbers from './handlers/missing-numbers.ts';
import * as calendar from './handlers/calendar.ts';
import * as changing from './handlers/change-incoming.ts';
import * as chooseAgencies from './handlers/choose-agencies.ts';
import * as demo from './handlers/demo.ts';
import { discard } from './handlers/discard-draft.ts';
import { appendixDocx, appendixXlsx, letterDocx } from './handlers/documents.ts';
import { undo as undoDirectory } from './handlers/directory-undo.ts';
import * as groups from './handlers/groups.ts';
import * as health from './handlers/health.ts';
import { implementer } from './handlers/implementer.ts';
import * as imports from './handlers/import.ts';
import * as incomingFiles from './handlers/incoming-files.ts';
import * as states from './handlers/incoming-states.ts';
import * as incoming from './handlers/incoming.ts';
import * as jobs from './handlers/jobs.ts';
import { mark, note } from './handlers/mark-outgoing.ts';
import * as outgoingFiles from './handlers/outgoing-files.ts';
import { cancel, draft, get, issue, list, place, restore, update } from './handlers/outgoing.ts';
import * as owed from './handlers/owed.ts';
import { excuse, extend } from './handlers/owed-extend.ts';
import * as obligations from './handlers/owed-obligations.ts';
import { offers } from './handlers/owed-offers.ts';
import { enter, report } from './handlers/owed-report.ts';
import { collect } from './handlers/owed-collect.ts';
import { ics } from './handlers/owed-calendar-file.ts';
import { lateList } from './handlers/owed-late-list.ts';
import { phrases } from './handlers/owed-phrases.ts';
import { read as readReported } from './handlers/owed-read.ts';
import { remind } from './handlers/owed-remind.ts';
import { sheet } from './handlers/recipient-sheet.ts';
import * as recipients from './handlers/recipients.ts';
import { undo as undoRecipients } from './handlers/recipients-undo.ts';
import { undo as undoOwed } from './handlers/owed-undo.ts';
import { undo } from './handlers/register-acts.ts';
import { exportBook, read } from './handlers/register-export.ts';
import * as registering from './handlers/register-incoming.ts';
import { register, reserve } from './handlers/register-outgoing.ts';
import * as saved from './handlers/saved.ts';
import { all } from './handlers/search.ts';
import * as settings from './handlers/settings.ts';
import * as sheets from './handlers/sheets.ts';

/** Everything the contract names, by section. */
export const router = implementer.router({
  settings: { get: settings.get, update: settings.update },
  agencies: { list: agencies.list, save: agencies.save, get: agencies.get, merge: agencies.merge, offered: chooseAgencies.offered, choose: chooseAgencies.choose, communes: chooseAgencies.communes, import: agencySheets.importSheet, export: agencySheets.exportSheet, undo: undoDirectory },
  groups: { list: groups.list, save: groups.save, expand: groups.expand },
  calendar: { list: calendar.list, get: calendar.get, save: calendar.save, export: calendar.exportYear, import: calendar.importYear, count: calendar.count },
  books: { list: books.list, start: books.start, years: books.years, open: books.open, close: books.close, reopen: books.reopen, missing: missingNumbers.missing, goOn: missingNumbers.goOn, weeks: books.weeks },
  outgoing: { draft, update, issue, register, reserve, mark, note, attach: outgoingFiles.attach, detach: outgoingFiles.detach, file: outgoingFiles.file, cancel, discard, restore, get, list, place },
  incoming: {
    register: registering.register,
    check: registering.check,
    update: changing.update,
    change: changing.change,
    cancel: states.cancel,
    recall: states.recall,
    restore: states.restore,
    attach: incomingFiles.attach,
    detach: incomingFiles.detach,
    file: incomingFiles.file,
    get: incoming.get,
    list: incoming.list,
    place: incoming.place,
    views: incoming.views,
  },
  register: { export: exportBook, read, undo },
  sheets: { stamp: sheets.stamp, stamped: sheets.stamped, envelope: sheets.envelope, handling: sheets.handling },
  search: { all },
  saved: { list: saved.list, put: saved.put, remove: saved.remove },
  values: { list: saved.used },
  letter: { docx: letterDocx },
  appendix: { docx: appendixDocx, xlsx: appendixXlsx },
  owed: {
    list: owed.list,
    get: owed.get,
    of: owed.of,
    board: owed.board,
    agenda: owed.agenda,
    late: owed.late,
    summary: owed.summary,
    progress: owed.progress,
    add: obligations.add,
    split: obligations.split,
    change: obligations.change,
    withdraw: obligations.withdraw,
    report,
    enter,
    extend,
    excuse,
    undo: undoOwed,
    offers,
    remind,
    collect,
    read: readReported,
    lateList,
    ics,
    phrases,
  },
  recipients: { list: recipients.list, add: recipients.add, mark: recipients.mark, undo: undoRecipients, sheet },
  import: { preview: imports.preview, apply: imports.apply, undo: imports.undo, list: imports.list },
  backup: { create: backup.create, verify: backup.verify, restore: backup.restore, undoRestore: backup.undoRestore, list: backup.list },
  health: { check: health.check },
  jobs: { get: jobs.get, cancel: jobs.cancel },
  demo: { load: demo.load, leave: demo.leave },
});
