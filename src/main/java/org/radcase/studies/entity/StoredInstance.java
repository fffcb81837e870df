package org.radcase.studies.entity;

/** What is needed to send an instance. */
public record StoredInstance(
    InstanceUid uid,
    StudyUid study,
    String sha256,
    long lengthBytes,
    String transferSyntaxUid,
    int frameCount,
    FrameMap frames) {}
