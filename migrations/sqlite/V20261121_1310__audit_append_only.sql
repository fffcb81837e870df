CREATE TRIGGER audit_record_never_changes BEFORE UPDATE ON audit_record
BEGIN
    SELECT RAISE(ABORT, 'audit records never change');
END;

CREATE TRIGGER audit_record_stays BEFORE DELETE ON audit_record
WHEN (SELECT drop_seal FROM audit_segment WHERE number = OLD.segment) IS NULL
BEGIN
    SELECT RAISE(ABORT, 'audit records stay until their segment is dropped');
END;
