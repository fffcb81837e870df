package org.radcase.studies.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.control.ReadCase;
import org.radcase.cases.entity.CaseId;
import org.radcase.dicom.part10.BulkSource;
import org.radcase.dicom.part10.Part10Reader;
import org.radcase.dicom.pixel.FrameReader;
import org.radcase.platform.files.BlobStore;
import org.radcase.platform.files.FilePieces;
import org.radcase.studies.control.manifests.Manifest;
import org.radcase.studies.control.manifests.Manifests;
import org.radcase.studies.entity.FrameMap;
import org.radcase.studies.entity.InstanceUid;
import org.radcase.studies.entity.SeriesUid;
import org.radcase.studies.entity.StoredInstance;

/** Reads what a case shows, for a caller who may see the case. Rights come from the case alone. */
@ApplicationScoped
public class ReadPixels {
  private final ReadCase readCase;
  private final ShownDao shown;
  private final Manifests manifests;
  private final BlobStore blobs;

  @Inject
  ReadPixels(ReadCase readCase, ShownDao shown, Manifests manifests, BlobStore blobs) {
    this.readCase = readCase;
    this.shown = shown;
    this.manifests = manifests;
    this.blobs = blobs;
  }

  /** @throws org.radcase.platform.problem.Problem case.not-found */
  public Manifest manifest(Caller caller, CaseId id) {
    readCase.as(caller, id);
    return manifests.of(id);
  }

  /** @throws org.radcase.platform.problem.Problem case.not-found, series.not-found */
  public Manifest.Series series(Caller caller, CaseId id, SeriesUid series) {
    return manifest(caller, id).series().stream()
        .filter(one -> one.uid().equals(series))
        .findFirst()
        .orElseThrow(() -> StudyProblem.NO_SERIES.because("No series " + series));
  }

  /** @throws org.radcase.platform.problem.Problem case.not-found, instance.not-found */
  public StoredInstance instance(Caller caller, CaseId id, InstanceUid instance) {
    readCase.as(caller, id);
    return shown
        .find(id, instance)
        .orElseThrow(() -> StudyProblem.NO_INSTANCE.because("No instance " + instance));
  }

  /** The file as it came in. */
  public FilePieces file(StoredInstance instance) {
    return FilePieces.whole(blobs.path(instance.sha256()), instance.lengthBytes());
  }

  /**
   * One frame: the bitstream of its codec, or little endian samples.
   *
   * @param frameNumber from 1
   * @throws org.radcase.platform.problem.Problem frame.not-found
   */
  public FilePieces frame(StoredInstance instance, int frameNumber) throws IOException {
    if (frameNumber < 1 || frameNumber > instance.frameCount()) {
      throw StudyProblem.NO_FRAME.because("Frames are numbered 1 to " + instance.frameCount());
    }
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
