/**
 * The register for both directions: the incoming book, documents made elsewhere, reserved and back-dated numbers, states
 * after issue, files of scans, old books brought in, and one search index a book whose rows lie in the order of the list.
 * The table of outgoing lines is made anew: SQLite cannot change a CHECK in place.
 */
export const register = `
CREATE TABLE importBatch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  book TEXT NOT NULL CHECK (book IN ('incoming', 'outgoing')),
  fileName TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  imported INTEGER NOT NULL,
  skipped INTEGER NOT NULL,
  undoneAt TEXT,
  undoneBy TEXT
) STRICT;
CREATE TRIGGER import_batch_is_never_deleted BEFORE DELETE ON importBatch
BEGIN SELECT RAISE(ABORT, 'imports are never forgotten'); END;

-- one act on one or many lines: what can be undone by name
CREATE TABLE registerAct (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  book TEXT NOT NULL CHECK (book IN ('incoming', 'outgoing')),
  act TEXT NOT NULL,
  reason TEXT,
  amount INTEGER NOT NULL,
  undoOf INTEGER REFERENCES registerAct (id)
) STRICT;
CREATE UNIQUE INDEX register_act_undone_once ON registerAct (undoOf) WHERE undoOf IS NOT NULL;
CREATE TRIGGER register_act_is_never_deleted BEFORE DELETE ON registerAct
BEGIN SELECT RAISE(ABORT, 'acts are never forgotten'); END;

-- they name tables that are made anew
DROP TRIGGER outgoing_file_comes_with_its_number;
DROP TRIGGER outgoing_counted;
DROP TRIGGER outgoing_recounted;

CREATE TABLE outgoingAnew (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- letter: written here; elsewhere: only takes a number here; old book: brought in; reservation: a number kept for later
  origin TEXT NOT NULL CHECK (origin IN ('letter', 'elsewhere', 'old-book', 'reservation')),
  status TEXT NOT NULL CHECK (status IN ('draft', 'reserved', 'used', 'issued', 'sent', 'corrected', 'replaced', 'recalled', 'cancelled')),
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  codeNumber INTEGER CHECK (codeNumber >= 0),
  numberSuffix TEXT NOT NULL DEFAULT '',
  -- a number an old book gave more than once: 0 for all but its second, third, ... line
  twin INTEGER NOT NULL DEFAULT 0 CHECK (twin = 0 OR batch IS NOT NULL),
  codeNotation TEXT NOT NULL,
  typeName TEXT NOT NULL,
  issuedDate TEXT,
  subject TEXT NOT NULL,
  priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 3),
  addressees TEXT NOT NULL,
  recipients TEXT NOT NULL DEFAULT '',
  signerName TEXT,
  archiveUnits TEXT NOT NULL DEFAULT '',
  copies INTEGER,
  appendixCount INTEGER NOT NULL,
  sentDate TEXT,
  receipt TEXT,
  note TEXT,
  cancelReason TEXT,
  -- why the number was given on a day before the one of the number before it; empty when nobody said
  backdated TEXT,
  reservedReason TEXT,
  -- the line that corrects or replaces this one, or that took the reserved number
  byId INTEGER REFERENCES outgoing (id),
  content TEXT NOT NULL,
  issuedAs TEXT,
  fileCount INTEGER NOT NULL DEFAULT 0,
  batch INTEGER REFERENCES importBatch (id),
  importKey TEXT,
  -- the place in the list, newest greatest, and the row in the search index (see sort-key.ts)
  sortKey INTEGER NOT NULL,
  updatedAt TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  CHECK (origin <> 'letter' OR status IN ('draft', 'cancelled') OR (codeNumber IS NOT NULL AND issuedDate IS NOT NULL AND issuedAs IS NOT NULL)),
  CHECK (status NOT IN ('draft', 'used') OR codeNumber IS NULL),
  CHECK (status <> 'reserved' OR (codeNumber IS NOT NULL AND reservedReason IS NOT NULL)),
  CHECK (status <> 'used' OR byId IS NOT NULL),
  CHECK (status <> 'cancelled' OR cancelReason IS NOT NULL)
) STRICT;
INSERT INTO outgoingAnew (id, origin, status, series, year, codeNumber, codeNotation, typeName, issuedDate, subject, priority, addressees, recipients, signerName, archiveUnits, copies, appendixCount, cancelReason, content, issuedAs, sortKey, updatedAt, revision)
SELECT id, 'letter', status, series, year, codeNumber, codeNotation, typeName, issuedDate, subject, priority, addressees,
  coalesce((SELECT group_concat(json_extract(value, '$.name'), '; ') FROM json_each(content, '$.recipients')), ''), signerName,
  coalesce(json_extract(content, '$.archive.units'), ''), json_extract(content, '$.archive.copies'), appendixCount, cancelReason, content, issuedAs,
  CASE WHEN substr(position, 1, 10) = '9999-99-99' THEN 89000 ELSE max(0, min(88999, CAST(julianday(substr(position, 1, 10)) - julianday('1900-01-01') AS INTEGER))) END * 100000000000
    + CASE WHEN codeNumber IS NULL THEN id ELSE 10000000000 + codeNumber * 1000 + (SELECT count(*) FROM outgoing AS twin WHERE twin.position = outgoing.position AND twin.codeNumber = outgoing.codeNumber AND twin.id < outgoing.id) END,
  updatedAt, revision
FROM outgoing;
DROP TABLE outgoing;
ALTER TABLE outgoingAnew RENAME TO outgoing;

CREATE UNIQUE INDEX outgoing_number ON outgoing (series, year, codeNumber, numberSuffix, twin) WHERE codeNumber IS NOT NULL;
CREATE UNIQUE INDEX outgoing_code ON outgoing (year, codeNumber, numberSuffix, codeNotation, twin) WHERE codeNumber IS NOT NULL;
CREATE UNIQUE INDEX outgoing_sort ON outgoing (sortKey);
CREATE INDEX outgoing_by_status ON outgoing (status, sortKey);
CREATE INDEX outgoing_by_year ON outgoing (year, sortKey);
CREATE INDEX outgoing_by_year_status ON outgoing (year, status, sortKey);
CREATE INDEX outgoing_by_number ON outgoing (year, codeNumber, id);
CREATE UNIQUE INDEX outgoing_import_key ON outgoing (importKey) WHERE importKey IS NOT NULL;
CREATE INDEX outgoing_by_batch ON outgoing (batch) WHERE batch IS NOT NULL;
CREATE INDEX outgoing_by_link ON outgoing (byId) WHERE byId IS NOT NULL;

-- a number, once given, stays with its line and its text; a reserved number alone is filled in later, or passes to the letter it was kept for
CREATE TRIGGER outgoing_number_is_final BEFORE UPDATE ON outgoing
WHEN OLD.codeNumber IS NOT NULL AND NOT (OLD.status = 'reserved' AND (NEW.status = 'used' OR (NEW.status = 'issued' AND NEW.codeNumber IS OLD.codeNumber AND NEW.series IS OLD.series AND NEW.year IS OLD.year AND NEW.batch IS OLD.batch))) AND (
  NEW.codeNumber IS NOT OLD.codeNumber OR NEW.numberSuffix IS NOT OLD.numberSuffix OR NEW.twin IS NOT OLD.twin OR NEW.series IS NOT OLD.series OR NEW.year IS NOT OLD.year
  OR NEW.codeNotation IS NOT OLD.codeNotation OR NEW.issuedDate IS NOT OLD.issuedDate OR NEW.content IS NOT OLD.content OR NEW.issuedAs IS NOT OLD.issuedAs OR NEW.origin IS NOT OLD.origin
  OR NEW.typeName IS NOT OLD.typeName OR NEW.subject IS NOT OLD.subject OR NEW.priority IS NOT OLD.priority OR NEW.addressees IS NOT OLD.addressees OR NEW.recipients IS NOT OLD.recipients
  OR NEW.signerName IS NOT OLD.signerName OR NEW.archiveUnits IS NOT OLD.archiveUnits OR NEW.copies IS NOT OLD.copies OR NEW.appendixCount IS NOT OLD.appendixCount OR NEW.sortKey IS NOT OLD.sortKey
  OR NEW.backdated IS NOT OLD.backdated OR NEW.batch IS NOT OLD.batch OR NEW.importKey IS NOT OLD.importKey OR NEW.status = 'draft')
BEGIN SELECT RAISE(ABORT, 'an issued dispatch is final'); END;
CREATE TRIGGER outgoing_is_never_deleted BEFORE DELETE ON outgoing
WHEN OLD.batch IS NULL OR EXISTS (SELECT 1 FROM importBatch WHERE id = OLD.batch AND undoneAt IS NULL)
BEGIN SELECT RAISE(ABORT, 'register lines are never deleted'); END;

CREATE TABLE outgoingHistoryAnew (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  outgoingId INTEGER NOT NULL REFERENCES outgoing (id),
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('draft', 'update', 'issue', 'register', 'reserve', 'use', 'send', 'correct', 'replace', 'recall', 'cancel', 'restore', 'note', 'attach', 'detach', 'undo')),
  reason TEXT,
  -- what the act changed, {field: [before, after]} as JSON
  changes TEXT,
  actId INTEGER REFERENCES registerAct (id)
) STRICT;
INSERT INTO outgoingHistoryAnew (id, outgoingId, at, who, act, reason) SELECT id, outgoingId, at, who, act, reason FROM outgoingHistory;
DROP TABLE outgoingHistory;
ALTER TABLE outgoingHistoryAnew RENAME TO outgoingHistory;
CREATE INDEX outgoing_history_of ON outgoingHistory (outgoingId, id);
CREATE INDEX outgoing_history_of_act ON outgoingHistory (actId) WHERE actId IS NOT NULL;
-- only the last edit of a draft moves on in time (a day's edits are one entry)
CREATE TRIGGER history_is_never_changed BEFORE UPDATE ON outgoingHistory
WHEN OLD.act <> 'update' OR NEW.act IS NOT OLD.act OR NEW.outgoingId IS NOT OLD.outgoingId OR NEW.who IS NOT OLD.who OR NEW.reason IS NOT OLD.reason OR NEW.changes IS NOT OLD.changes OR NEW.at < OLD.at
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER history_is_never_deleted BEFORE DELETE ON outgoingHistory
WHEN EXISTS (SELECT 1 FROM outgoing JOIN importBatch ON importBatch.id = outgoing.batch WHERE outgoing.id = OLD.outgoingId AND undoneAt IS NULL) OR EXISTS (SELECT 1 FROM outgoing WHERE id = OLD.outgoingId AND batch IS NULL)
BEGIN SELECT RAISE(ABORT, 'history is never deleted'); END;

CREATE TABLE outgoingFileAnew (
  outgoingId INTEGER NOT NULL REFERENCES outgoing (id),
  -- attached: a scan or a file made elsewhere, added by a person
  role TEXT NOT NULL CHECK (role IN ('letter', 'appendix-docx', 'appendix-xlsx', 'attached')),
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  -- a scan put on the wrong line is set aside, never deleted
  removedAt TEXT,
  PRIMARY KEY (outgoingId, role, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO outgoingFileAnew (outgoingId, role, ordinal, name, size, sha256) SELECT outgoingId, role, ordinal, name, size, sha256 FROM outgoingFile;
DROP TABLE outgoingFile;
ALTER TABLE outgoingFileAnew RENAME TO outgoingFile;
CREATE INDEX outgoing_file_by_content ON outgoingFile (sha256);
CREATE TRIGGER outgoing_file_is_final BEFORE UPDATE ON outgoingFile
WHEN OLD.role <> 'attached' OR NEW.outgoingId IS NOT OLD.outgoingId OR NEW.role IS NOT OLD.role OR NEW.ordinal IS NOT OLD.ordinal OR NEW.name IS NOT OLD.name OR NEW.size IS NOT OLD.size OR NEW.sha256 IS NOT OLD.sha256
BEGIN SELECT RAISE(ABORT, 'files of an issued dispatch are final'); END;
CREATE TRIGGER outgoing_file_is_never_deleted BEFORE DELETE ON outgoingFile
BEGIN SELECT RAISE(ABORT, 'files of an issued dispatch are never deleted'); END;
CREATE TRIGGER outgoing_file_comes_with_its_number BEFORE INSERT ON outgoingFile
WHEN NEW.role <> 'attached' AND EXISTS (SELECT 1 FROM outgoingHistory WHERE outgoingId = NEW.outgoingId AND act = 'issue')
BEGIN SELECT RAISE(ABORT, 'an issued dispatch takes no further files'); END;
CREATE TRIGGER outgoing_files_counted AFTER INSERT ON outgoingFile WHEN NEW.role = 'attached' BEGIN
  UPDATE outgoing SET fileCount = fileCount + 1 WHERE id = NEW.outgoingId;
END;
CREATE TRIGGER outgoing_files_recounted AFTER UPDATE OF removedAt ON outgoingFile WHEN (NEW.removedAt IS NULL) <> (OLD.removedAt IS NULL) BEGIN
  UPDATE outgoing SET fileCount = fileCount + iif(NEW.removedAt IS NULL, 1, -1) WHERE id = NEW.outgoingId;
END;

CREATE TRIGGER outgoing_counted AFTER INSERT ON outgoing BEGIN
  INSERT INTO outgoingCount (year, status, amount) VALUES (NEW.year, NEW.status, 1)
  ON CONFLICT DO UPDATE SET amount = amount + 1;
END;
CREATE TRIGGER outgoing_recounted AFTER UPDATE OF year, status ON outgoing WHEN NEW.year <> OLD.year OR NEW.status <> OLD.status BEGIN
  UPDATE outgoingCount SET amount = amount - 1 WHERE year = OLD.year AND status = OLD.status;
  INSERT INTO outgoingCount (year, status, amount) VALUES (NEW.year, NEW.status, 1)
  ON CONFLICT DO UPDATE SET amount = amount + 1;
END;
CREATE TRIGGER outgoing_uncounted AFTER DELETE ON outgoing BEGIN
  UPDATE outgoingCount SET amount = amount - 1 WHERE year = OLD.year AND status = OLD.status;
END;

CREATE TABLE incoming (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- recalled: the sender took it back (thu hồi)
  status TEXT NOT NULL CHECK (status IN ('registered', 'cancelled', 'recalled')),
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  arrivalNumber INTEGER NOT NULL CHECK (arrivalNumber >= 0),
  numberSuffix TEXT NOT NULL DEFAULT '',
  twin INTEGER NOT NULL DEFAULT 0 CHECK (twin = 0 OR batch IS NOT NULL),
  arrivalDate TEXT NOT NULL,
  organName TEXT NOT NULL,
  code TEXT NOT NULL,
  codeNumber TEXT NOT NULL,
  codeNotation TEXT NOT NULL,
  issuedDate TEXT,
  typeName TEXT,
  subject TEXT NOT NULL,
  signerName TEXT,
  signerPosition TEXT,
  signerCompetence TEXT,
  priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 3),
  pages INTEGER,
  copies INTEGER,
  toPlaces TEXT NOT NULL DEFAULT '',
  handedDate TEXT,
  handedTo TEXT,
  receipt TEXT,
  dueDate TEXT,
  handling TEXT NOT NULL CHECK (handling IN ('waiting', 'handed', 'done')),
  needsReply INTEGER NOT NULL DEFAULT 0 CHECK (needsReply IN (0, 1)),
  replyId INTEGER REFERENCES outgoing (id),
  note TEXT,
  cancelReason TEXT,
  -- why the clerk kept it although it looked like another line
  doubleReason TEXT,
  backdated TEXT,
  fileCount INTEGER NOT NULL DEFAULT 0,
  batch INTEGER REFERENCES importBatch (id),
  importKey TEXT,
  sortKey INTEGER NOT NULL,
  -- agency and code as compared for doubles (see double-key.ts)
  organKey TEXT NOT NULL,
  codeKey TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  CHECK (status <> 'cancelled' OR cancelReason IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX incoming_number ON incoming (series, year, arrivalNumber, numberSuffix, twin);
CREATE UNIQUE INDEX incoming_sort ON incoming (sortKey);
CREATE INDEX incoming_by_year ON incoming (year, sortKey);
CREATE INDEX incoming_by_status ON incoming (status, sortKey);
CREATE INDEX incoming_by_day ON incoming (arrivalDate, sortKey);
CREATE INDEX incoming_by_code ON incoming (codeKey, organKey) WHERE codeKey <> '';
CREATE INDEX incoming_waiting ON incoming (sortKey) WHERE handling = 'waiting' AND status = 'registered';
CREATE INDEX incoming_due ON incoming (dueDate, sortKey) WHERE dueDate IS NOT NULL AND handling <> 'done' AND status = 'registered';
CREATE INDEX incoming_unanswered ON incoming (sortKey) WHERE needsReply = 1 AND replyId IS NULL AND status = 'registered';
CREATE INDEX incoming_without_files ON incoming (sortKey) WHERE fileCount = 0 AND batch IS NULL AND status = 'registered';
CREATE INDEX incoming_by_reply ON incoming (replyId) WHERE replyId IS NOT NULL;
CREATE UNIQUE INDEX incoming_import_key ON incoming (importKey) WHERE importKey IS NOT NULL;
CREATE INDEX incoming_by_batch ON incoming (batch) WHERE batch IS NOT NULL;
CREATE TRIGGER incoming_number_is_final BEFORE UPDATE ON incoming
WHEN NEW.arrivalNumber IS NOT OLD.arrivalNumber OR NEW.numberSuffix IS NOT OLD.numberSuffix OR NEW.twin IS NOT OLD.twin OR NEW.series IS NOT OLD.series OR NEW.year IS NOT OLD.year
  OR NEW.sortKey IS NOT OLD.sortKey OR NEW.batch IS NOT OLD.batch OR NEW.importKey IS NOT OLD.importKey
BEGIN SELECT RAISE(ABORT, 'an arrival number is final'); END;
CREATE TRIGGER incoming_is_never_deleted BEFORE DELETE ON incoming
WHEN OLD.batch IS NULL OR EXISTS (SELECT 1 FROM importBatch WHERE id = OLD.batch AND undoneAt IS NULL)
BEGIN SELECT RAISE(ABORT, 'register lines are never deleted'); END;

CREATE TABLE incomingHistory (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  incomingId INTEGER NOT NULL REFERENCES incoming (id),
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('register', 'update', 'cancel', 'restore', 'recall', 'attach', 'detach', 'undo')),
  reason TEXT,
  changes TEXT,
  actId INTEGER REFERENCES registerAct (id)
) STRICT;
CREATE INDEX incoming_history_of ON incomingHistory (incomingId, id);
CREATE INDEX incoming_history_of_act ON incomingHistory (actId) WHERE actId IS NOT NULL;
CREATE TRIGGER incoming_history_is_never_changed BEFORE UPDATE ON incomingHistory
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER incoming_history_is_never_deleted BEFORE DELETE ON incomingHistory
WHEN EXISTS (SELECT 1 FROM incoming LEFT JOIN importBatch ON importBatch.id = incoming.batch WHERE incoming.id = OLD.incomingId AND undoneAt IS NULL)
BEGIN SELECT RAISE(ABORT, 'history is never deleted'); END;

CREATE TABLE incomingFile (
  incomingId INTEGER NOT NULL REFERENCES incoming (id),
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  removedAt TEXT,
  PRIMARY KEY (incomingId, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX incoming_file_by_content ON incomingFile (sha256);
CREATE TRIGGER incoming_file_is_final BEFORE UPDATE ON incomingFile
WHEN NEW.incomingId IS NOT OLD.incomingId OR NEW.ordinal IS NOT OLD.ordinal OR NEW.name IS NOT OLD.name OR NEW.size IS NOT OLD.size OR NEW.sha256 IS NOT OLD.sha256
BEGIN SELECT RAISE(ABORT, 'files of a registered dispatch are final'); END;
CREATE TRIGGER incoming_file_is_never_deleted BEFORE DELETE ON incomingFile
BEGIN SELECT RAISE(ABORT, 'files of a registered dispatch are never deleted'); END;
CREATE TRIGGER incoming_files_counted AFTER INSERT ON incomingFile BEGIN
  UPDATE incoming SET fileCount = fileCount + 1 WHERE id = NEW.incomingId;
END;
CREATE TRIGGER incoming_files_recounted AFTER UPDATE OF removedAt ON incomingFile WHEN (NEW.removedAt IS NULL) <> (OLD.removedAt IS NULL) BEGIN
  UPDATE incoming SET fileCount = fileCount + iif(NEW.removedAt IS NULL, 1, -1) WHERE id = NEW.incomingId;
END;

CREATE TABLE incomingCount (
  year INTEGER NOT NULL,
  status TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (year, status)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER incoming_counted AFTER INSERT ON incoming BEGIN
  INSERT INTO incomingCount (year, status, amount) VALUES (NEW.year, NEW.status, 1)
  ON CONFLICT DO UPDATE SET amount = amount + 1;
END;
CREATE TRIGGER incoming_recounted AFTER UPDATE OF status ON incoming WHEN NEW.status <> OLD.status BEGIN
  UPDATE incomingCount SET amount = amount - 1 WHERE year = OLD.year AND status = OLD.status;
  INSERT INTO incomingCount (year, status, amount) VALUES (NEW.year, NEW.status, 1)
  ON CONFLICT DO UPDATE SET amount = amount + 1;
END;
CREATE TRIGGER incoming_uncounted AFTER DELETE ON incoming BEGIN
  UPDATE incomingCount SET amount = amount - 1 WHERE year = OLD.year AND status = OLD.status;
END;

-- what was typed into a field before, how often and when last: the lists under the fields
CREATE TABLE usedValue (
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  amount INTEGER NOT NULL,
  lastAt TEXT NOT NULL,
  PRIMARY KEY (field, value)
) STRICT, WITHOUT ROWID;

-- entry models and views that people keep by name
CREATE TABLE saved (
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  content TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;

-- the words of every line: folded in five columns, and those with tones once more in «toned»; contentless, the row is the line's sortKey. No prefix indexes: a register has few different words, and they would double the cost of every entry
DROP TABLE outgoingIndex;
CREATE VIRTUAL TABLE outgoingIndex USING fts5 (organ, code, subject, people, rest, toned, content = '', contentless_delete = 1, detail = 'column', tokenize = 'unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE incomingIndex USING fts5 (organ, code, subject, people, rest, toned, content = '', contentless_delete = 1, detail = 'column', tokenize = 'unicode61 remove_diacritics 0');
`;
