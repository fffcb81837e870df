package org.radcase.studies.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.radcase.dicom.DicomImage;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.render.Pictures;
import org.radcase.platform.files.BlobStore;
import org.radcase.platform.files.Home;
import org.radcase.studies.entity.StoredInstance;

/** JPEG pictures of frames at their default window, made when first asked for and kept. */
@ApplicationScoped
public class Renderings {
  /** What a picture is for. */
  public enum Size {
    /** A card in a list. */
    THUMBNAIL(320, 240, 0.8f),
    /** The first thing that a viewer shows. */
    PREVIEW(1024, 1024, 0.75f);

    private final int maxWidth;
    private final int maxHeight;
    private final float quality;

    Size(int maxWidth, int maxHeight, float quality) {
      this.maxWidth = maxWidth;
      this.maxHeight = maxHeight;
      this.quality = quality;
    }

    private String suffix() {
      return this == THUMBNAIL ? "t" : "p";
    }
  }

  /** Each decodes a whole frame in memory; more at a time than cores would not be faster. */
  private final Semaphore places =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

  private final Home home;
  private final BlobStore blobs;

  @Inject
  Renderings(Home home, BlobStore blobs) {
    this.home = home;
    this.blobs = blobs;
  }

  /**
   * Returns the file of a JPEG.
   *
   * @param frameNumber from 1
   * @throws org.radcase.platform.problem.Problem frame.not-found, frame.not-decodable
   */
  public Path of(StoredInstance instance, int frameNumber, Size size) throws IOException {
    requireFrame(instance, frameNumber);
    var file = folder(instance.sha256()).resolve(frameNumber + size.suffix() + ".jpg");
    if (!Files.exists(file)) {
      places.acquireUninterruptibly();
      try {
        if (!Files.exists(file)) render(instance, frameNumber, size, file);
      } finally {
        places.release();
      }
    }
    return file;
  }

  /**
   * Where overlay planes mark a frame; not kept, since whoever asked keeps it.
   *
   * @param frameNumber from 1
   * @return one bit a pixel, row by row without padding, the lowest bit of a byte first
   * @throws org.radcase.platform.problem.Problem frame.not-found, frame.not-decodable
   */
  public byte[] overlayMask(StoredInstance instance, int frameNumber) throws IOException {
    requireFrame(instance, frameNumber);
    places.acquireUninterruptibly();
    try {
      return DicomImage.open(blobs.path(instance.sha256())).overlayMask(frameNumber);
    } catch (DicomException e) {
      throw StudyProblem.NOT_DECODABLE.because(String.valueOf(e.getMessage()));
    } finally {
      places.release();
    }
  }

  private static void requireFrame(StoredInstance instance, int frameNumber) {
    if (frameNumber < 1 || frameNumber > instance.frameCount()) {
      throw StudyProblem.NO_FRAME.because("Frames are numbered 1 to " + instance.frameCount());
    }
  }

  private void render(StoredInstance instance, int frameNumber, Size size, Path file)
      throws IOException {
    Files.createDirectories(folder(instance.sha256()));
    var draft = file.resolveSibling(UUID.randomUUID() + ".part");
    try {
      draw(blobs.path(instance.sha256()), frameNumber, size, draft);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (DicomException e) {
      throw StudyProblem.NOT_DECODABLE.because(String.valueOf(e.getMessage()));
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void draw(Path blob, int frameNumber, Size size, Path draft) throws IOException {
    var image = DicomImage.open(blob);
    var picture = image.render(frameNumber);
    var aspectRatio = image.description(frameNumber).aspectRatio();
    var scaled = Pictures.scaled(picture, aspectRatio, size.maxWidth, size.maxHeight);
    try (var out = Files.newOutputStream(draft)) {
      Pictures.writeJpeg(scaled, size.quality, out);
    }
  }

  /** Removes the pictures of a blob that is gone. */
  void remove(String sha256) throws IOException {
    var folder = folder(sha256);
    if (!Files.isDirectory(folder)) return;
    try (var pictures = Files.newDirectoryStream(folder)) {
      for (var picture : pictures) Files.deleteIfExists(picture);
    }
    Files.deleteIfExists(folder);
  }

  private Path folder(String sha256) {
    return home.derived().resolve(sha256.substring(0, 2)).resolve(sha256);
  }
}
