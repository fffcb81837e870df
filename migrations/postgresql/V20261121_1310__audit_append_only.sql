CREATE FUNCTION audit_record_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit records never change';
END $$;

CREATE TRIGGER audit_record_never_changes BEFORE UPDATE ON audit_record
FOR EACH ROW EXECUTE FUNCTION audit_record_never_changes();

CREATE FUNCTION audit_record_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT drop_seal FROM audit_segment WHERE number = OLD.segment) IS NULL THEN
        RAISE EXCEPTION 'audit records stay until their segment is dropped';
    END IF;
    RETURN OLD;
END $$;

CREATE TRIGGER audit_record_stays BEFORE DELETE ON audit_record
FOR EACH ROW EXECUTE FUNCTION audit_record_stays();
