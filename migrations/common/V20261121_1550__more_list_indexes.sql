-- People by name, in the order in which they are shown whatever the database's locale.
DROP INDEX person_by_name;
CREATE INDEX account_by_name ON person (name COLLATE "binary", id, role, active, username)
    WHERE username IS NOT NULL;
CREATE INDEX account_of_institution_by_name ON person (institution_id, name COLLATE "binary", id, role, active, username)
    WHERE username IS NOT NULL;
CREATE INDEX person_operator ON person (id)
    WHERE role = 'operator' AND username IS NOT NULL AND active = 1;

-- What an institution's administrator may read is found and counted from these alone.
DROP INDEX audit_record_of_owner;
DROP INDEX audit_record_of_institution;
CREATE INDEX audit_record_of_owner ON audit_record (owner, sequence, actor_institution, at, action, outcome);
CREATE INDEX audit_record_of_institution ON audit_record (actor_institution, sequence, at, action, outcome);
CREATE INDEX audit_record_by_action ON audit_record (action, sequence, at, outcome);
CREATE INDEX audit_record_by_outcome ON audit_record (outcome, sequence, at);

-- For what is swept, and for the invitations of all institutions.
DROP INDEX session_by_last_seen;
CREATE INDEX session_by_last_seen ON session (last_seen_at, id);
CREATE INDEX session_by_creation ON session (created_at, id);
CREATE INDEX one_time_link_by_expiry ON one_time_link (expires_at, id);
CREATE INDEX one_time_link_by_kind ON one_time_link (kind, created_at, id);
