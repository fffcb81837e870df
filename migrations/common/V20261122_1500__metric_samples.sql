-- What each instance measured, in steps of ten seconds to two hours; about 360 rows of each length of step and instance.
CREATE TABLE metric_sample (
    step_seconds INTEGER NOT NULL CHECK (step_seconds > 0),
    -- The start of the step, in UTC.
    began_at BIGINT NOT NULL,
    -- Host and port.
    instance TEXT NOT NULL,
    -- Counts, means and histograms as one JSON text, read and added up as a whole. No person and no case.
    figures TEXT NOT NULL,
    PRIMARY KEY (step_seconds, began_at, instance)
);
