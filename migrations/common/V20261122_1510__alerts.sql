-- What an operator was warned of.
CREATE TABLE alert (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('warning', 'critical')),
    -- The instance that measured it: host and port.
    server TEXT NOT NULL,
    since_at BIGINT NOT NULL,
    -- The worst figure so far, and the limit that it passed.
    worst DOUBLE PRECISION NOT NULL,
    limit_passed DOUBLE PRECISION NOT NULL,
    -- When the instance last said that it goes on: one that died says nothing any more.
    told_at BIGINT NOT NULL,
    ended_at BIGINT,
    acknowledged_at BIGINT,
    acknowledged_by TEXT,
    -- How the webhook took it, if there is one.
    notice TEXT
);

CREATE INDEX alert_since ON alert (since_at, id);
CREATE INDEX alert_open ON alert (since_at, id) WHERE ended_at IS NULL;
