package org.radcase.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcase.it.browser.SampleImages.Place;
import org.radcase.it.server.Deadline;
import org.radcase.it.server.TomcatServer;

/**
 * What the screen shows of every renderable sample file at 1:1 and at the window that the viewer
 * states is what the DICOM toolkit renders. The toolkit itself is held against DCMTK and the
 * samples' hashes by the tests of the project above.
 */
@Tag("own-server")
class PixelTruthTest {
  /** The toolkit has no decoder for it; colours of eight bits are shown as they are stored, so their hash tells. */
  private static final String HTJ2K_LOSSLESS = "1.2.840.10008.1.2.4.201";

  /** Retired JPEG processes, spectral selection and full progression, that no browser codec knows. */
  private static final Set<String> WITHOUT_CODEC =
      Set.of("1.2.840.10008.1.2.4.53", "1.2.840.10008.1.2.4.55");

  /** Its author has put a delimiter over the width: 3,722,445,056 columns. */
  private static final String DAMAGED =
      "pydicom/test_files/JPEG2000-embedded-sequence-delimiter.dcm";

  /** Uncompressed ones, whose frames the server packs. */
  private static final Set<String> NATIVE = Set.of(
      "1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.2");

  private static final int LARGE_WIDTH = 2600;
  private static final int LARGE_HEIGHT = 2000;

  private static Chromium chromium;
  private static TomcatServer server;
  private static DicomToolkit toolkit;
  private static List<Place> places;
  private static ViewerPage viewer;
  private static String openCase = "";

  @BeforeAll
  static void start() throws IOException {
    chromium = Chromium.start();
    server =
        TomcatServer.onSqlite(Map.of("RADCASE_DEMO", "false", "RADCASE_ACCEPT_IDENTIFIED", "true"));
    toolkit = new DicomToolkit(server.base().resolve("webapps/ROOT"));
    places = new SampleImages(server.radcase().as("educator")).upload();
    awaitPacking();
  }

  /** So that it is the packed frames that are shown. */
  private static void awaitPacking() {
    var samples = places.stream()
        .map(Place::sample)
        .filter(
            sample -> NATIVE.contains(sample.facts().path("transferSyntaxUID").asText()))
        .distinct()
        .count();
    assertThat(Deadline.ofSeconds(300).until(() -> packedInstances() >= samples))
        .isTrue();
  }

  private static long packedInstances() {
    try (var derived = Files.find(
        server.radcaseHome().resolve("derived"),
        3,
        (path, attributes) -> path.getFileName().toString().equals("frames"))) {
      return derived.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (toolkit != null) toolkit.close();
    if (server != null) server.close();
    if (chromium != null) chromium.close();
  }

  static List<Place> places() {
    return places;
  }

  @ParameterizedTest
  @MethodSource("places")
  void the_screen_shows_what_the_file_holds(Place place) throws Exception {
    goTo(place);

    var says = viewer.await(
        Map.of("slice", Integer.toString(place.slice()), "state", "true-pixels|error"));
    if (says.get("state").equals("error")) {
      assertThat(cannotBeShown(place)).as("may not be shown: %s", says).isTrue();
      assertThat(viewer.stage().locator(".stage-notice").textContent()).isNotBlank();
      return;
    }
    viewer.press("o");
    says = viewer.await(Map.of("state", "true-pixels", "zoom", "1"));
    var image = place.image();
    var aspect = image.path("aspectRatio").asDouble(1);
    var shown = viewer.picture(image.path("columns").asInt(), image.path("rows").asInt() * aspect);
    if (image.path("transferSyntax").asText().equals(HTJ2K_LOSSLESS)) {
      assertThat(hash(shown))
          .isEqualTo(place.sample().facts().path("pixels_sha256").asText());
      return;
    }
    var file = place.sample().file();
    var reference = toolkit.render(file, place.number(), windowOf(says, place));
    assertThat(differences(shown, reference, aspect, tolerance(says, place)))
        .as("%s", says)
        .isEmpty();
  }

  private static void goTo(Place place) {
    if (!openCase.equals(place.caseId())) {
      openCase = place.caseId();
      if (viewer != null) viewer.page().context().close();
      var radcase = server.radcase().as("educator");
      var page = place.sample().isLarge()
          ? chromium.window(radcase, LARGE_WIDTH, LARGE_HEIGHT, ColorScheme.DARK)
          : chromium.window(radcase);
      viewer = new ViewerPage(page).open(openCase);
      viewer.await(Map.of("state", "true-pixels|error"));
      viewer.hideOverlays();
      // What lies over images is hidden by its key, and has tests of its own.
      viewer.press("j");
    }
    viewer.turnToSeries(place.seriesUid(), place.seriesOfCase());
    viewer.scrollTo(place.slice());
  }

  /** Segmentations lie over images; the others the viewer has no way to show. */
  private static boolean cannotBeShown(Place place) {
    var facts = place.sample().facts();
    return facts.path("modality").asText().equals("SEG")
        || facts.path("bitsAllocated").asInt() > 16
        || WITHOUT_CODEC.contains(facts.path("transferSyntaxUID").asText())
        || place.sample().path().equals(DAMAGED);
  }

  /** One grey level; of lossy pixels one unit more, as decoders may round them otherwise. */
  private static int tolerance(Map<String, String> says, Place place) {
    if (!place.sample().facts().path("lossy").asBoolean()) return 1;
    return 1 + (int) Math.ceil(255 / Double.parseDouble(says.get("windowWidth")));
  }

  private static Optional<DicomToolkit.Window> windowOf(Map<String, String> says, Place place) {
    var isGrey = place.sample().facts().path("photometric").asText().startsWith("MONOCHROME");
    if (!isGrey) return Optional.empty();
    var center = Double.parseDouble(says.get("windowCenter"));
    var width = Double.parseDouble(says.get("windowWidth"));
    return Optional.of(new DicomToolkit.Window(center, width, says.get("windowFunction")));
  }

  /**
   * Tells where a picture is farther away from the reference than it may be. Where pixels are not
   * square, a row of the screen may lie between two of the image.
   *
   * @param aspect height of a pixel over its width
   * @param tolerance in grey levels
   * @return empty if it is nowhere
   */
  private static String differences(
      BufferedImage shown, BufferedImage reference, double aspect, int tolerance) {
    var count = 0;
    var worst = 0;
    var first = "";
    for (var y = 0; y < shown.getHeight(); y++) {
      var row = (y + 0.5) / aspect - 0.5;
      var above = samples(reference, (int) Math.max(0, Math.floor(row)));
      var below = samples(reference, (int) Math.min(reference.getHeight() - 1, Math.ceil(row)));
      var here = samples(shown, y);
      for (var i = 0; i < here.length; i++) {
        var low = Math.min(above[i], below[i]) - tolerance;
        var high = Math.max(above[i], below[i]) + tolerance;
        if (here[i] >= low && here[i] <= high) continue;
        if (count++ == 0) first = i / 3 + ", " + y + ": " + here[i] + " not " + above[i];
        worst = Math.max(worst, Math.max(low - here[i], here[i] - high) + tolerance);
      }
    }
    return count == 0 ? "" : count + " samples, by up to " + worst + ", the first at " + first;
  }

  /** Red, green and blue of a row in turn. */
  private static int[] samples(BufferedImage picture, int row) {
    var bands = picture.getRaster().getNumBands();
    var pixels = picture.getRaster().getPixels(0, row, picture.getWidth(), 1, (int[]) null);
    var samples = new int[picture.getWidth() * 3];
    for (var i = 0; i < samples.length; i++)
      samples[i] = pixels[i / 3 * bands + (bands == 1 ? 0 : i % 3)];
    return samples;
  }

  private static String hash(BufferedImage picture) throws NoSuchAlgorithmException {
    var sha256 = MessageDigest.getInstance("SHA-256");
    for (var y = 0; y < picture.getHeight(); y++)
      for (var sample : samples(picture, y)) sha256.update((byte) sample);
    return HexFormat.of().formatHex(sha256.digest());
  }
}
