package org.radcase.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.radcase.it.DicomFile;
import org.radcase.it.Given;
import org.radcase.it.Multipart;
import org.radcase.it.RadCase;

/**
 * A case with CT series of noise, which no coding makes small.
 *
 * @param hrefs of the frames of each series, in their order
 */
record StackCase(String id, List<List<String>> hrefs) {
  static final int SIZE = 128;

  static StackCase madeBy(RadCase educator, int... slicesOfSeries) {
    var address = Given.addressOf(Given.aCase(educator));
    var body = new Multipart();
    var study = DicomFile.freshUid();
    for (var series = 0; series < slicesOfSeries.length; series++) {
      var uid = DicomFile.freshUid();
      for (var i = 0; i < slicesOfSeries[series]; i++)
        body.file("ct", slice(study, uid, series, i));
    }
    var uploaded = educator.post(address + "/dicom", body);
    assertThat(uploaded.status()).as(uploaded.toString()).isEqualTo(200);
    var hrefs = new ArrayList<List<String>>();
    educator.get(address + "/dicom").json().path("series").forEach(one -> hrefs.add(hrefs(one)));
    return new StackCase(address.substring(address.lastIndexOf('/') + 1), hrefs);
  }

  private static List<String> hrefs(JsonNode series) {
    var hrefs = new ArrayList<String>();
    series.path("frames").forEach(frame -> hrefs.add(frame.path("href").asText()));
    return hrefs;
  }

  private static byte[] slice(String study, String series, int number, int index) {
    var pixels = new byte[SIZE * SIZE * 2];
    new Random(index).nextBytes(pixels);
    for (var i = 1; i < pixels.length; i += 2) pixels[i] &= 0x0f;
    return new DicomFile()
        .uid(DicomFile.STUDY_INSTANCE_UID, study)
        .uid(DicomFile.SERIES_INSTANCE_UID, series)
        .text(DicomFile.SERIES_NUMBER, "IS", Integer.toString(number + 1))
        .text(DicomFile.INSTANCE_NUMBER, "IS", Integer.toString(index + 1))
        .text(DicomFile.IMAGE_POSITION, "DS", "0\\0\\" + index)
        .number(0x00280010, SIZE)
        .number(0x00280011, SIZE)
        .pixels(pixels)
        .bytes();
  }

  int slices() {
    return hrefs.get(0).size();
  }

  /** The slice, from 1, of a series that a request asks for; 0 if of another one. */
  int sliceOf(int series, Line.Request request) {
    var all = hrefs.get(series);
    for (var i = 0; i < all.size(); i++) if (request.url().endsWith(all.get(i))) return i + 1;
    return 0;
  }
}
