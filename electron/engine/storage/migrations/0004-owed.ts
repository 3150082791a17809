// where the run of settled days that begins with NEW.n ends, and one more
const firstOpenAfter = `(SELECT run.n + 1 FROM owed AS run WHERE run.dutyId = NEW.dutyId AND run.n >= NEW.n AND run.settled = 1
    AND NOT EXISTS (SELECT 1 FROM owed AS following WHERE following.dutyId = run.dutyId AND following.n = run.n + 1 AND following.settled = 1) ORDER BY run.n LIMIT 1)`;

/**
 * Who owes what by when: the directory with dated names and successors, groups, the office's own calendar, the recipients
 * of every dispatch, and obligations. An obligation and its days are kept once; an agency's duty is one row; a row of
 * `owed` stands only where something happened on a day (a report, an extension, an excuse), so that a daily report of
 * a hundred agencies for a month is a hundred rows and thirty days, not three thousand.
 */
export const owed = `
ALTER TABLE agency ADD COLUMN rank INTEGER NOT NULL DEFAULT 0;
ALTER TABLE agency ADD COLUMN parentId INTEGER REFERENCES agency (id);
ALTER TABLE agency ADD COLUMN validFrom TEXT;
ALTER TABLE agency ADD COLUMN validTo TEXT;
-- kế thừa bởi: who took over when it was closed
ALTER TABLE agency ADD COLUMN succeededBy INTEGER REFERENCES agency (id);
-- a second entry of the same agency points to the one that is kept; nothing that names it is rewritten
ALTER TABLE agency ADD COLUMN mergedInto INTEGER REFERENCES agency (id);
ALTER TABLE agency ADD COLUMN address TEXT;
ALTER TABLE agency ADD COLUMN phone TEXT;
ALTER TABLE agency ADD COLUMN email TEXT;
ALTER TABLE agency ADD COLUMN note TEXT;
-- JSON: [{name, from, to}], [{code, from, to}], [{name, position, phone, email}], [{fullName, position, competence, from, to}]
ALTER TABLE agency ADD COLUMN formerNames TEXT NOT NULL DEFAULT '[]';
ALTER TABLE agency ADD COLUMN codes TEXT NOT NULL DEFAULT '[]';
ALTER TABLE agency ADD COLUMN contacts TEXT NOT NULL DEFAULT '[]';
ALTER TABLE agency ADD COLUMN signers TEXT NOT NULL DEFAULT '[]';
CREATE INDEX agency_by_parent ON agency (parentId) WHERE parentId IS NOT NULL;
CREATE INDEX agency_by_merge ON agency (mergedInto) WHERE mergedInto IS NOT NULL;

CREATE TABLE agencyGroup (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- as it stands in one line of a letter: «UBND các xã, phường»
  name TEXT NOT NULL,
  shortName TEXT NOT NULL,
  abbreviation TEXT NOT NULL,
  -- other wordings of the same line, JSON texts
  aliases TEXT NOT NULL DEFAULT '[]',
  -- JSON {kinds, parent, except}: members are found by it; null for a list
  rule TEXT,
  validFrom TEXT,
  validTo TEXT
) STRICT;
CREATE TABLE groupMember (
  groupId INTEGER NOT NULL REFERENCES agencyGroup (id),
  agencyId INTEGER NOT NULL REFERENCES agency (id),
  ordinal INTEGER NOT NULL,
  validFrom TEXT,
  validTo TEXT,
  PRIMARY KEY (groupId, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX group_member_of ON groupMember (agencyId);

-- until now a line for many stood in the directory as an agency
INSERT INTO agencyGroup (name, shortName, abbreviation) SELECT name, shortName, abbreviation FROM agency WHERE kind = 'group' ORDER BY id;
DELETE FROM agency WHERE kind = 'group';

-- years of the calendar the office has written itself; every other year is the one that comes with the program
CREATE TABLE calendarYear (year INTEGER PRIMARY KEY, confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)), source TEXT NOT NULL) STRICT;
CREATE TABLE calendarDay (
  day TEXT PRIMARY KEY,
  year INTEGER NOT NULL REFERENCES calendarYear (year),
  kind TEXT NOT NULL CHECK (kind IN ('holiday', 'made-up', 'swapped-off', 'worked')),
  name TEXT NOT NULL,
  source TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- one act on one or many things that are tracked or kept in the directory: what can be undone by name
CREATE TABLE trackingAct (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  act TEXT NOT NULL,
  reason TEXT,
  amount INTEGER NOT NULL,
  undoOf INTEGER REFERENCES trackingAct (id)
) STRICT;
CREATE UNIQUE INDEX tracking_act_undone_once ON trackingAct (undoOf) WHERE undoOf IS NOT NULL;
CREATE TRIGGER tracking_act_is_never_deleted BEFORE DELETE ON trackingAct
BEGIN SELECT RAISE(ABORT, 'acts are never forgotten'); END;
CREATE TABLE trackingHistory (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  actId INTEGER NOT NULL REFERENCES trackingAct (id),
  subject TEXT NOT NULL CHECK (subject IN ('agency', 'group', 'calendar', 'recipient', 'obligation', 'duty', 'owed')),
  -- of an owed day: the duty's id × 10,000 + n
  subjectId INTEGER NOT NULL,
  -- {column: [before, after]} as JSON
  changes TEXT NOT NULL
) STRICT;
CREATE INDEX tracking_history_of ON trackingHistory (subject, subjectId, id);
CREATE INDEX tracking_history_of_act ON trackingHistory (actId);
CREATE TRIGGER tracking_history_is_never_changed BEFORE UPDATE ON trackingHistory
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;
CREATE TRIGGER tracking_history_is_never_deleted BEFORE DELETE ON trackingHistory
BEGIN SELECT RAISE(ABORT, 'history is never deleted'); END;

CREATE TABLE recipient (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  outgoingId INTEGER NOT NULL REFERENCES outgoing (id),
  ordinal INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('addressee', 'recipient')),
  -- the line of the dispatch it comes from, as printed
  line TEXT NOT NULL,
  agencyId INTEGER REFERENCES agency (id),
  -- as it was called when the dispatch took its number
  name TEXT NOT NULL,
  purpose TEXT,
  how TEXT CHECK (how IN ('hand', 'post', 'network', 'email', 'fax', 'other')),
  sentDate TEXT,
  copies INTEGER,
  -- số vận đơn, số bì
  receipt TEXT,
  acknowledgedDate TEXT,
  acknowledgedBy TEXT,
  returnedDate TEXT,
  returnReason TEXT,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX recipient_of ON recipient (outgoingId, ordinal);
CREATE INDEX recipient_by_agency ON recipient (agencyId) WHERE agencyId IS NOT NULL;
CREATE INDEX recipient_by_sending ON recipient (sentDate, outgoingId) WHERE sentDate IS NOT NULL;

CREATE TABLE obligation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  outgoingId INTEGER NOT NULL REFERENCES outgoing (id),
  ordinal INTEGER NOT NULL,
  what TEXT NOT NULL,
  reportTo TEXT,
  -- before: «trước ngày», through: «đến hết ngày»; due is the last day that counts either way
  bound TEXT CHECK (bound IN ('before', 'through')),
  due TEXT NOT NULL,
  time TEXT,
  recurrence TEXT CHECK (recurrence IN ('daily', 'working-days', 'weekly', 'monthly', 'quarterly')),
  until TEXT,
  -- how a term was counted, in words; null for a fixed day
  rule TEXT,
  -- figures wanted in the report, JSON [{header, kind, total}]; [] when its form is free
  columns TEXT NOT NULL DEFAULT '[]',
  -- the sentence of the dispatch it was read from
  sentence TEXT,
  withdrawnReason TEXT,
  days INTEGER NOT NULL,
  -- kept by triggers: how many duties, and of all their days those settled, settled late, excused
  agencies INTEGER NOT NULL DEFAULT 0,
  settled INTEGER NOT NULL DEFAULT 0,
  settledLate INTEGER NOT NULL DEFAULT 0,
  excused INTEGER NOT NULL DEFAULT 0,
  createdAt TEXT NOT NULL,
  CHECK (recurrence IS NULL OR until IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX obligation_of ON obligation (outgoingId, ordinal);
CREATE TABLE obligationDay (
  obligationId INTEGER NOT NULL REFERENCES obligation (id),
  n INTEGER NOT NULL CHECK (n BETWEEN 1 AND 9999),
  day TEXT NOT NULL,
  -- the moment after which it is late, local YYYY-MM-DDTHH:mm; 24:00 where no hour is asked
  instant TEXT NOT NULL,
  PRIMARY KEY (obligationId, n)
) STRICT, WITHOUT ROWID;
-- unique, so that days and their agencies are read in order without sorting
CREATE UNIQUE INDEX obligation_day_by_instant ON obligationDay (instant, obligationId, n);

CREATE TABLE duty (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  obligationId INTEGER NOT NULL REFERENCES obligation (id),
  ordinal INTEGER NOT NULL,
  line TEXT NOT NULL,
  agencyId INTEGER REFERENCES agency (id),
  name TEXT NOT NULL,
  -- kept by triggers on «owed»: days settled, and of these the late ones
  settled INTEGER NOT NULL DEFAULT 0,
  settledLate INTEGER NOT NULL DEFAULT 0,
  excused INTEGER NOT NULL DEFAULT 0,
  -- the first of its days that is not settled; one more than its days when all are
  firstOpen INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX duty_of ON duty (obligationId, ordinal);
CREATE INDEX duty_by_agency ON duty (agencyId, obligationId) WHERE agencyId IS NOT NULL;
CREATE TRIGGER duty_counted AFTER INSERT ON duty BEGIN
  UPDATE obligation SET agencies = agencies + 1 WHERE id = NEW.obligationId;
END;

CREATE TABLE owed (
  dutyId INTEGER NOT NULL REFERENCES duty (id),
  n INTEGER NOT NULL,
  -- the instant of its obligationDay, so that a moment can be asked for without a join
  instant TEXT NOT NULL,
  -- gia hạn
  extendedDay TEXT,
  extendedInstant TEXT,
  extendReason TEXT,
  -- miễn báo cáo
  excuseReason TEXT,
  receivedDate TEXT,
  -- the moment it came, 24:00 where no hour was written
  receivedInstant TEXT,
  -- 0: accepted in part, still owed
  complete INTEGER NOT NULL DEFAULT 0 CHECK (complete IN (0, 1)),
  incomingId INTEGER REFERENCES incoming (id),
  figures TEXT,
  note TEXT,
  settled INTEGER GENERATED ALWAYS AS (iif(excuseReason IS NOT NULL OR (receivedDate IS NOT NULL AND complete = 1), 1, 0)) VIRTUAL,
  late INTEGER GENERATED ALWAYS AS (iif(excuseReason IS NULL AND receivedDate IS NOT NULL AND complete = 1 AND iif(substr(coalesce(extendedInstant, instant), 12) = '24:00' OR substr(receivedInstant, 12) = '24:00', receivedDate > substr(coalesce(extendedInstant, instant), 1, 10), receivedInstant > coalesce(extendedInstant, instant)), 1, 0)) VIRTUAL,
  PRIMARY KEY (dutyId, n),
  CHECK ((receivedDate IS NULL) = (receivedInstant IS NULL)),
  CHECK ((extendedDay IS NULL) = (extendedInstant IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX owed_by_instant ON owed (instant);
CREATE INDEX owed_by_receipt ON owed (receivedInstant) WHERE receivedInstant IS NOT NULL;
CREATE INDEX owed_by_incoming ON owed (incomingId) WHERE incomingId IS NOT NULL;
CREATE INDEX owed_extended ON owed (extendedInstant) WHERE extendedInstant IS NOT NULL;
CREATE INDEX owed_extended_from ON owed (instant) WHERE extendedInstant IS NOT NULL;
CREATE INDEX owed_partial ON owed (dutyId, n) WHERE receivedDate IS NOT NULL AND complete = 0 AND excuseReason IS NULL;
CREATE TRIGGER owed_counted AFTER INSERT ON owed WHEN NEW.settled = 1 BEGIN
  UPDATE duty SET settled = settled + 1, settledLate = settledLate + NEW.late, excused = excused + (NEW.excuseReason IS NOT NULL) WHERE id = NEW.dutyId;
  UPDATE duty SET firstOpen = ${firstOpenAfter} WHERE id = NEW.dutyId AND firstOpen = NEW.n;
  UPDATE obligation SET settled = settled + 1, settledLate = settledLate + NEW.late, excused = excused + (NEW.excuseReason IS NOT NULL) WHERE id = (SELECT obligationId FROM duty WHERE id = NEW.dutyId);
END;
CREATE TRIGGER owed_recounted AFTER UPDATE ON owed WHEN NEW.settled = 1 OR OLD.settled = 1 BEGIN
  UPDATE duty SET settled = settled + NEW.settled - OLD.settled, settledLate = settledLate + NEW.late - OLD.late,
    excused = excused + (NEW.excuseReason IS NOT NULL) - (OLD.excuseReason IS NOT NULL) WHERE id = NEW.dutyId;
  UPDATE duty SET firstOpen = iif(NEW.settled = 1, ${firstOpenAfter}, NEW.n) WHERE id = NEW.dutyId AND iif(NEW.settled = 1, firstOpen = NEW.n, firstOpen > NEW.n);
  UPDATE obligation SET settled = settled + NEW.settled - OLD.settled, settledLate = settledLate + NEW.late - OLD.late,
    excused = excused + (NEW.excuseReason IS NOT NULL) - (OLD.excuseReason IS NOT NULL) WHERE id = (SELECT obligationId FROM duty WHERE id = NEW.dutyId);
END;

-- letters issued before obligations were kept: their duties and recipients are made at the next start (see owed-of-letters.ts)
INSERT INTO setting SELECT 'owedPending', 'true' WHERE EXISTS (SELECT 1 FROM outgoing WHERE issuedAs IS NOT NULL);
`;
