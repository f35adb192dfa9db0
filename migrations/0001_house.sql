-- Portable between SQLite and PostgreSQL. Times are milliseconds since 1970 UTC; a day is text such as 2026-11-22.
-- Keys of what a respondent makes are 128 random bits, never ordered by time; ids of staff's records are UUIDv7.

create table service (
  key text primary key,
  name text not null,
  created bigint not null
);

-- How a service shows itself: plain texts, and its colours as heard_core::colour::Palette writes them; none are Heard's.
create table look (
  service text primary key references service (key),
  welcome text not null,
  contact text not null,
  privacy text not null,
  colours text
);

-- Shrunk and written anew by us, in base 64. Its name is a part of its address, and another where it is another.
create table logo (
  service text primary key references service (key),
  name text not null,
  picture text not null
);

-- Somebody may work for several services, and none of them can tell: the id is random, so that it does not say since
-- when we know the address, and each service has its own name for the person.
create table staff (
  id text primary key,
  email text not null unique
);

-- last_number is the counter that responses take their number from, in the transaction that stores them:
-- a reader that follows the numbers misses none.
create table survey (
  service text not null references service (key),
  key text not null,
  last_number bigint not null default 0,
  primary key (service, key)
);

-- A published version never changes.
create table survey_version (
  service text not null,
  survey text not null,
  version bigint not null,
  definition text not null,
  published bigint not null,
  primary key (service, survey, version),
  foreign key (service, survey) references survey (service, key)
);

-- A wave takes answers between two times, and never again once it has closed, whatever clocks say. The declaration is
-- what respondents are told. forget_answers and forget_monitoring are when they are deleted; nothing, once they are.
create table wave (
  id text primary key,
  service text not null,
  survey text not null,
  version bigint not null,
  opens bigint not null,
  closes bigint not null,
  closed boolean not null,
  declaration text not null,
  archived bigint,
  forget_answers bigint,
  forget_monitoring bigint,
  foreign key (service, survey, version) references survey_version (service, survey, version)
);
create index wave_of_survey on wave (service, survey, opens);

-- No time but the day, no address, no postcode: area and decile are what the postcode was reduced to.
-- The id is what is kept of the receipt. One random key and no second: each costs a page of index written for each row.
create table response (
  id text primary key,
  service text not null,
  survey text not null,
  version bigint not null,
  wave text not null references wave (id),
  number bigint not null,
  day text not null,
  channel text not null,
  audience text,
  age_band text,
  language text not null,
  area text,
  decile bigint,
  place_edition text,
  answers text not null
);
create unique index response_by_number on response (service, survey, number);

-- The ids of responses that were taken back, until their wave closes: a form is never stored again once its answers were
-- taken out. Of the person and the answers nothing is here, and no time.
create table taken_back (
  id text primary key,
  wave text not null references wave (id)
);

-- Equality monitoring, apart from the other answers.
create table monitoring (
  response text primary key references response (id) on delete cascade,
  service text not null,
  wave text not null,
  answers text not null
);

-- What is not to be joined to anything (web/src/mixing.rs): no time, no key of another table, and rows that are written
-- again in random order, with others, soon after they came. `mixed` says whether that is done.

-- Equality monitoring of those who want to be counted and not connected: each thing said a row of its own, so that not
-- even one person's hang together. The ids are random, and new with every mixing.
create table apart_answer (
  id text not null,
  service text not null,
  wave text not null references wave (id),
  question text not null,
  part text,
  said text not null,
  mixed boolean not null,
  primary key (wave, id)
);

-- What is counted of a wave without a row for anybody (web/src/tallies.rs): how long people took, by band of minutes, and
-- the section at which they stopped. waiting: newcomers, who are not shown before they are five.
create table wave_tally (
  service text not null references service (key),
  wave text not null references wave (id),
  kind text not null,
  item text not null,
  people bigint not null,
  waiting bigint not null,
  mixed boolean not null,
  primary key (wave, kind, item)
);

-- How many people of a wave said what, of those whom figures rest on: up to the response with that number, and as they
-- were then. A projection, not yet fit to be shown: disclosure control comes after. Only figures of groups are here, and
-- they stay when the answers are deleted.
create table wave_count (
  service text not null references service (key),
  wave text not null references wave (id),
  what text not null,
  base bigint not null,
  up_to bigint not null,
  counts text not null,
  primary key (wave, what)
);

-- The same by the groups that people belong to, for each thing that wave_count has such a row of: JSON.
create table wave_cut (
  service text not null references service (key),
  wave text not null references wave (id),
  what text not null,
  crossed text not null,
  primary key (wave, what)
);

-- What of the answers of a closed wave everybody may see: JSON.
create table release (
  wave text primary key references wave (id),
  service text not null references service (key),
  shown text not null
);

-- The one file of a closed wave's answers that was taken away: what is in it (JSON), up to which response, and what its
-- lines hash to. Of the answers nothing is here.
create table records_file (
  wave text primary key references wave (id),
  service text not null references service (key),
  chosen text not null,
  up_to bigint not null,
  digest text not null,
  made bigint not null
);

-- What everybody may read of what somebody wrote to a question. It goes with the answer.
create table quote (
  response text not null references response (id) on delete cascade,
  service text not null,
  wave text not null references wave (id),
  question text not null,
  words text not null,
  language text not null,
  primary key (response, question)
);
create index quote_of_wave on quote (wave, question);

-- How many people there are to hear, as a service brings it: each change is the next revision. lines: what, group, people.
create table population (
  service text not null references service (key),
  revision bigint not null,
  source text not null,
  year bigint not null,
  lines text not null,
  changed_by text references staff (id),
  changed bigint not null,
  primary key (service, revision)
);

-- Entries of prize draws. contact is sealed with the server's secret; its keyed hash lets nobody enter a wave twice.
-- turn is 1 for the winner who was drawn first.
create table draw_entry (
  service text not null references service (key),
  wave text not null references wave (id),
  contact_hash text not null,
  contact text not null,
  turn bigint,
  mixed boolean not null,
  primary key (wave, contact_hash)
);

-- Who wants to be told what happened. recipient holds address and language, sealed with the server's secret; the code
-- that mails carry follows from the address, and its keyed hash is the key. asked is how many mails have asked them to
-- confirm; until is the day, which says no more than the week, on which an unconfirmed one is deleted.
create table listener (
  service text not null references service (key),
  code_hash text not null,
  recipient text not null,
  asked bigint not null,
  until text,
  mixed boolean not null,
  primary key (service, code_hash)
);

-- Answers on their way. Deleted in the transaction that stores the response, or when they expire.
-- return_hash is what is kept of the words that lead back to it; moved_from, what led to it before they did.
create table draft (
  code_hash text primary key,
  service text not null,
  survey text not null,
  version bigint not null,
  wave text not null references wave (id),
  language text not null,
  pace text not null,
  response text not null,
  apart boolean not null default false,
  expires bigint not null,
  return_hash text,
  moved_from text
);
create index draft_by_expiry on draft (expires);
create unique index draft_by_words on draft (return_hash) where return_hash is not null;
create index draft_that_moved on draft (moved_from) where moved_from is not null;
create table draft_answer (
  draft text not null references draft (code_hash) on delete cascade on update cascade,
  question text not null,
  answer text not null,
  primary key (draft, question)
);

-- A sheet of paper that is typed in, by the number that stands on it. What was typed is here until two typings agree or
-- are settled, and who typed it; then it is a response, and the row says no more than that the sheet is done.
create table paper_sheet (
  service text not null references service (key),
  wave text not null references wave (id),
  number bigint not null,
  state text not null,
  first_typing text,
  first_by text,
  second_typing text,
  second_by text,
  primary key (wave, number)
);
create index paper_sheet_of_service on paper_sheet (service, wave);

-- The postcode lookup: all units of an outward code in one row, so that a question names only the outward code.
create table area (
  code text primary key,
  name text not null
);
create table postcode_units (
  outward text primary key,
  edition text not null,
  units text not null
);

-- A component by the digest of its bytes, which never change; base64, because the two databases name bytes differently.
create table artefact (
  digest text primary key,
  name text not null,
  version text not null,
  component text not null,
  added bigint not null
);

-- The components that a service brought itself, beside those that come with Heard: nobody else sees them.
-- examples: how many examples came with it, all of which it passed.
create table service_artefact (
  service text not null references service (key),
  artefact text not null references artefact (digest),
  staff text references staff (id),
  examples bigint not null,
  added bigint not null,
  primary key (service, artefact)
);

-- A plugin set up for a survey. Its set-ups never change: another one becomes the active one, and none is before the
-- first was switched on. The plan shows the figures of shown_setup: of the active one, as soon as it has caught up.
-- changes counts what changed contributions; measured, up to which of them measures have been brought.
create table binding (
  id text primary key,
  service text not null,
  survey text not null,
  key text not null,
  title text not null,
  active_setup text,
  shown_setup text,
  state text not null,
  fault text,
  cursor bigint not null default 0,
  changes bigint not null default 0,
  measured bigint not null default 0,
  foreign key (service, survey) references survey (service, key),
  unique (service, key)
);
create table binding_setup (
  id text primary key,
  binding text not null references binding (id),
  artefact text not null references artefact (digest),
  settings text not null,
  settings_digest text not null,
  contract text not null,
  made_by text references staff (id),
  created bigint not null,
  activated bigint
);
create index setup_of_binding on binding_setup (binding, created);

-- Settings that people are working on, fit or not: one draft for a binding. The revision tells two who save at once.
create table binding_draft (
  binding text primary key references binding (id),
  artefact text not null references artefact (digest),
  settings text not null,
  revision bigint not null,
  changed_by text not null references staff (id),
  changed bigint not null
);

-- Surveys that are being written. A change is the next revision, and none is ever changed: so one can go back, and of two
-- who save at once, one is told. losses: what of a file had no equal here, where it came in one.
create table survey_draft (
  service text not null references service (key),
  survey text not null,
  revision bigint not null,
  definition text not null,
  done text not null,
  changed_by text not null references staff (id),
  changed bigint not null,
  losses text,
  primary key (service, survey, revision)
);

-- What a set-up would change in what responses give, held against the one that was active then. A projection, not yet
-- fit to be shown: disclosure control comes after.
create table comparison (
  setup text primary key references binding_setup (id),
  against text not null references binding_setup (id),
  result text not null,
  made bigint not null
);

-- What one response gives one indicator. A projection: it can be thrown away and scored again.
create table contribution (
  setup text not null references binding_setup (id),
  response text not null references response (id) on delete cascade,
  indicator text not null,
  number bigint not null,
  version bigint not null,
  value double precision not null,
  weight double precision not null,
  sources text not null,
  primary key (setup, response, indicator)
);
create index contribution_in_order on contribution (setup, indicator, number);

-- Responses that a plugin could not score: they wait, and are visible.
create table unscored (
  setup text not null references binding_setup (id),
  response text not null references response (id) on delete cascade,
  number bigint not null,
  reason text not null,
  primary key (setup, response)
);

-- An indicator's figure for a wave, not yet fit to be shown: disclosure control comes after. Also a projection.
create table measure (
  setup text not null references binding_setup (id),
  wave text not null references wave (id),
  indicator text not null,
  version bigint not null,
  figure text not null,
  minimum double precision not null,
  maximum double precision not null,
  up_to bigint not null,
  computed bigint not null,
  primary key (setup, wave, indicator)
);

-- A plan never changes either: a revision is a new version. staff: who put it in force, nobody where the operator did;
-- note: what changed and why, in their words.
create table plan_version (
  service text not null references service (key),
  version bigint not null,
  definition text not null,
  staff text references staff (id),
  note text not null,
  created bigint not null,
  primary key (service, version)
);

-- "You said, we did". Without `published` it is a draft; what is published never changes, but can be withdrawn. corrects: the
-- key of the one that it is in place of.
create table service_update (
  service text not null references service (key),
  key text not null,
  definition text not null,
  revision bigint not null,
  changed_by text not null references staff (id),
  changed bigint not null,
  published bigint,
  withdrawn bigint,
  withdrawn_why text,
  corrects text,
  primary key (service, key)
);

-- What the service says of each of the hub's functions, for its funder's yearly return.
create table plan_narrative (
  service text not null references service (key),
  hub_function text not null,
  words text not null,
  primary key (service, hub_function)
);

-- The plan that is being written, until it is put in force. based_on: the version it was begun from, 0 where there was none.
create table plan_draft (
  service text primary key references service (key),
  revision bigint not null,
  definition text not null,
  based_on bigint not null,
  changed_by text not null references staff (id),
  changed bigint not null
);

create table role (
  staff text not null references staff (id),
  service text not null references service (key),
  name text not null,
  role text not null,
  primary key (staff, service)
);
-- Who looks after the whole: adds services and their first owners, and sees nothing of what a service does.
create table operator (
  staff text primary key references staff (id)
);
create table sign_in_link (
  code_hash text primary key,
  staff text not null references staff (id),
  expires bigint not null
);
-- passkey: the name, then, of the one that began it; none, where a link in a mail did.
create table session (
  code_hash text primary key,
  staff text not null references staff (id),
  started bigint not null,
  expires bigint not null,
  device text not null,
  passkey text
);

-- id and public_key are in base64url, as browsers give them: the key in the form of COSE (RFC 9052). counter: how often the
-- passkey says that it was used; 0 for ever, where it does not count.
create table passkey (
  id text primary key,
  staff text not null references staff (id),
  name text not null,
  public_key text not null,
  counter bigint not null,
  added bigint not null,
  last_used bigint
);
create index passkey_of_staff on passkey (staff);

-- What a passkey is to sign next, once. Nobody's: it is for signing in.
create table passkey_challenge (
  code_hash text primary key,
  staff text references staff (id),
  expires bigint not null
);

-- Who changed what, written in the transaction of the change. No service: it concerns all, or none, as a sign-in does.
-- No staff: the operator, or the server itself.
create table audit (
  id text primary key,
  service text,
  staff text,
  at bigint not null,
  action text not null,
  detail text not null
);
create index audit_of_service on audit (service, at);

-- Mail to be sent, queued in the transaction of its cause, and deleted when it is sent or when give_up has come. Where it is
-- one of many: the wave that it invites to, and the keyed hash of its address. Such mails let all others go first.
create table outbox (
  id text primary key,
  recipient text not null,
  subject text not null,
  body text not null,
  attempts bigint not null default 0,
  due bigint not null,
  give_up bigint not null,
  wave text,
  address text,
  many boolean not null
);
create index outbox_by_due on outbox (many, due, id);

-- Addresses, by their keyed hash, that a mail server says it does not have, and the day on which it said so.
create table undeliverable (
  address text primary key,
  day text not null
);

-- Who is invited to a wave, until it closes. address is its keyed hash, and link that of the code which the link carries;
-- recipient holds language and address, sealed. mailing: the last one that wrote to them. answered: somebody sent answers
-- by the link; the row is then mixed (web/src/mixing.rs), so that its place does not tell which answers.
create table invitation (
  wave text not null references wave (id),
  address text not null,
  service text not null references service (key),
  link text not null,
  recipient text not null,
  mailing text,
  answered boolean not null,
  mixed boolean not null,
  primary key (wave, address)
);
create unique index invitation_by_link on invitation (link);

-- A round of mails to those who are invited: to all who had none, or again to those who have not answered. words: what
-- the service says in it, by language.
create table mailing (
  id text primary key,
  service text not null references service (key),
  wave text not null references wave (id),
  reminds boolean not null,
  words text not null,
  due bigint not null,
  begun boolean not null,
  done boolean not null
);
create index mailing_of_wave on mailing (wave, due);

-- Who never wants to be invited by a service again: keyed hashes of addresses.
create table unwanted (
  service text not null references service (key),
  address text not null,
  primary key (service, address)
);

-- A youth music council of a service. Ids of what young people make are random.
create table council (
  id text primary key,
  service text not null references service (key),
  name text not null,
  created bigint not null
);
create index council_of_service on council (service);

-- Somebody on a council: no name, no address, no day. nickname is empty where they want none.
create table member (
  id text primary key,
  service text not null references service (key),
  council text not null references council (id),
  role text not null,
  nickname text not null
);
create index member_of_council on member (council);

-- What is kept of a printed code that lets somebody join, until it is used. member: who lost theirs, and gets this one.
create table council_code (
  code_hash text primary key,
  service text not null references service (key),
  council text not null references council (id),
  role text not null,
  member text references member (id),
  expires bigint not null
);

-- A member's device.
create table member_session (
  code_hash text primary key,
  service text not null references service (key),
  member text not null references member (id),
  expires bigint not null
);
create index session_of_member on member_session (member);

-- A poll of a council. options: their names, in order, and rule, as heard_core::poll has it, both JSON. closes: when it
-- closes by itself; nothing, where somebody closes it. seed: what breaks ties, of which only its seal is told until it is
-- over. slips: how many codes were printed for a secret ballot. stopped: why an adult stopped it.
create table poll (
  id text primary key,
  service text not null references service (key),
  council text not null references council (id),
  question text not null,
  options text not null,
  rule text not null,
  secret boolean not null,
  running boolean not null,
  quorum bigint not null,
  closes bigint,
  seed text not null,
  state text not null,
  slips bigint not null,
  made bigint not null,
  ended bigint,
  stopped text
);
create index poll_of_council on poll (council, made);

-- An idea of a member, or what somebody would change about one (about). named: whether others read whose it is. state: as
-- web/src/ideas/sql.rs has it. note: what whoever decided last said. poll: what it became. turn: how often it changed.
create table idea (
  id text primary key,
  service text not null references service (key),
  council text not null references council (id),
  member text not null references member (id),
  about text references idea (id),
  named boolean not null,
  words text not null,
  state text not null,
  note text,
  poll text references poll (id),
  turn bigint not null,
  since bigint not null
);
create index idea_of_council on idea (council, since);

-- Who supports an idea: so that each counts once and can take it back. No page tells who.
create table idea_support (
  idea text not null references idea (id),
  member text not null references member (id),
  service text not null references service (key),
  primary key (idea, member)
);

-- A show of hands: how a member voted, who can change it until it is over.
create table hand (
  poll text not null references poll (id),
  member text not null references member (id),
  service text not null references service (key),
  marks text not null,
  primary key (poll, member)
);

-- A secret ballot (web/src/polls/secret.rs): what is kept of the printed codes that were not used, and the ballots. No row
-- of the one has anything in common with a row of the other but the poll, and with every ballot all are written anew.
create table ballot_code (
  code_hash text primary key,
  service text not null references service (key),
  poll text not null references poll (id)
);
create index code_of_poll on ballot_code (poll);
create table ballot (
  id text primary key,
  service text not null references service (key),
  poll text not null references poll (id),
  marks text not null
);
create index ballot_of_poll on ballot (poll);

-- What a council decided by a poll, and what the service answers. due: the day until which it has to. answer: yes, partly
-- or no; answer_day: by when it does it. action: key of an action of its plan. done: what the council says, if anything.
create table decision (
  poll text primary key references poll (id),
  service text not null references service (key),
  council text not null references council (id),
  words text not null,
  decided bigint not null,
  due text not null,
  answer text,
  answer_words text,
  answer_day text,
  action text,
  answered bigint,
  done boolean
);
create index decision_of_service on decision (service, decided);
