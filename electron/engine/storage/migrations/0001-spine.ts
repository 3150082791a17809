/**
 * Settings, directory, books and outgoing dispatches. The promises of the register stand in the tables themselves:
 * a number is unique in its series and its code in its year, an issued line keeps its number, text and files for good,
 * nothing that has a number can be deleted, and history only grows.
 */
export const spine = `
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO setting VALUES ('folderId', '"' || lower(hex(randomblob(8))) || '"');

CREATE TABLE agency (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  shortName TEXT NOT NULL,
  abbreviation TEXT NOT NULL,
  kind TEXT NOT NULL
) STRICT;

CREATE TABLE book (
  kind TEXT NOT NULL CHECK (kind IN ('incoming', 'outgoing')),
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  next INTEGER NOT NULL CHECK (next >= 1),
  startedAt TEXT,
  PRIMARY KEY (kind, series, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE outgoing (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  status TEXT NOT NULL CHECK (status IN ('draft', 'issued', 'cancelled')),
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  codeNumber INTEGER CHECK (codeNumber >= 1),
  codeNotation TEXT NOT NULL,
  typeName TEXT NOT NULL,
  issuedDate TEXT,
  subject TEXT NOT NULL,
  priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 3),
  addressees TEXT NOT NULL,
  signerName TEXT,
  appendixCount INTEGER NOT NULL,
  cancelReason TEXT,
  content TEXT NOT NULL,
  issuedAs TEXT,
  position TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  CHECK (status <> 'issued' OR (codeNumber IS NOT NULL AND issuedDate IS NOT NULL AND issuedAs IS NOT NULL)),
  CHECK (status <> 'draft' OR codeNumber IS NULL),
  CHECK (status <> 'cancelled' OR cancelReason IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX outgoing_number ON outgoing (series, year, codeNumber) WHERE codeNumber IS NOT NULL;
CREATE UNIQUE INDEX outgoing_code ON outgoing (year, codeNumber, codeNotation) WHERE codeNumber IS NOT NULL;
CREATE INDEX outgoing_by_position ON outgoing (position, id);
CREATE INDEX outgoing_by_status ON outgoing (status, position, id);
CREATE INDEX outgoing_by_year ON outgoing (year, position, id);
CREATE INDEX outgoing_by_year_status ON outgoing (year, status, position, id);

CREATE TRIGGER outgoing_number_is_final BEFORE UPDATE ON outgoing
WHEN OLD.codeNumber IS NOT NULL AND (
  NEW.codeNumber IS NOT OLD.codeNumber OR NEW.codeNotation IS NOT OLD.codeNotation OR NEW.series IS NOT OLD.series OR NEW.year IS NOT OLD.year
  OR NEW.issuedDate IS NOT OLD.issuedDate OR NEW.content IS NOT OLD.content OR NEW.issuedAs IS NOT OLD.issuedAs OR NEW.status = 'draft'
  OR NEW.typeName IS NOT OLD.typeName OR NEW.subject IS NOT OLD.subject OR NEW.priority IS NOT OLD.priority OR NEW.addressees IS NOT OLD.addressees
  OR NEW.signerName IS NOT OLD.signerName OR NEW.appendixCount IS NOT OLD.appendixCount OR NEW.position IS NOT OLD.position)
BEGIN SELECT RAISE(ABORT, 'an issued dispatch is final'); END;
CREATE TRIGGER outgoing_is_never_deleted BEFORE DELETE ON outgoing
BEGIN SELECT RAISE(ABORT, 'register lines are never deleted'); END;

CREATE TABLE outgoingHistory (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  outgoingId INTEGER NOT NULL REFERENCES outgoing (id),
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('draft', 'update', 'issue', 'cancel', 'restore')),
  reason TEXT
) STRICT;
CREATE INDEX outgoing_history_of ON outgoingHistory (outgoingId, id);
-- only the last edit of a draft moves on in time (a day's edits are one entry)
CREATE TRIGGER history_is_never_changed BEFORE UPDATE ON outgoingHistory
WHEN OLD.act <> 'update' OR NEW.act IS NOT OLD.act OR NEW.outgoingId IS NOT OLD.outgoingId OR NEW.who IS NOT OLD.who OR NEW.reason IS NOT OLD.reason OR NEW.at < OLD.at
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER history_is_never_deleted BEFORE DELETE ON outgoingHistory
BEGIN SELECT RAISE(ABORT, 'history is never deleted'); END;

CREATE TABLE outgoingFile (
  outgoingId INTEGER NOT NULL REFERENCES outgoing (id),
  role TEXT NOT NULL CHECK (role IN ('letter', 'appendix-docx', 'appendix-xlsx')),
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (outgoingId, role, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX outgoing_file_by_content ON outgoingFile (sha256);
CREATE TRIGGER outgoing_file_is_final BEFORE UPDATE ON outgoingFile
BEGIN SELECT RAISE(ABORT, 'files of an issued dispatch are final'); END;

CREATE TRIGGER outgoing_file_is_never_deleted BEFORE DELETE ON outgoingFile
BEGIN SELECT RAISE(ABORT, 'files of an issued dispatch are never deleted'); END;
CREATE TRIGGER outgoing_file_comes_with_its_number BEFORE INSERT ON outgoingFile
WHEN EXISTS (SELECT 1 FROM outgoingHistory WHERE outgoingId = NEW.outgoingId AND act = 'issue')
BEGIN SELECT RAISE(ABORT, 'an issued dispatch takes no further files'); END;

-- the totals of the list without counting its lines: kept by triggers, so that a page costs the same at any size
CREATE TABLE outgoingCount (
  year INTEGER NOT NULL,
  status TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (year, status)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER outgoing_counted AFTER INSERT ON outgoing BEGIN
  INSERT INTO outgoingCount (year, status, amount) VALUES (NEW.year, NEW.status, 1)
  ON CONFLICT DO UPDATE SET amount = amount + 1;
END;
CREATE TRIGGER outgoing_recounted AFTER UPDATE OF year, status ON outgoing WHEN NEW.year <> OLD.year OR NEW.status <> OLD.status BEGIN
  UPDATE outgoingCount SET amount = amount - 1 WHERE year = OLD.year AND status = OLD.status;
  INSERT INTO outgoingCount (year, status, amount) VALUES (NEW.year, NEW.status, 1)
  ON CONFLICT DO UPDATE SET amount = amount + 1;
END;

-- folded words of every line (see outgoing-search.ts); contentless: the words are never shown from here
CREATE VIRTUAL TABLE outgoingIndex USING fts5 (words, content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2');
`;
