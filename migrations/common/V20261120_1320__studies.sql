-- A study of one institution; the same UIDs elsewhere are another study.
CREATE TABLE study (
    id TEXT NOT NULL PRIMARY KEY,
    institution_id TEXT NOT NULL REFERENCES institution (id),
    study_uid TEXT NOT NULL,
    UNIQUE (institution_id, study_uid)
);

CREATE TABLE series (
    id TEXT NOT NULL PRIMARY KEY,
    institution_id TEXT NOT NULL REFERENCES institution (id),
    study_id TEXT NOT NULL REFERENCES study (id),
    series_uid TEXT NOT NULL,
    modality TEXT NOT NULL,
    body_part TEXT NOT NULL,
    description TEXT NOT NULL,
    number INTEGER NOT NULL,
    UNIQUE (institution_id, series_uid)
);

CREATE INDEX series_of_study ON series (study_id);

-- image: what a viewer must know of it, as JSON. frames: where they lie in the file.
CREATE TABLE instance (
    id TEXT NOT NULL PRIMARY KEY,
    institution_id TEXT NOT NULL REFERENCES institution (id),
    series_id TEXT NOT NULL REFERENCES series (id),
    instance_uid TEXT NOT NULL,
    sop_class_uid TEXT NOT NULL,
    transfer_syntax_uid TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    length_bytes BIGINT NOT NULL,
    frame_count INTEGER NOT NULL CHECK (frame_count > 0),
    image TEXT NOT NULL,
    frames TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (institution_id, instance_uid)
);

CREATE INDEX instance_of_series ON instance (series_id);
CREATE INDEX instance_of_blob ON instance (sha256);

CREATE TABLE case_instance (
    case_id TEXT NOT NULL REFERENCES teaching_case (id),
    instance_id TEXT NOT NULL REFERENCES instance (id),
    PRIMARY KEY (case_id, instance_id)
);

CREATE INDEX case_of_instance ON case_instance (instance_id);

-- Blobs that lost their last instance; a sweep removes the file, unless it has found another.
CREATE TABLE blob_to_sweep (
    sha256 TEXT NOT NULL PRIMARY KEY
);
