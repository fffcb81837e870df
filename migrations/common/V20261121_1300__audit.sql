-- What happened, in order; each record's mac covers it and all before it.
CREATE TABLE audit_segment (
    number INTEGER NOT NULL PRIMARY KEY,
    first_sequence BIGINT NOT NULL,
    -- The mac of the record before the first.
    previous_mac TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    -- Set when it is sealed, from when on it is complete.
    last_sequence BIGINT,
    last_mac TEXT,
    sealed_at BIGINT,
    seal TEXT,
    -- Under the server's key, when its records were removed for their age.
    drop_seal TEXT
);

-- Where the chain ends: one row, locked by who appends.
CREATE TABLE audit_head (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    sequence BIGINT NOT NULL,
    mac TEXT NOT NULL,
    seal TEXT NOT NULL
);

CREATE TABLE audit_record (
    sequence BIGINT NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    segment INTEGER NOT NULL REFERENCES audit_segment (number),
    at BIGINT NOT NULL,
    action TEXT NOT NULL,
    outcome TEXT NOT NULL,
    actor_id TEXT,
    actor_name TEXT,
    actor_role TEXT,
    actor_institution TEXT,
    owner TEXT,
    case_id TEXT,
    study_uid TEXT,
    object TEXT,
    detail TEXT,
    address TEXT NOT NULL,
    request_id TEXT NOT NULL,
    mac TEXT NOT NULL
);

CREATE INDEX audit_record_of_owner ON audit_record (owner, sequence);
CREATE INDEX audit_record_of_institution ON audit_record (actor_institution, sequence);
CREATE INDEX audit_record_of_actor ON audit_record (actor_id, sequence);
CREATE INDEX audit_record_of_case ON audit_record (case_id, sequence);
CREATE INDEX audit_record_of_study ON audit_record (study_uid, sequence);
CREATE INDEX audit_record_of_segment ON audit_record (segment, sequence);
CREATE INDEX audit_record_by_time ON audit_record (at, sequence);
