package org.radcase.studies.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.radcase.accounts.entity.Caller;
import org.radcase.audit.control.Audit;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.cases.control.ReadCase;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.SeenCase;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.part10.BulkSource;
import org.radcase.dicom.part10.Part10Reader;
import org.radcase.dicom.pixel.FrameReader;
import org.radcase.platform.files.BlobStore;
import org.radcase.platform.files.FilePieces;
import org.radcase.studies.control.manifests.Manifest;
import org.radcase.studies.control.manifests.Manifests;
import org.radcase.studies.control.packing.FrameCoding;
import org.radcase.studies.control.packing.PackFiles;
import org.radcase.studies.control.packing.PackFrames;
import org.radcase.studies.entity.FrameMap;
import org.radcase.studies.entity.InstanceUid;
import org.radcase.studies.entity.SeriesUid;
import org.radcase.studies.entity.StoredInstance;
import org.radcase.studies.entity.StudyUid;

/** Reads what a case shows, for a caller who may see the case. Rights come from the case alone. */
@ApplicationScoped
public class ReadPixels {
  private final ReadCase readCase;
  private final ShownInstances shown;
  private final Manifests manifests;
  private final BlobStore blobs;
  private final PackFrames packed;
  private final PackFiles packedFiles;
  private final Audit audit;

  @Inject
  ReadPixels(
      ReadCase readCase,
      ShownInstances shown,
      Manifests manifests,
      BlobStore blobs,
      PackFrames packed,
      PackFiles packedFiles,
      Audit audit) {
    this.readCase = readCase;
    this.shown = shown;
    this.manifests = manifests;
    this.blobs = blobs;
    this.packed = packed;
    this.packedFiles = packedFiles;
    this.audit = audit;
  }

  /**
   * What the case shows, as far as the caller may know it.
   *
   * @throws org.radcase.platform.problem.Problem case.not-found
   */
  public SeenManifest manifest(Caller caller, CaseId id) {
    var seen = readCase.as(caller, id);
    var manifest = manifests.of(id);
    manifest.series().stream()
        .map(Manifest.Series::study)
        .distinct()
        .forEach(study -> audit.recordReading(
            event(AuditEvent.done(AuditAction.STUDY_READ, caller.actor()), seen, study)));
    return new SeenManifest(seen, seen.isFull() ? manifest : manifest.withoutSegmentations());
  }

  /** A manifest, and the case as the caller sees it. */
  public record SeenManifest(SeenCase seen, Manifest manifest) {}

  /** @throws org.radcase.platform.problem.Problem case.not-found, series.not-found */
  public Manifest.Series series(Caller caller, CaseId id, SeriesUid series) {
    return manifest(caller, id).manifest().series().stream()
        .filter(one -> one.uid().equals(series))
        .findFirst()
        .orElseThrow(() -> StudyProblem.NO_SERIES.because("No series " + series));
  }

  /**
   * To be looked at; a segmentation is there only for those who may know the answer.
   *
   * @throws org.radcase.platform.problem.Problem case.not-found, instance.not-found
   */
  public StoredInstance instance(Caller caller, CaseId id, InstanceUid instance) {
    var seen = readCase.as(caller, id);
    var found = find(id, instance);
    if (found.isSegmentation() && !seen.isFull()) throw noInstance(instance);
    audit.recordReading(
        event(AuditEvent.done(AuditAction.STUDY_READ, caller.actor()), seen, found.study()));
    return found;
  }

  /**
   * The same, for what lies over its pixels: overlays may hold marks and text, even the diagnosis.
   *
   * @throws org.radcase.platform.problem.Problem case.not-found, case.not-revealed,
   *     instance.not-found
   */
  public StoredInstance instanceWithOverlays(Caller caller, CaseId id, InstanceUid instance) {
    readCase.inFull(caller, id);
    return instance(caller, id, instance);
  }

  /**
   * The same, to be taken away with all that its header says.
   *
   * @throws org.radcase.platform.problem.Problem case.not-found, case.not-revealed,
   *     instance.not-found
   */
  public StoredInstance instanceInFull(Caller caller, CaseId id, InstanceUid instance) {
    var teachingCase = readCase.inFull(caller, id);
    var found = find(id, instance);
    audit.recordReading(AuditEvent.done(AuditAction.EXPORTED, caller.actor())
        .ownedBy(teachingCase.author().institution().toString())
        .ofCase(id.toString())
        .ofStudy(found.study().value()));
    return found;
  }

  /**
   * What its file says beside the pixels.
   *
   * @throws org.radcase.platform.problem.Problem case.not-found, case.not-revealed,
   *     instance.not-found
   */
  public DataSet header(Caller caller, CaseId id, InstanceUid instance) throws IOException {
    readCase.inFull(caller, id);
    var found = instance(caller, id, instance);
    return Part10Reader.read(blobs.path(found.sha256())).dataSet();
  }

  private StoredInstance find(CaseId id, InstanceUid instance) {
    return shown.find(id, instance).orElseThrow(() -> noInstance(instance));
  }

  private static RuntimeException noInstance(InstanceUid instance) {
    return StudyProblem.NO_INSTANCE.because("No instance " + instance);
  }

  private static AuditEvent event(AuditEvent event, SeenCase seen, StudyUid study) {
    var teachingCase = seen.teachingCase();
    return event
        .ownedBy(teachingCase.author().institution().toString())
        .ofCase(teachingCase.id().toString())
        .ofStudy(study.value());
  }

  /** The file as it came in. */
  public FilePieces file(StoredInstance instance) {
    return FilePieces.whole(blobs.path(instance.sha256()), instance.lengthBytes());
  }

  /** The same as gzip, where that is ready and smaller. */
  public Optional<FilePieces> gzippedFile(StoredInstance instance) throws IOException {
    return instance.frames() instanceof FrameMap.Fragments
        ? Optional.empty()
        : packedFiles.find(instance.sha256());
  }

  /** A frame as it is sent. */
  public record SentFrame(FilePieces pieces, FrameCoding coding) {}

  /**
   * One frame: the bitstream of its codec, or little endian samples, compressed where that is ready.
   *
   * @param frameNumber from 1
   * @param accepted by the client
   * @throws org.radcase.platform.problem.Problem frame.not-found
   */
  public SentFrame frame(StoredInstance instance, int frameNumber, Set<FrameCoding> accepted)
      throws IOException {
    if (frameNumber < 1 || frameNumber > instance.frameCount()) {
      throw StudyProblem.NO_FRAME.because("Frames are numbered 1 to " + instance.frameCount());
    }
    if (!accepted.isEmpty() && !(instance.frames() instanceof FrameMap.Fragments)) {
      var found = packed.find(instance.sha256(), frameNumber);
      if (found.isPresent() && accepted.contains(found.get().coding())) {
        return new SentFrame(found.get().pieces(), found.get().coding());
      }
    }
    return new SentFrame(asStored(instance, frameNumber), FrameCoding.NONE);
  }

  private FilePieces asStored(StoredInstance instance, int frameNumber) throws IOException {
    var path = blobs.path(instance.sha256());
    if (instance.frames() instanceof FrameMap.Plain plain) {
      var offset = plain.offset() + (frameNumber - 1) * plain.frameBytes();
      return FilePieces.of(path, List.of(new FilePieces.Piece(offset, plain.frameBytes())));
    }
    if (instance.frames() instanceof FrameMap.Fragments fragments) {
      return FilePieces.of(
          path,
          fragments.frames().get(frameNumber - 1).stream()
              .map(range -> new FilePieces.Piece(range.offset(), range.lengthBytes()))
              .toList());
    }
    return converted(path, frameNumber);
  }

  /** Big endian and deflated files are rare: turned round in memory, frame by frame. */
  private static FilePieces converted(Path path, int frameNumber) throws IOException {
    var part10 = Part10Reader.read(path);
    return FilePieces.inMemory(
        new FrameReader(BulkSource.of(path, part10), part10).bytes(frameNumber));
  }
}
