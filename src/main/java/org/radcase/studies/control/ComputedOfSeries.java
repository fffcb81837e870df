package org.radcase.studies.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javax.cache.annotation.CacheKey;
import javax.cache.annotation.CacheResult;
import org.radcase.cases.entity.CaseId;
import org.radcase.dicom.DicomImage;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.lut.Window;
import org.radcase.platform.files.BlobStore;
import org.radcase.studies.entity.SeriesUid;
import org.radcase.studies.entity.StoredInstance;
import org.radcase.studies.entity.WindowLevels;
import org.radcase.studies.entity.WindowLevels.Level;

/** What is computed of a series' middle frame, once. Rights are the caller's to check. */
@ApplicationScoped
public class ComputedOfSeries {
  private final Renderings renderings;
  private final BlobStore blobs;

  @Inject
  ComputedOfSeries(Renderings renderings, BlobStore blobs) {
    this.renderings = renderings;
    this.blobs = blobs;
  }

  /**
   * A small picture, as JPEG; nobody writes into it. The content is part of the key, so that other pixels have another picture.
   *
   * @param frameNumber from 1
   * @throws org.radcase.platform.problem.Problem frame.not-decodable
   */
  @CacheResult(cacheName = "thumbnails", cacheKeyGenerator = ComputedKeys.class)
  public byte[] thumbnail(
      @CacheKey CaseId id, @CacheKey SeriesUid series, StoredInstance instance, int frameNumber)
      throws IOException {
    var file = renderings.of(instance, frameNumber, Renderings.Size.THUMBNAIL);
    return Files.readAllBytes(file);
  }

  /**
   * Its windows.
   *
   * @param frameNumber from 1
   * @throws org.radcase.platform.problem.Problem frame.not-decodable
   */
  @CacheResult(cacheName = "window-levels", cacheKeyGenerator = ComputedKeys.class)
  public WindowLevels windowLevels(
      @CacheKey SeriesUid series, StoredInstance instance, int frameNumber) throws IOException {
    var image = DicomImage.open(blobs.path(instance.sha256()));
    try {
      var named = image.description(frameNumber).windows().stream()
          .map(one -> level(one.window(), one.explanation()))
          .toList();
      return new WindowLevels(
          image.defaultWindow(frameNumber).map(window -> level(window, "")), List.copyOf(named));
    } catch (DicomException e) {
      throw StudyProblem.NOT_DECODABLE.because(String.valueOf(e.getMessage()));
    }
  }

  private static Level level(Window window, String explanation) {
    return new Level(window.center(), window.width(), window.function().name(), explanation);
  }
}
