package org.radcase.studies.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.pages.Page;
import org.radcase.studies.control.Addresses;
import org.radcase.studies.control.Covers;
import org.radcase.studies.control.ReadPixels;
import org.radcase.studies.control.manifests.Manifest;

/**
 * The page of one case. Its HTML names a picture of the slice that the viewer begins with and the
 * manifest, so that both are on their way before any script runs.
 */
@ApplicationScoped
class CasePage implements Page {
  private static final Pattern PATH = Pattern.compile("/cases/([0-9a-f-]{36})");

  /** A transparent pixel, for a case without a picture: an empty address would ask for the page. */
  private static final String NOTHING =
      "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";

  private final ReadPixels pixels;
  private final Instance<Caller> caller;

  @Inject
  CasePage(ReadPixels pixels, Instance<Caller> caller) {
    this.pixels = pixels;
    this.caller = caller;
  }

  @Override
  public Optional<Content> at(String path) {
    var matcher = PATH.matcher(path);
    if (!matcher.matches()) return Optional.empty();
    return CaseId.parse(matcher.group(1)).map(id -> new Content("case.html", values(id), true));
  }

  private Map<String, String> values(CaseId id) {
    var seen = pixels.manifest(caller.get(), id);
    var values = new HashMap<String, String>();
    values.put("caseId", id.toString());
    values.put("title", seen.seen().teachingCase().content().presentationLine());
    values.put("preview", NOTHING);
    values.put("previewWidth", "1");
    values.put("previewHeight", "1");
    values.put("manifest", "api/cases/" + id + "/dicom");
    Covers.seriesOf(seen.manifest()).ifPresent(series -> putPreview(values, id, series));
    return values;
  }

  private static void putPreview(Map<String, String> values, CaseId id, Manifest.Series series) {
    values.put("preview", Addresses.ofRendered(id, series.first()));
    values.put("firstFrame", Addresses.ofFrame(id, series.first()));
    values.put("previewWidth", series.image().path("columns").asText());
    values.put("previewHeight", series.image().path("rows").asText());
  }
}
