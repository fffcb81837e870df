-- How many visits of cases had a measure in a bucket of about 5 %, by the hour, after two days by the day. No person and no case.
CREATE TABLE viewer_measurement (
    -- The start of the hour or of the day, in UTC.
    began_at BIGINT NOT NULL,
    measure TEXT NOT NULL,
    device TEXT NOT NULL,
    connection TEXT NOT NULL,
    bucket INTEGER NOT NULL CHECK (bucket >= 0),
    visits BIGINT NOT NULL CHECK (visits > 0),
    PRIMARY KEY (began_at, measure, device, connection, bucket)
);
