-- A meeting, part by part. Every part names its meeting, so that one rule can hold for all of them once it is signed; words stand
-- in no column here: `wording` says which body holds them now.

CREATE TABLE meeting (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  kind TEXT NOT NULL,
  date TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  venue TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('planned', 'gathering', 'in_session', 'adjourned', 'closed', 'sealed')),
  place TEXT NOT NULL,
  slot BLOB CHECK (slot IS NULL OR length(slot) = 16),
  pack_version TEXT,
  pack_texts BLOB CHECK (pack_texts IS NULL OR length(pack_texts) = 32),
  pack_rules BLOB CHECK (pack_rules IS NULL OR length(pack_rules) = 32),
  declarations_required INTEGER CHECK (declarations_required IN (0, 1)),
  pack_needed TEXT CHECK (pack_needed IS NULL OR json_valid(pack_needed)),
  previous_meeting BLOB CHECK (previous_meeting IS NULL OR length(previous_meeting) = 16),
  previous_date TEXT,
  previous_agreed TEXT,
  register_opened TEXT,
  statement_read TEXT,
  began TEXT,
  ended TEXT,
  next_date TEXT,
  chaired_by BLOB CHECK (chaired_by IS NULL OR length(chaired_by) = 16)
) STRICT, WITHOUT ROWID;

CREATE TABLE attendance (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  id BLOB NOT NULL CHECK (length(id) = 16),
  n INTEGER NOT NULL,
  person BLOB NOT NULL CHECK (length(person) = 16),
  name TEXT NOT NULL,
  job TEXT NOT NULL,
  team TEXT,
  organisation TEXT,
  agency TEXT NOT NULL,
  agency_short TEXT NOT NULL,
  organisation_name TEXT NOT NULL,
  statutory INTEGER NOT NULL CHECK (statutory IN (0, 1)),
  party INTEGER NOT NULL CHECK (party IN (0, 1)),
  competent_authority INTEGER NOT NULL CHECK (competent_authority IN (0, 1)),
  relevant_authority INTEGER NOT NULL CHECK (relevant_authority IN (0, 1)),
  role TEXT NOT NULL,
  seat INTEGER NOT NULL,
  whereabouts TEXT NOT NULL,
  out_of BLOB CHECK (out_of IS NULL OR length(out_of) = 16),
  deputy_for BLOB CHECK (deputy_for IS NULL OR length(deputy_for) = 16),
  PRIMARY KEY (meeting, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE presence (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  attendance BLOB NOT NULL CHECK (length(attendance) = 16),
  n INTEGER NOT NULL,
  from_at TEXT NOT NULL,
  to_at TEXT,
  PRIMARY KEY (meeting, attendance, n),
  FOREIGN KEY (meeting, attendance) REFERENCES attendance (meeting, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE step_out (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  attendance BLOB NOT NULL CHECK (length(attendance) = 16),
  n INTEGER NOT NULL,
  slot BLOB NOT NULL CHECK (length(slot) = 16),
  from_at TEXT NOT NULL,
  to_at TEXT,
  PRIMARY KEY (meeting, attendance, n),
  FOREIGN KEY (meeting, attendance) REFERENCES attendance (meeting, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE acceptance (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  attendance BLOB NOT NULL CHECK (length(attendance) = 16),
  at TEXT NOT NULL,
  text BLOB NOT NULL CHECK (length(text) = 32),
  PRIMARY KEY (meeting, attendance),
  FOREIGN KEY (meeting, attendance) REFERENCES attendance (meeting, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE declaration (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  attendance BLOB NOT NULL CHECK (length(attendance) = 16),
  at TEXT NOT NULL,
  text BLOB NOT NULL CHECK (length(text) = 32),
  witness BLOB NOT NULL CHECK (length(witness) = 16),
  PRIMARY KEY (meeting, attendance),
  FOREIGN KEY (meeting, attendance) REFERENCES attendance (meeting, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- What was accepted and signed on a day that is over, where a meeting was adjourned to another.
CREATE TABLE earlier_day (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  attendance BLOB NOT NULL CHECK (length(attendance) = 16),
  n INTEGER NOT NULL,
  accepted TEXT NOT NULL,
  text BLOB NOT NULL CHECK (length(text) = 32),
  until TEXT NOT NULL,
  signed TEXT,
  signed_text BLOB CHECK (signed_text IS NULL OR length(signed_text) = 32),
  witness BLOB CHECK (witness IS NULL OR length(witness) = 16),
  PRIMARY KEY (meeting, attendance, n),
  FOREIGN KEY (meeting, attendance) REFERENCES attendance (meeting, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE authority (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  attendance BLOB NOT NULL CHECK (length(attendance) = 16),
  confirmed_at TEXT NOT NULL,
  PRIMARY KEY (meeting, attendance),
  FOREIGN KEY (meeting, attendance) REFERENCES attendance (meeting, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE slot (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  id BLOB NOT NULL CHECK (length(id) = 16),
  n INTEGER NOT NULL,
  case_id BLOB NOT NULL CHECK (length(case_id) = 16),
  reference TEXT NOT NULL,
  cohort TEXT NOT NULL,
  lead TEXT,
  tier TEXT NOT NULL,
  budget INTEGER NOT NULL,
  progress TEXT NOT NULL,
  opened TEXT,
  closed TEXT,
  forum TEXT,
  along BLOB CHECK (along IS NULL OR length(along) = 16),
  asked TEXT,
  PRIMARY KEY (meeting, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE item (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  id BLOB NOT NULL CHECK (length(id) = 16),
  n INTEGER NOT NULL,
  place TEXT NOT NULL,
  slot BLOB CHECK (slot IS NULL OR length(slot) = 16),
  at TEXT NOT NULL,
  team TEXT NOT NULL,
  contributor BLOB NOT NULL CHECK (length(contributor) = 16),
  kind TEXT NOT NULL,
  basis TEXT NOT NULL,
  purpose TEXT NOT NULL,
  power TEXT NOT NULL,
  standing TEXT NOT NULL,
  undone TEXT,
  version INTEGER NOT NULL,
  source TEXT NOT NULL,
  owner TEXT,
  about TEXT,
  for_advice INTEGER NOT NULL CHECK (for_advice IN (0, 1)),
  judged_by BLOB CHECK (judged_by IS NULL OR length(judged_by) = 16),
  written BLOB CHECK (written IS NULL OR length(written) = 16),
  chosen_by BLOB CHECK (chosen_by IS NULL OR length(chosen_by) = 16),
  notes TEXT NOT NULL CHECK (json_valid(notes)),
  PRIMARY KEY (meeting, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE item_recipient (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  item BLOB NOT NULL CHECK (length(item) = 16),
  attendance BLOB NOT NULL CHECK (length(attendance) = 16),
  n INTEGER NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('permitted', 'held', 'refused')),
  purpose TEXT,
  power TEXT,
  footing TEXT,
  paper BLOB CHECK (paper IS NULL OR length(paper) = 16),
  regime TEXT,
  condition TEXT,
  authority BLOB CHECK (authority IS NULL OR length(authority) = 16),
  permission BLOB CHECK (permission IS NULL OR length(permission) = 16),
  until TEXT,
  bar TEXT,
  clause TEXT NOT NULL,
  PRIMARY KEY (meeting, item, attendance),
  FOREIGN KEY (meeting, item) REFERENCES item (meeting, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE item_left_out (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  item BLOB NOT NULL CHECK (length(item) = 16),
  attendance BLOB NOT NULL CHECK (length(attendance) = 16),
  n INTEGER NOT NULL,
  PRIMARY KEY (meeting, item, attendance),
  FOREIGN KEY (meeting, item) REFERENCES item (meeting, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE item_pending (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  item BLOB NOT NULL CHECK (length(item) = 16),
  n INTEGER NOT NULL,
  team TEXT,
  organisation TEXT,
  answer TEXT NOT NULL CHECK (answer IN ('permitted', 'held', 'refused')),
  purpose TEXT,
  power TEXT,
  footing TEXT,
  paper BLOB CHECK (paper IS NULL OR length(paper) = 16),
  regime TEXT,
  condition TEXT,
  authority BLOB CHECK (authority IS NULL OR length(authority) = 16),
  permission BLOB CHECK (permission IS NULL OR length(permission) = 16),
  until TEXT,
  bar TEXT,
  clause TEXT NOT NULL,
  PRIMARY KEY (meeting, item, n),
  FOREIGN KEY (meeting, item) REFERENCES item (meeting, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  id BLOB NOT NULL CHECK (length(id) = 16),
  n INTEGER NOT NULL,
  place TEXT NOT NULL,
  slot BLOB CHECK (slot IS NULL OR length(slot) = 16),
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN (
    'other', 'care_coordination', 'caseload', 'closure', 'deselection', 'referred_to_mappa', 'referred_to_child_protection',
    'no_change'
  )),
  no_action INTEGER NOT NULL CHECK (no_action IN (0, 1)),
  undone TEXT,
  PRIMARY KEY (meeting, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE dissent (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  decision BLOB NOT NULL CHECK (length(decision) = 16),
  n INTEGER NOT NULL,
  team TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (meeting, decision, n),
  FOREIGN KEY (meeting, decision) REFERENCES decision (meeting, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE action (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  id BLOB NOT NULL CHECK (length(id) = 16),
  n INTEGER NOT NULL,
  place TEXT NOT NULL,
  slot BLOB CHECK (slot IS NULL OR length(slot) = 16),
  case_id BLOB CHECK (case_id IS NULL OR length(case_id) = 16),
  team TEXT NOT NULL,
  due TEXT,
  strand TEXT,
  at TEXT NOT NULL,
  arises_from BLOB CHECK (arises_from IS NULL OR length(arises_from) = 16),
  continues BLOB CHECK (continues IS NULL OR length(continues) = 16),
  undone TEXT,
  PRIMARY KEY (meeting, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting_carried (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  action BLOB NOT NULL CHECK (length(action) = 16),
  n INTEGER NOT NULL,
  from_meeting BLOB NOT NULL CHECK (length(from_meeting) = 16),
  PRIMARY KEY (meeting, action),
  FOREIGN KEY (from_meeting, action) REFERENCES action (meeting, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX carried_action ON meeting_carried (from_meeting, action);

CREATE TABLE outcome (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  action BLOB NOT NULL CHECK (length(action) = 16),
  outcome TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (meeting, action)
) STRICT, WITHOUT ROWID;
CREATE INDEX outcome_of_action ON outcome (action);

CREATE TABLE silence (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  n INTEGER NOT NULL,
  place TEXT NOT NULL,
  slot BLOB CHECK (slot IS NULL OR length(slot) = 16),
  team TEXT NOT NULL,
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  undone TEXT,
  written BLOB CHECK (written IS NULL OR length(written) = 16),
  PRIMARY KEY (meeting, n)
) STRICT, WITHOUT ROWID;

-- What an agency that cannot come wrote beforehand; who wrote it, its words and why it was set aside stand in bodies of its case.
CREATE TABLE written_update (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  id BLOB NOT NULL CHECK (length(id) = 16),
  n INTEGER NOT NULL,
  slot BLOB NOT NULL CHECK (length(slot) = 16),
  team TEXT NOT NULL,
  kind TEXT,
  basis TEXT,
  left_out TEXT CHECK (left_out IS NULL OR json_valid(left_out)),
  aside_by TEXT,
  aside_at TEXT,
  since TEXT,
  PRIMARY KEY (meeting, id)
) STRICT, WITHOUT ROWID;

-- Lines said in one breath, which are taken back together; they are named as the trace names them.
CREATE TABLE said_together (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  n INTEGER NOT NULL,
  lines TEXT NOT NULL CHECK (json_valid(lines)),
  PRIMARY KEY (meeting, n)
) STRICT, WITHOUT ROWID;

-- Who is free to go, and after which case.
CREATE TABLE release_point (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  n INTEGER NOT NULL,
  attendance BLOB NOT NULL CHECK (length(attendance) = 16),
  slot BLOB NOT NULL CHECK (length(slot) = 16),
  PRIMARY KEY (meeting, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE correction (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  id BLOB NOT NULL CHECK (length(id) = 16),
  n INTEGER NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('item', 'action', 'decision')),
  line BLOB NOT NULL CHECK (length(line) = 16),
  by_whom TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (meeting, id)
) STRICT, WITHOUT ROWID;

-- The trace of what was changed afterwards. `detail` is structure alone, names and times, and is read whole or not at all.
CREATE TABLE amendment (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  n INTEGER NOT NULL,
  by_whom TEXT NOT NULL,
  at TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  PRIMARY KEY (meeting, n)
) STRICT, WITHOUT ROWID;

-- What turned a meeting from its plan. `detail` is structure alone; the reason is words, and stands in its body.
CREATE TABLE turn (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  n INTEGER NOT NULL,
  by_whom TEXT NOT NULL,
  at TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  PRIMARY KEY (meeting, n)
) STRICT, WITHOUT ROWID;

-- Who has been told of a correction: said after the meeting as a rule, and so no part of what is signed.
CREATE TABLE told (
  of_meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  correction BLOB NOT NULL CHECK (length(correction) = 16),
  attendance BLOB NOT NULL CHECK (length(attendance) = 16),
  by_whom TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (of_meeting, correction, attendance),
  FOREIGN KEY (of_meeting, correction) REFERENCES correction (meeting, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE wording (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  part TEXT NOT NULL,
  id BLOB NOT NULL CHECK (length(id) = 16),
  n INTEGER NOT NULL,
  seq INTEGER NOT NULL REFERENCES entry (seq),
  body INTEGER NOT NULL,
  PRIMARY KEY (meeting, part, id, n)
) STRICT, WITHOUT ROWID;

-- Every wording that a part has had, the present one too: what was tidied can be read, by whom and when it was.
CREATE TABLE wording_version (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  part TEXT NOT NULL,
  id BLOB NOT NULL CHECK (length(id) = 16),
  n INTEGER NOT NULL,
  seq INTEGER NOT NULL REFERENCES entry (seq),
  body INTEGER NOT NULL,
  PRIMARY KEY (meeting, part, id, n, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE leaf_section (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  n INTEGER NOT NULL,
  name TEXT NOT NULL,
  slot BLOB CHECK (slot IS NULL OR length(slot) = 16),
  PRIMARY KEY (meeting, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE leaf (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  section INTEGER NOT NULL,
  n INTEGER NOT NULL,
  commitment BLOB NOT NULL CHECK (length(commitment) = 32),
  PRIMARY KEY (meeting, section, n),
  FOREIGN KEY (meeting, section) REFERENCES leaf_section (meeting, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE leaf_salt (
  meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  section INTEGER NOT NULL,
  n INTEGER NOT NULL,
  salt BLOB NOT NULL CHECK (length(salt) = 32),
  PRIMARY KEY (meeting, section, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE seal (
  meeting BLOB PRIMARY KEY REFERENCES meeting (id),
  signer BLOB NOT NULL CHECK (length(signer) = 16),
  manifest BLOB NOT NULL CHECK (length(manifest) = 32),
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
