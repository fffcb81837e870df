-- Whether its people may sign in; whether strangers may register as its learners.
ALTER TABLE institution ADD COLUMN active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1));
ALTER TABLE institution ADD COLUMN open_registration INTEGER NOT NULL DEFAULT 0 CHECK (open_registration IN (0, 1));
ALTER TABLE institution ADD COLUMN created_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE institution ADD COLUMN revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1);

-- Operators belong to no institution: to this one, which no list shows.
INSERT INTO institution (id, name) VALUES ('00000000-0000-0000-0000-000000000000', '(no institution)');

-- Who has no username cannot sign in. username_key is the name without case.
ALTER TABLE person ADD COLUMN username TEXT;
ALTER TABLE person ADD COLUMN username_key TEXT;
ALTER TABLE person ADD COLUMN trainee_level TEXT CHECK (trainee_level IN ('student', 'r1', 'r2', 'r3', 'r4', 'r5', 'fellow'));
ALTER TABLE person ADD COLUMN active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1));
-- In PHC form, with its parameters.
ALTER TABLE person ADD COLUMN password_hash TEXT;
-- Encrypted under the server's key; the pending one waits for its first code.
ALTER TABLE person ADD COLUMN totp_secret TEXT;
ALTER TABLE person ADD COLUMN totp_pending TEXT;
-- The time step of the last code taken, which is not taken again.
ALTER TABLE person ADD COLUMN totp_step BIGINT;
ALTER TABLE person ADD COLUMN created_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN last_seen_at BIGINT;
ALTER TABLE person ADD COLUMN revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1);

CREATE UNIQUE INDEX person_by_username ON person (username_key);
CREATE INDEX person_by_name ON person (institution_id, name, id);

CREATE TABLE recovery_code (
    person_id TEXT NOT NULL REFERENCES person (id),
    code_hash TEXT NOT NULL,
    PRIMARY KEY (person_id, code_hash)
);

-- The cookie's value is not kept, only its hash.
CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL REFERENCES person (id),
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    address TEXT NOT NULL,
    user_agent TEXT NOT NULL
);

CREATE INDEX session_of_person ON session (person_id);
CREATE INDEX session_by_last_seen ON session (last_seen_at);

CREATE TABLE api_token (
    id TEXT NOT NULL PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL REFERENCES person (id),
    name TEXT NOT NULL,
    -- A JSON array of texts.
    scopes TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    last_used_at BIGINT
);

CREATE INDEX api_token_of_person ON api_token (person_id);

-- Each works once: using it deletes it.
CREATE TABLE one_time_link (
    id TEXT NOT NULL PRIMARY KEY,
    link_hash TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('set-up', 'invitation', 'reset')),
    institution_id TEXT REFERENCES institution (id),
    person_id TEXT REFERENCES person (id),
    role TEXT CHECK (role IN ('learner', 'educator', 'director', 'admin', 'operator')),
    trainee_level TEXT CHECK (trainee_level IN ('student', 'r1', 'r2', 'r3', 'r4', 'r5', 'fellow')),
    name TEXT NOT NULL,
    made_by TEXT REFERENCES person (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE INDEX one_time_link_of_institution ON one_time_link (institution_id, kind, created_at);
CREATE INDEX one_time_link_of_person ON one_time_link (person_id);
