-- What educators lay over the images of a case, each layer as one JSON text that is replaced as a whole.
CREATE TABLE case_layer (
    case_id TEXT NOT NULL REFERENCES teaching_case (id),
    layer TEXT NOT NULL CHECK (layer IN ('annotations', 'display', 'key-findings')),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    content TEXT NOT NULL,
    PRIMARY KEY (case_id, layer)
);

-- What somebody drew for herself; nobody else reads it.
CREATE TABLE own_annotations (
    case_id TEXT NOT NULL REFERENCES teaching_case (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    annotations TEXT NOT NULL,
    PRIMARY KEY (case_id, person_id)
);

-- Clicks at what somebody took for a key finding; finding_id is that of the layer, if she found it.
CREATE TABLE finding_attempt (
    case_id TEXT NOT NULL REFERENCES teaching_case (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    attempted_at BIGINT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('found', 'near', 'missed')),
    finding_id TEXT,
    PRIMARY KEY (case_id, person_id, number)
);
