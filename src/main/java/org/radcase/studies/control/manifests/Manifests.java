package org.radcase.studies.control.manifests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import javax.cache.annotation.CacheResult;
import org.radcase.cases.entity.CaseId;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.geometry.Stacks;
import org.radcase.dicom.pixel.FrameDecoder;
import org.radcase.studies.control.manifests.ManifestDao.Row;
import org.radcase.studies.entity.SeriesUid;

/** Puts together what a case shows, in the order in which it is shown. */
@ApplicationScoped
public class Manifests {
  /** A frame before it has its place. */
  private record Candidate(Row row, int frameIndex) {}

  private final ManifestDao dao;
  private final RefreshAttributes refresh;

  @Inject
  Manifests(ManifestDao dao, RefreshAttributes refresh) {
    this.dao = dao;
    this.refresh = refresh;
  }

  /** Of a case that the caller may see; empty if nothing hangs on it. */
  @CacheResult(cacheName = "dicom-metadata", cacheKeyGenerator = ManifestKeys.class)
  public Manifest of(CaseId id) {
    var bySeries = new LinkedHashMap<SeriesUid, List<Row>>();
    for (var row : refresh.of(dao.shownBy(id))) {
      bySeries.computeIfAbsent(row.series(), uid -> new ArrayList<>()).add(row);
    }
    return new Manifest(bySeries.values().stream().map(Manifests::series).toList());
  }

  private static Manifest.Series series(List<Row> rows) {
    var candidates = new ArrayList<Candidate>();
    for (var row : rows) {
      for (var i = 0; i < row.attributes().frames().size(); i++) {
        candidates.add(new Candidate(row, i));
      }
    }
    var stacks = Stacks.of(
        candidates.stream().map(c -> c.row.attributes().sliceOf(c.frameIndex)).toList());
    var first = candidates.get(stacks.get(0).indexes().get(0));
    var shared = first.row.attributes().imageOf(first.frameIndex);
    return new Manifest.Series(
        first.row.series(),
        first.row.study(),
        first.row.modality(),
        first.row.bodyPart(),
        first.row.description(),
        first.row.number(),
        shared,
        stacks,
        stacks.stream()
            .flatMap(stack -> stack.indexes().stream())
            .map(candidates::get)
            .map(c -> new Manifest.Frame(
                c.row.instance(),
                c.frameIndex + 1,
                c.row.sha256(),
                isRendered(c.row),
                c.row.attributes().image().path("overlays").asBoolean(),
                c.row.attributes().frames().get(c.frameIndex).position(),
                FrameAttributes.differences(shared, c.row.attributes().imageOf(c.frameIndex))))
            .toList());
  }

  private static boolean isRendered(Row row) {
    return TransferSyntax.find(row.transferSyntaxUid())
        .filter(FrameDecoder::canDecode)
        .isPresent();
  }
}
