package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** A published case with one CT slice, of a study of its own. */
public record ImagedCase(String id, String study, String instance, JsonNode series) {
  public static ImagedCase madeBy(RadCase educator) {
    var fields = Given.json()
        .put("presentation", "Flank pain and fever, woman, 58")
        .put("diagnosis", "Obstructive pyelonephritis")
        .put("visibility", "institution");
    var address = Given.addressOf(Given.aCase(educator, fields));
    var study = DicomFile.freshUid();
    var file = new DicomFile().uid(DicomFile.STUDY_INSTANCE_UID, study);
    var uploaded = educator.post(address + "/dicom", new Multipart().file("ct.dcm", file.bytes()));
    assertThat(uploaded.status()).as(uploaded.toString()).isEqualTo(200);
    var series = educator.get(address + "/dicom").json().path("series").path(0);
    var published = educator.patch(address, "{\"status\": \"published\"}", "If-Match", "*");
    assertThat(published.status()).as(published.toString()).isEqualTo(200);
    return new ImagedCase(
        address.substring(address.lastIndexOf('/') + 1), study, file.instanceUid(), series);
  }

  public String address() {
    return "api/cases/" + id;
  }

  public String manifest() {
    return address() + "/dicom";
  }

  public String frame() {
    return address() + "/instances/" + instance + "/frames/1";
  }

  public String rendered() {
    return address() + "/instances/" + instance + "/rendered";
  }

  public String file() {
    return address() + "/instances/" + instance;
  }

  public String thumbnail() {
    return address() + "/series/" + series.path("uid").asText() + "/thumbnail";
  }

  public String page() {
    return "cases/" + id;
  }
}
