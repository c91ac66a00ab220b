--liquibase formatted sql

-- One statement a changeset, and each may run twice: a node killed between a statement and its record starts again
-- there. The same SQL runs on H2 and PostgreSQL, but for the one word below. Never change a changeset that was
-- released: add one.

--property name:stored value:STORED dbms:postgresql
--property name:stored value:/*computed*/ dbms:h2

--changeset careunit:001-documents
CREATE TABLE IF NOT EXISTS documents (
    scope_level varchar(10) NOT NULL,
    scope_id varchar(40) NOT NULL,
    kind varchar(60) NOT NULL,
    doc_key varchar(120) NOT NULL,
    version bigint NOT NULL,
    state varchar(10) NOT NULL,
    effective_from timestamp(6) with time zone NOT NULL,
    parent_version bigint,
    shape integer NOT NULL,
    change_set uuid,
    body varchar(1000000) NOT NULL,
    actor varchar(150) NOT NULL,
    saved_at timestamp(6) with time zone NOT NULL,
    PRIMARY KEY (scope_level, scope_id, kind, doc_key, version)
);

--changeset careunit:002-documents-change-set
CREATE INDEX IF NOT EXISTS documents_change_set ON documents (change_set);

--changeset careunit:003-events
CREATE TABLE IF NOT EXISTS events (
    event_id varchar(100) NOT NULL PRIMARY KEY,
    type varchar(30) NOT NULL,
    unit varchar(31),
    case_id varchar(100),
    sequence_number bigint,
    occurred_at timestamp(6) with time zone NOT NULL,
    body varchar(20000) NOT NULL,
    taken_in_at timestamp(6) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);

--changeset careunit:004-events-case
CREATE INDEX IF NOT EXISTS events_case ON events (unit, case_id);

--changeset careunit:005-cases
CREATE TABLE IF NOT EXISTS cases (
    unit varchar(31) NOT NULL,
    case_id varchar(100) NOT NULL,
    phase varchar(10) NOT NULL,
    case_type varchar(60),
    received_at timestamp(6) with time zone,
    handler varchar(31),
    staff_due timestamp(6) with time zone,
    resident_due timestamp(6) with time zone,
    closed_at timestamp(6) with time zone,
    last_sequence bigint,
    last_occurred_at timestamp(6) with time zone,
    last_event_id varchar(100),
    PRIMARY KEY (unit, case_id)
);

--changeset careunit:006-cases-staff-due
CREATE INDEX IF NOT EXISTS cases_staff_due ON cases (staff_due);

--changeset careunit:007-cases-resident-due
CREATE INDEX IF NOT EXISTS cases_resident_due ON cases (resident_due);

--changeset careunit:008-messages
CREATE TABLE IF NOT EXISTS messages (
    id uuid NOT NULL PRIMARY KEY,
    event_id varchar(100) NOT NULL,
    unit varchar(31) NOT NULL,
    case_id varchar(100) NOT NULL,
    channel varchar(10) NOT NULL,
    recipient varchar(100) NOT NULL,
    shown varchar(300),
    carrier uuid,
    state varchar(20) NOT NULL,
    attempts integer NOT NULL,
    detail varchar(500) NOT NULL,
    changed_at timestamp(6) with time zone NOT NULL,
    UNIQUE (event_id, recipient, channel)
);

--changeset careunit:009-messages-carrier
CREATE INDEX IF NOT EXISTS messages_carrier ON messages (carrier);

--changeset careunit:009-messages-case
CREATE INDEX IF NOT EXISTS messages_case ON messages (unit, case_id);

--changeset careunit:009-messages-changed
CREATE INDEX IF NOT EXISTS messages_changed ON messages (changed_at);

--changeset careunit:010-audit
CREATE TABLE IF NOT EXISTS audit (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    unit varchar(31) NOT NULL,
    actor varchar(150) NOT NULL,
    action varchar(60) NOT NULL,
    text varchar(10000) NOT NULL,
    at timestamp(6) with time zone NOT NULL
);

--changeset careunit:011-audit-unit
CREATE INDEX IF NOT EXISTS audit_unit ON audit (unit, number);

-- The columns are db-scheduler's; job_type and lane (type|destination) are read out of the instance,
-- type|destination|key, so that a node asks only for jobs it has a handler and a free worker for.
--changeset careunit:012-jobs
CREATE TABLE IF NOT EXISTS jobs (
    task_name varchar(40) NOT NULL,
    task_instance varchar(250) NOT NULL,
    task_data bytea,
    execution_time timestamp(6) with time zone NOT NULL,
    picked boolean NOT NULL,
    picked_by varchar(50),
    last_success timestamp(6) with time zone,
    last_failure timestamp(6) with time zone,
    consecutive_failures integer,
    last_heartbeat timestamp(6) with time zone,
    version bigint NOT NULL,
    job_type varchar(40) GENERATED ALWAYS AS (substring(task_instance from 1 for position('|' in task_instance) - 1)) ${stored},
    lane varchar(145) GENERATED ALWAYS AS (substring(task_instance from 1 for position('|' in task_instance) + position('|' in substring(task_instance from position('|' in task_instance) + 1)) - 1)) ${stored},
    PRIMARY KEY (task_name, task_instance)
);

--changeset careunit:013-jobs-due
CREATE INDEX IF NOT EXISTS jobs_due ON jobs (execution_time);

--changeset careunit:013-jobs-lane
CREATE INDEX IF NOT EXISTS jobs_lane ON jobs (lane, execution_time);

--changeset careunit:013-jobs-type
CREATE INDEX IF NOT EXISTS jobs_type ON jobs (job_type, execution_time);

--changeset careunit:014-jobs-heartbeat
CREATE INDEX IF NOT EXISTS jobs_heartbeat ON jobs (picked, last_heartbeat);

--changeset careunit:015-jobs-set-aside
CREATE TABLE IF NOT EXISTS jobs_set_aside (
    id varchar(250) NOT NULL PRIMARY KEY,
    payload varchar(20000) NOT NULL,
    failures integer NOT NULL,
    since timestamp(6) with time zone NOT NULL,
    reason varchar(500) NOT NULL,
    set_aside_at timestamp(6) with time zone NOT NULL
);

--changeset careunit:016-digests
CREATE TABLE IF NOT EXISTS digests (
    unit varchar(31) NOT NULL,
    channel varchar(10) NOT NULL,
    recipient varchar(100) NOT NULL,
    window_ends timestamp(6) with time zone,
    gathering uuid,
    PRIMARY KEY (unit, channel, recipient)
);

--changeset careunit:017-suppressions
CREATE TABLE IF NOT EXISTS suppressions (
    channel varchar(10) NOT NULL,
    address varchar(100) NOT NULL,
    shown varchar(300) NOT NULL,
    reason varchar(500) NOT NULL,
    since timestamp(6) with time zone NOT NULL,
    PRIMARY KEY (channel, address)
);

-- Which secrets the pseudonyms in these tables were made with: their fingerprints, not the secrets.
--changeset careunit:018-secrets
CREATE TABLE IF NOT EXISTS secrets (
    purpose varchar(20) NOT NULL PRIMARY KEY,
    fingerprint varchar(64) NOT NULL
);

--changeset careunit:020-units
CREATE TABLE IF NOT EXISTS units (
    unit varchar(31) NOT NULL PRIMARY KEY,
    region varchar(2) NOT NULL,
    name varchar(120) NOT NULL,
    state varchar(20) NOT NULL,
    version bigint NOT NULL
);

--changeset careunit:021-units-region
CREATE INDEX IF NOT EXISTS units_region ON units (region);

--changeset careunit:022-grants
CREATE TABLE IF NOT EXISTS grants (
    scope_level varchar(10) NOT NULL,
    scope_id varchar(40) NOT NULL,
    staff varchar(31) NOT NULL,
    permission varchar(30) NOT NULL,
    granted_by varchar(150) NOT NULL,
    granted_at timestamp(6) with time zone NOT NULL,
    PRIMARY KEY (scope_level, scope_id, staff, permission)
);

--changeset careunit:023-grants-staff
CREATE INDEX IF NOT EXISTS grants_staff ON grants (staff);

-- Sealed, row by row; number runs from 1 in each trail. What the table audit held is moved here when a node starts.
--changeset careunit:030-audit-rows
CREATE TABLE IF NOT EXISTS audit_rows (
    trail_level varchar(10) NOT NULL,
    trail_id varchar(40) NOT NULL,
    number bigint NOT NULL,
    actor varchar(150) NOT NULL,
    action varchar(60) NOT NULL,
    text varchar(10000) NOT NULL,
    resident varchar(64),
    at timestamp(6) with time zone NOT NULL,
    key_number integer NOT NULL,
    seal varchar(64) NOT NULL,
    PRIMARY KEY (trail_level, trail_id, number)
);

--changeset careunit:031-audit-rows-resident
CREATE INDEX IF NOT EXISTS audit_rows_resident ON audit_rows (resident);

-- The end of each trail, and where it begins since it was last pruned; signed as a whole.
--changeset careunit:032-audit-heads
CREATE TABLE IF NOT EXISTS audit_heads (
    trail_level varchar(10) NOT NULL,
    trail_id varchar(40) NOT NULL,
    number bigint NOT NULL,
    seal varchar(64) NOT NULL,
    pruned bigint NOT NULL,
    pruned_seal varchar(64) NOT NULL,
    key_number integer NOT NULL,
    signature varchar(64) NOT NULL,
    logged bigint NOT NULL,
    PRIMARY KEY (trail_level, trail_id)
);

--changeset careunit:033-secret-keys
CREATE TABLE IF NOT EXISTS secret_keys (
    purpose varchar(20) NOT NULL,
    number integer NOT NULL,
    fingerprint varchar(64) NOT NULL,
    PRIMARY KEY (purpose, number)
);

--changeset careunit:034-secret-keys-first
INSERT INTO secret_keys (purpose, number, fingerprint) SELECT purpose, 1, fingerprint FROM secrets ON CONFLICT DO NOTHING;

-- Staff who are known here. The number is a keyed hash; whoever had a grant before has an account without one.
--changeset careunit:050-accounts
CREATE TABLE IF NOT EXISTS accounts (
    staff varchar(31) NOT NULL PRIMARY KEY,
    person_number varchar(64),
    employed_until timestamp(6) with time zone,
    made_by varchar(150) NOT NULL,
    made_at timestamp(6) with time zone NOT NULL
);

--changeset careunit:051-accounts-person-number
CREATE INDEX IF NOT EXISTS accounts_person_number ON accounts (person_number);

--changeset careunit:052-accounts-of-grants
INSERT INTO accounts (staff, made_by, made_at)
    SELECT staff, min(granted_by), min(granted_at) FROM grants GROUP BY staff ON CONFLICT DO NOTHING;

--changeset careunit:053-grants-valid-from
ALTER TABLE grants ADD COLUMN IF NOT EXISTS valid_from timestamp(6) with time zone;

--changeset careunit:054-grants-valid-until
ALTER TABLE grants ADD COLUMN IF NOT EXISTS valid_until timestamp(6) with time zone;

-- Who is locked at which unit; elsewhere they are not.
--changeset careunit:055-locked-staff
CREATE TABLE IF NOT EXISTS locked_staff (
    unit varchar(31) NOT NULL,
    staff varchar(31) NOT NULL,
    locked_by varchar(150) NOT NULL,
    locked_at timestamp(6) with time zone NOT NULL,
    PRIMARY KEY (unit, staff)
);

--changeset careunit:070-approvals
CREATE TABLE IF NOT EXISTS approvals (
    unit varchar(31) NOT NULL,
    resident varchar(64) NOT NULL,
    last_day date,
    approved_by varchar(150) NOT NULL,
    approved_at timestamp(6) with time zone NOT NULL,
    PRIMARY KEY (unit, resident)
);

--changeset careunit:071-approvals-resident
CREATE INDEX IF NOT EXISTS approvals_resident ON approvals (resident);

--changeset careunit:080-units-opened
ALTER TABLE units ADD COLUMN IF NOT EXISTS opened_at timestamp(6) with time zone;

--changeset careunit:081-units-closed
ALTER TABLE units ADD COLUMN IF NOT EXISTS closed_at timestamp(6) with time zone;

-- The audit trail knows when units opened that joined before this was kept.
--changeset careunit:082-units-opened-before
UPDATE units SET opened_at = (SELECT MIN(audit.at) FROM audit WHERE audit.unit = units.unit AND audit.action = 'unit.open') WHERE opened_at IS NULL AND state <> 'REGISTERED';

-- Memories are filled with the newest version of one kind in all scopes.
--changeset careunit:085-documents-kind
CREATE INDEX IF NOT EXISTS documents_kind ON documents (scope_level, kind, doc_key);

-- Daily caps count what a unit has received since midnight.
--changeset careunit:095-cases-received
CREATE INDEX IF NOT EXISTS cases_received ON cases (unit, received_at);

--changeset careunit:096-named-residents
CREATE TABLE IF NOT EXISTS named_residents (
    unit varchar(31) NOT NULL,
    case_type varchar(40) NOT NULL,
    resident varchar(64) NOT NULL,
    named_by varchar(150) NOT NULL,
    named_at timestamp(6) with time zone NOT NULL,
    PRIMARY KEY (unit, case_type, resident)
);

-- By which secret each keyed hash was made; empty where it is from before this was kept and there had been several by then.
--changeset careunit:100-suppressions-key
ALTER TABLE suppressions ADD COLUMN IF NOT EXISTS key_number integer;

--changeset careunit:101-accounts-key
ALTER TABLE accounts ADD COLUMN IF NOT EXISTS key_number integer;

--changeset careunit:102-approvals-key
ALTER TABLE approvals ADD COLUMN IF NOT EXISTS key_number integer;

--changeset careunit:103-named-residents-key
ALTER TABLE named_residents ADD COLUMN IF NOT EXISTS key_number integer;

--changeset careunit:104-suppressions-first-key
UPDATE suppressions SET key_number = 1 WHERE key_number IS NULL AND NOT EXISTS (SELECT 1 FROM secret_keys WHERE purpose = 'ADDRESS' AND number > 1);

--changeset careunit:105-accounts-first-key
UPDATE accounts SET key_number = 1 WHERE key_number IS NULL AND person_number IS NOT NULL AND NOT EXISTS (SELECT 1 FROM secret_keys WHERE purpose = 'PERSON_NUMBER' AND number > 1);

--changeset careunit:106-approvals-first-key
UPDATE approvals SET key_number = 1 WHERE key_number IS NULL AND NOT EXISTS (SELECT 1 FROM secret_keys WHERE purpose = 'RESIDENT' AND number > 1);

--changeset careunit:107-named-residents-first-key
UPDATE named_residents SET key_number = 1 WHERE key_number IS NULL AND NOT EXISTS (SELECT 1 FROM secret_keys WHERE purpose = 'RESIDENT' AND number > 1);

-- The ledger with what each row is about, and the attempt that has it now. A message's first row has the message's id.
--changeset careunit:120-ledger
CREATE TABLE IF NOT EXISTS ledger (
    id uuid NOT NULL PRIMARY KEY,
    topic varchar(20) NOT NULL,
    event_id varchar(100) NOT NULL,
    unit varchar(31) NOT NULL,
    case_id varchar(100) NOT NULL,
    channel varchar(10) NOT NULL,
    recipient varchar(120) NOT NULL,
    shown varchar(300),
    message_id uuid,
    token uuid,
    joined integer DEFAULT 0 NOT NULL,
    state varchar(20) NOT NULL,
    attempts integer NOT NULL,
    detail varchar(500) NOT NULL,
    changed_at timestamp(6) with time zone NOT NULL,
    UNIQUE (topic, event_id, recipient, channel)
);

--changeset careunit:121-ledger-message
CREATE INDEX IF NOT EXISTS ledger_message ON ledger (message_id);

--changeset careunit:122-ledger-case
CREATE INDEX IF NOT EXISTS ledger_case ON ledger (unit, case_id);

--changeset careunit:123-ledger-changed
CREATE INDEX IF NOT EXISTS ledger_changed ON ledger (changed_at);

--changeset careunit:124-ledger-rows
INSERT INTO ledger (id, topic, event_id, unit, case_id, channel, recipient, shown, message_id, state, attempts, detail, changed_at) SELECT id, CASE WHEN event_id LIKE 'administrator-lost:%' THEN 'ADMINISTRATOR_LOST' WHEN recipient LIKE 'test:%' OR event_id LIKE 'test-%' THEN 'TEST' WHEN recipient LIKE 'staff:%' OR EXISTS (SELECT 1 FROM events WHERE events.event_id = messages.event_id AND events.type = 'case-given') THEN 'GIVEN' ELSE 'NEW_CASE' END, event_id, unit, case_id, channel, CASE WHEN recipient LIKE 'test:%' THEN 'staff:' || SUBSTRING(recipient FROM 6) ELSE recipient END, shown, carrier, state, attempts, detail, changed_at FROM messages ON CONFLICT DO NOTHING;

--changeset careunit:126-messages-gone
DROP TABLE IF EXISTS messages;

--changeset careunit:127-digest-windows
CREATE TABLE IF NOT EXISTS digest_windows (
    unit varchar(31) NOT NULL,
    topic varchar(20) NOT NULL,
    channel varchar(10) NOT NULL,
    recipient varchar(120) NOT NULL,
    ends timestamp(6) with time zone,
    message_id uuid,
    PRIMARY KEY (unit, topic, channel, recipient)
);

--changeset careunit:128-digests-gone
DROP TABLE IF EXISTS digests;

-- What a change of a region's or the platform's documents locks; units have a row of their own.
--changeset careunit:140-scope-locks
CREATE TABLE IF NOT EXISTS scope_locks (
    scope_level varchar(10) NOT NULL,
    scope_id varchar(40) NOT NULL,
    PRIMARY KEY (scope_level, scope_id)
);

-- What waits and what runs. READY: may start now, in the order of turn; LATER: at due; HELD: behind another of its order;
-- RUNNING: claimed by owner, and token says by which claim. A look never compares with the clock, so it costs the same
-- however many rows wait.
--changeset careunit:200-job-queue
CREATE TABLE IF NOT EXISTS job_queue (
    id varchar(250) NOT NULL PRIMARY KEY,
    lane varchar(145) NOT NULL,
    state varchar(10) NOT NULL,
    turn timestamp(6) with time zone NOT NULL,
    due timestamp(6) with time zone NOT NULL,
    since timestamp(6) with time zone NOT NULL,
    failures integer NOT NULL,
    payload varchar(20000) NOT NULL,
    share varchar(100),
    recurring boolean NOT NULL,
    order_key varchar(150),
    order_number bigint,
    owner varchar(80),
    token bigint NOT NULL,
    taken_at timestamp(6) with time zone,
    rerun boolean NOT NULL,
    rerun_payload varchar(20000),
    rerun_due timestamp(6) with time zone,
    stop boolean NOT NULL,
    progress varchar(200)
);

--changeset careunit:201-job-queue-ready
CREATE INDEX IF NOT EXISTS job_queue_ready ON job_queue (state, lane, turn, id);

--changeset careunit:202-job-queue-later
CREATE INDEX IF NOT EXISTS job_queue_later ON job_queue (state, due);

--changeset careunit:203-job-queue-owner
CREATE INDEX IF NOT EXISTS job_queue_owner ON job_queue (owner);

--changeset careunit:204-job-queue-order
CREATE INDEX IF NOT EXISTS job_queue_order ON job_queue (order_key, order_number);

--changeset careunit:205-job-nodes
CREATE TABLE IF NOT EXISTS job_nodes (
    node varchar(80) NOT NULL PRIMARY KEY,
    seen_at timestamp(6) with time zone NOT NULL
);

--changeset careunit:206-job-rates
CREATE TABLE IF NOT EXISTS job_rates (
    lane varchar(145) NOT NULL PRIMARY KEY,
    next_at timestamp(6) with time zone NOT NULL
);

--changeset careunit:207-job-orders
CREATE TABLE IF NOT EXISTS job_orders (
    order_key varchar(150) NOT NULL PRIMARY KEY,
    last_number bigint NOT NULL
);

--changeset careunit:208-set-aside-share
ALTER TABLE jobs_set_aside ADD COLUMN IF NOT EXISTS share varchar(100);

--changeset careunit:209-set-aside-order
ALTER TABLE jobs_set_aside ADD COLUMN IF NOT EXISTS order_key varchar(150);

--changeset careunit:210-set-aside-order-number
ALTER TABLE jobs_set_aside ADD COLUMN IF NOT EXISTS order_number bigint;

--changeset careunit:211-set-aside-order-index
CREATE INDEX IF NOT EXISTS jobs_set_aside_order ON jobs_set_aside (order_key);

--changeset careunit:212-set-aside-time
CREATE INDEX IF NOT EXISTS jobs_set_aside_time ON jobs_set_aside (set_aside_at);

-- The old table's task_data is "failures since payload".
--changeset careunit:213-jobs-moved dbms:postgresql
INSERT INTO job_queue (id, lane, state, turn, due, since, failures, payload, recurring, token, rerun, stop)
    SELECT task_instance, lane, 'LATER', execution_time, execution_time, execution_time, 0,
        regexp_replace(convert_from(task_data, 'UTF8'), '^[^ ]* [^ ]* ', ''), FALSE, 0, FALSE, FALSE
    FROM jobs ON CONFLICT DO NOTHING;

--changeset careunit:213-jobs-moved-h2 dbms:h2
INSERT INTO job_queue (id, lane, state, turn, due, since, failures, payload, recurring, token, rerun, stop)
    SELECT task_instance, lane, 'LATER', execution_time, execution_time, execution_time, 0,
        regexp_replace(utf8tostring(task_data), '^[^ ]* [^ ]* ', ''), FALSE, 0, FALSE, FALSE
    FROM jobs ON CONFLICT DO NOTHING;

--changeset careunit:214-jobs-dropped
DROP TABLE IF EXISTS jobs;

-- What the clocks of a case need of its current round. Round 0: stored before this was kept, to be folded again.
--changeset careunit:300-cases-round
ALTER TABLE cases ADD COLUMN IF NOT EXISTS round integer DEFAULT 0 NOT NULL;

--changeset careunit:301-cases-round-started
ALTER TABLE cases ADD COLUMN IF NOT EXISTS round_started_at timestamp(6) with time zone;

--changeset careunit:302-cases-rests
ALTER TABLE cases ADD COLUMN IF NOT EXISTS rests varchar(10000);

--changeset careunit:303-cases-first-reply
ALTER TABLE cases ADD COLUMN IF NOT EXISTS first_reply_at timestamp(6) with time zone;

--changeset careunit:304-cases-answered
ALTER TABLE cases ADD COLUMN IF NOT EXISTS answered_at timestamp(6) with time zone;

--changeset careunit:305-cases-resident-done
ALTER TABLE cases ADD COLUMN IF NOT EXISTS resident_done boolean DEFAULT FALSE NOT NULL;

--changeset careunit:306-cases-reminded
ALTER TABLE cases ADD COLUMN IF NOT EXISTS reminded varchar(100);

--changeset careunit:307-cases-unanswered-replies
ALTER TABLE cases ADD COLUMN IF NOT EXISTS unanswered_replies varchar(2100);

--changeset careunit:308-cases-running
ALTER TABLE cases ADD COLUMN IF NOT EXISTS running boolean DEFAULT TRUE NOT NULL;

--changeset careunit:309-cases-staff-due-all
DROP INDEX IF EXISTS cases_staff_due;

--changeset careunit:310-cases-resident-due-all
DROP INDEX IF EXISTS cases_resident_due;

-- H2 has no partial indexes.
--changeset careunit:311-cases-due-of-staff dbms:postgresql
CREATE INDEX IF NOT EXISTS cases_due_of_staff ON cases (staff_due, unit) WHERE staff_due IS NOT NULL;

--changeset careunit:311-cases-due-of-staff-h2 dbms:h2
CREATE INDEX IF NOT EXISTS cases_due_of_staff ON cases (staff_due, unit);

--changeset careunit:312-cases-due-of-residents dbms:postgresql
CREATE INDEX IF NOT EXISTS cases_due_of_residents ON cases (resident_due, unit) WHERE resident_due IS NOT NULL;

--changeset careunit:312-cases-due-of-residents-h2 dbms:h2
CREATE INDEX IF NOT EXISTS cases_due_of_residents ON cases (resident_due, unit);

--changeset careunit:313-cases-running-index dbms:postgresql
CREATE INDEX IF NOT EXISTS cases_running ON cases (unit, case_id) WHERE running;

--changeset careunit:313-cases-running-index-h2 dbms:h2
CREATE INDEX IF NOT EXISTS cases_running ON cases (running, unit, case_id);

-- By which settings the clocks of a unit's running cases were last calculated.
--changeset careunit:314-unit-clocks
CREATE TABLE IF NOT EXISTS unit_clocks (
    unit varchar(31) NOT NULL PRIMARY KEY,
    fingerprint varchar(64) NOT NULL
);

-- One row where cases were stored before clocks ran: what fell due before that counts as passed.
--changeset careunit:315-clocks-since
CREATE TABLE IF NOT EXISTS clocks_since (
    number integer NOT NULL PRIMARY KEY,
    at timestamp(6) with time zone NOT NULL
);

--changeset careunit:316-clocks-since-now
INSERT INTO clocks_since (number, at) SELECT 1, CURRENT_TIMESTAMP FROM cases FETCH FIRST 1 ROWS ONLY ON CONFLICT DO NOTHING;

-- When the host confirmed that a case is archived; empty until then.
--changeset careunit:350-cases-archive-confirmed
ALTER TABLE cases ADD COLUMN IF NOT EXISTS archive_confirmed_at timestamp(6) with time zone;

-- Retention walks ended cases from the oldest on.
--changeset careunit:351-cases-ended dbms:postgresql
CREATE INDEX IF NOT EXISTS cases_ended ON cases (closed_at, unit, case_id) WHERE closed_at IS NOT NULL;

--changeset careunit:351-cases-ended-h2 dbms:h2
CREATE INDEX IF NOT EXISTS cases_ended ON cases (closed_at, unit, case_id);

-- Events about a unit or a staff member, which go by their age; on H2 the index events_case finds them.
--changeset careunit:352-events-of-no-case dbms:postgresql
CREATE INDEX IF NOT EXISTS events_of_no_case ON events (taken_in_at, event_id) WHERE unit IS NULL;

-- When an address was last looked for; empty: not since this is kept.
--changeset careunit:353-suppressions-used
ALTER TABLE suppressions ADD COLUMN IF NOT EXISTS used_at timestamp(6) with time zone;

-- Drafts that were replaced go by their age.
--changeset careunit:354-documents-drafts dbms:postgresql
CREATE INDEX IF NOT EXISTS documents_drafts ON documents (saved_at) WHERE state = 'DRAFT';

--changeset careunit:354-documents-drafts-h2 dbms:h2
CREATE INDEX IF NOT EXISTS documents_drafts ON documents (state, saved_at);

-- What each run of retention has removed, as "kind=rows" apart by blanks.
--changeset careunit:355-retention-runs
CREATE TABLE IF NOT EXISTS retention_runs (
    ended_at timestamp(6) with time zone NOT NULL PRIMARY KEY,
    started_at timestamp(6) with time zone NOT NULL,
    removed varchar(500) NOT NULL,
    silent_cases bigint NOT NULL
);

-- The first half of a token is the number of the lease now; what waits with another may be taken by any.
--changeset careunit:356-ledger-tokens
UPDATE ledger SET token = CAST('00000000-0000-0000-0000-000000000000' AS uuid) WHERE token IS NOT NULL AND state IN ('QUEUED', 'TEMPORARY_FAILURE', 'SENDING');

-- Which address a message left for, as keyed hash, so that a later report can have it held back; gone with the recipient.
--changeset careunit:450-ledger-address
ALTER TABLE ledger ADD COLUMN IF NOT EXISTS address varchar(100);

--changeset careunit:451-ledger-address-key
ALTER TABLE ledger ADD COLUMN IF NOT EXISTS address_key integer;

-- Reports about sent messages that were taken in, so that none counts twice.
--changeset careunit:452-delivery-reports
CREATE TABLE IF NOT EXISTS delivery_reports (
    source varchar(64) NOT NULL PRIMARY KEY,
    taken_at timestamp(6) with time zone NOT NULL
);

--changeset careunit:453-delivery-reports-time
CREATE INDEX IF NOT EXISTS delivery_reports_time ON delivery_reports (taken_at);

-- On how many days an address has returned messages because its mailbox was full.
--changeset careunit:454-full-mailboxes
CREATE TABLE IF NOT EXISTS full_mailboxes (
    channel varchar(10) NOT NULL,
    address varchar(100) NOT NULL,
    key_number integer,
    days integer NOT NULL,
    last_day date NOT NULL,
    PRIMARY KEY (channel, address)
);

-- The parts of SMS that a gateway has taken, by its ids; status is how a receipt has ended one.
--changeset careunit:400-sms-parts
CREATE TABLE IF NOT EXISTS sms_parts (
    message_id uuid NOT NULL,
    part integer NOT NULL,
    part_id varchar(65) NOT NULL,
    sent_at timestamp(6) with time zone NOT NULL,
    status varchar(20),
    reason varchar(500) NOT NULL,
    PRIMARY KEY (message_id, part, part_id)
);

--changeset careunit:401-sms-parts-id
CREATE INDEX IF NOT EXISTS sms_parts_id ON sms_parts (part_id, sent_at);

--changeset careunit:402-sms-parts-time
CREATE INDEX IF NOT EXISTS sms_parts_time ON sms_parts (sent_at);

-- Receipts that came before their part was known; without ids, those that cannot be read, with their text as reason.
--changeset careunit:403-sms-receipts
CREATE TABLE IF NOT EXISTS sms_receipts (
    id uuid NOT NULL PRIMARY KEY,
    part_id varchar(65),
    other_id varchar(65),
    status varchar(20),
    reason varchar(500) NOT NULL,
    received_at timestamp(6) with time zone NOT NULL
);

--changeset careunit:404-sms-receipts-time
CREATE INDEX IF NOT EXISTS sms_receipts_time ON sms_receipts (received_at);

-- Runs of the units' archives. What retention asks, whether and when a case was confirmed, stands in cases.archive_confirmed_at.
--changeset careunit:550-archive-runs
CREATE TABLE IF NOT EXISTS archive_runs (
    id varchar(36) NOT NULL PRIMARY KEY,
    unit varchar(31) NOT NULL,
    package_name varchar(120) NOT NULL,
    started_at timestamp(6) with time zone NOT NULL,
    asked_by varchar(150) NOT NULL,
    stage varchar(20) NOT NULL,
    place varchar(500),
    host_cursor varchar(1000),
    idle_pages integer NOT NULL,
    cases bigint NOT NULL,
    left_out bigint NOT NULL,
    bytes bigint NOT NULL,
    replaced bigint NOT NULL,
    sent bigint NOT NULL,
    confirmed bigint NOT NULL,
    package_bytes bigint,
    sha256 varchar(64),
    target varchar(100),
    stored_at timestamp(6) with time zone,
    problem varchar(1000),
    ended_at timestamp(6) with time zone,
    is_open boolean NOT NULL
);

--changeset careunit:551-archive-runs-unit
CREATE INDEX IF NOT EXISTS archive_runs_unit ON archive_runs (unit, started_at);

--changeset careunit:552-archive-runs-open
CREATE INDEX IF NOT EXISTS archive_runs_open ON archive_runs (is_open, started_at);

-- Which cases a run met: in its package where fault is empty, confirmed by the host or not; else left out.
--changeset careunit:553-archived-cases
CREATE TABLE IF NOT EXISTS archived_cases (
    run varchar(36) NOT NULL,
    case_id varchar(100) NOT NULL,
    unit varchar(31) NOT NULL,
    ended_at timestamp(6) with time zone NOT NULL,
    fault varchar(500),
    confirmed_at timestamp(6) with time zone,
    PRIMARY KEY (run, case_id)
);

--changeset careunit:554-archived-cases-case
CREATE INDEX IF NOT EXISTS archived_cases_case ON archived_cases (unit, case_id);

-- What the host has not confirmed yet is read from this index alone, however many cases of the run it has confirmed.
--changeset careunit:450-archived-cases-unconfirmed
CREATE INDEX IF NOT EXISTS archived_cases_unconfirmed ON archived_cases (run, confirmed_at, case_id);

-- The decision that kept somebody from being told: a code, and the section and version that decided.
--changeset careunit:430-ledger-decision
ALTER TABLE ledger ADD COLUMN IF NOT EXISTS decision varchar(200);

-- A unit's administrator reads the newest rows of the unit.
--changeset careunit:431-ledger-unit
CREATE INDEX IF NOT EXISTS ledger_unit ON ledger (unit, changed_at);

-- The figures of a unit's month by case type, stored before retention removes the month's first case.
--changeset careunit:432-unit-months
CREATE TABLE IF NOT EXISTS unit_months (
    unit varchar(31) NOT NULL,
    month_received varchar(7) NOT NULL,
    case_type varchar(60) NOT NULL,
    figures varchar(500) NOT NULL,
    stored_at timestamp(6) with time zone NOT NULL,
    PRIMARY KEY (unit, month_received, case_type)
);

-- The unit that an SMS is for, so that its daily limit is counted without other units' SMS.
--changeset careunit:440-sms-parts-unit
ALTER TABLE sms_parts ADD COLUMN IF NOT EXISTS unit varchar(31);

--changeset careunit:441-sms-parts-unit-time
CREATE INDEX IF NOT EXISTS sms_parts_unit ON sms_parts (unit, sent_at);

-- A job changes its state twice or more in its life, and each change writes all indexes that the row is in. So a row
-- stands only in those that its state asks for; H2 has no partial indexes.
--changeset careunit:980-job-queue-ready-rows dbms:postgresql
CREATE INDEX IF NOT EXISTS job_queue_ready_rows ON job_queue (lane, turn, id) WHERE state = 'READY';

--changeset careunit:981-job-queue-later-rows dbms:postgresql
CREATE INDEX IF NOT EXISTS job_queue_later_rows ON job_queue (due) WHERE state = 'LATER';

--changeset careunit:982-job-queue-owned-rows dbms:postgresql
CREATE INDEX IF NOT EXISTS job_queue_owned_rows ON job_queue (owner) WHERE owner IS NOT NULL;

--changeset careunit:983-job-queue-ordered-rows dbms:postgresql
CREATE INDEX IF NOT EXISTS job_queue_ordered_rows ON job_queue (order_key, order_number) WHERE order_key IS NOT NULL;

--changeset careunit:984-job-queue-whole-indexes dbms:postgresql
DROP INDEX IF EXISTS job_queue_ready, job_queue_later, job_queue_owner, job_queue_order;
