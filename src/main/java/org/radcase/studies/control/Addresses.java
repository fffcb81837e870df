package org.radcase.studies.control;

import org.radcase.cases.entity.CaseId;
import org.radcase.studies.control.manifests.Manifest;
import org.radcase.studies.entity.SeriesUid;

/**
 * The addresses of pixels, relative to the context path. Each carries the content's short hash:
 * replaced pixels have new addresses, so that the old ones may be cached for ever.
 */
public final class Addresses {
  private static final int HASH_DIGITS = 12;

  private Addresses() {}

  public static String ofThumbnail(CaseId id, SeriesUid series, String sha256) {
    return "api/cases/" + id + "/series/" + series + "/thumbnail?v=" + version(sha256);
  }

  public static String ofFrame(CaseId id, Manifest.Frame frame) {
    return "api/cases/" + id + "/instances/" + frame.instance() + "/frames/" + frame.number()
        + "?v=" + version(frame.sha256());
  }

  public static String ofRendered(CaseId id, Manifest.Frame frame) {
    return "api/cases/" + id + "/instances/" + frame.instance() + "/rendered?frame="
        + frame.number() + "&v=" + version(frame.sha256());
  }

  public static String ofOverlays(CaseId id, Manifest.Frame frame) {
    return "api/cases/" + id + "/instances/" + frame.instance() + "/overlays?frame="
        + frame.number() + "&v=" + version(frame.sha256());
  }

  /** The short hash of a content. */
  public static String version(String sha256) {
    return sha256.substring(0, HASH_DIGITS);
  }
}
