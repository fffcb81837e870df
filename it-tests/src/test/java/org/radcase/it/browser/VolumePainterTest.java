package org.radcase.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.radcase.it.browser.Voxels.numbers;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.RadCase;
import org.radcase.it.RealDicom;

/**
 * What the GPU paints of a volume is what slow arithmetic says, to one grey level. The modules come
 * as they are, from a page of the test's own: no page of the product shows a bare plane.
 */
@Tag("own-server")
class VolumePainterTest {
  private static final URI PLACE = URI.create("http://volume.test/");
  private static final double[] WINDOW = {-300, 500};
  private static final int X = 21;
  private static final int Y = 13;
  private static final int WIDTH = 96;
  private static final int HEIGHT = 80;
  private static final int POSITION = 0x00200032;
  private static final int ORIENTATION = 0x00200037;
  private static final int PIXEL_SPACING = 0x00280030;
  private static final List<Integer> BLACK = List.of(0, 0, 0);

  /** A dark tone that is no grey of an image. */
  private static final List<Integer> AWAY = List.of(26, 31, 38);

  /** Anisotropic, oblique, and its slices shifted as with a tilted gantry. */
  private static final int[] SIZE = {17, 23, 12};

  private static final double[] ORIGIN = {-12, 30, -45};
  private static final double[][] OBLIQUE = {{0.64, 0.48, 0}, {-0.6, 0.8, 0.2}, {0.3, -0.4, 2.6}};
  private static final double[][] UPRIGHT = {{0.8, 0, 0}, {0, 0.8, 0}, {0, 0, 2.5}};

  private static Chromium chromium;
  private Page page;

  /** A plane by its upper left corner and the ways to the next pixel, mm. */
  private record Plane(double[] origin, double[] right, double[] down) {
    /** Through a place in its middle. */
    static Plane around(double[] middle, double[] right, double[] down) {
      return new Plane(
          Voxels.moved(Voxels.moved(middle, right, -WIDTH / 2.0), down, -HEIGHT / 2.0),
          right,
          down);
    }

    double[] place(int x, int y) {
      return Voxels.moved(Voxels.moved(origin, right, x + 0.5), down, y + 0.5);
    }

    double[] normal() {
      var normal = Voxels.cross(right, down);
      return Voxels.moved(new double[3], normal, 1 / Voxels.length(normal));
    }
  }

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) chromium.close();
  }

  @BeforeEach
  void open() {
    page = chromium.window(new RadCase(PLACE));
    page.route(PLACE + "**", VolumePainterTest::answer);
    page.navigate("proof.html");
  }

  private static void answer(Route route) {
    var path = URI.create(route.request().url()).getPath();
    var file = path.startsWith("/app/")
        ? Path.of("..", "webapp", path)
        : Path.of("src", "test", "resources", "volume", path);
    route.fulfill(new Route.FulfillOptions()
        .setPath(file)
        .setContentType(path.endsWith(".html") ? "text/html" : "text/javascript")
        .setStatus(Files.exists(file) ? 200 : 404));
  }

  @ParameterizedTest
  @CsvSource({"uint16, -1024", "int16, 0", "int16, 40", "float32, 0"})
  void tilted_planes_show_what_lies_between_the_voxels(String type, int offset) {
    var volume = noise(OBLIQUE, -1000, 1000);
    arrives(volume, type, offset);

    for (var plane : tilted(volume)) {
      assertShows(plane, 0, "mip", plane::normal, volume);
    }
  }

  @Test
  void values_of_8_bits_are_shown_as_well() {
    var volume = noise(UPRIGHT, 0, 255);
    arrives(volume, "uint8", 0);

    for (var plane : tilted(volume)) {
      assertShows(plane, 0, "mip", plane::normal, volume);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mip", "minip", "average"})
  void slabs_join_the_values_of_half_voxels_along_each_ray(String mode) {
    var volume = noise(OBLIQUE, -1000, 1000);
    arrives(volume, "uint16", -1024);

    for (var plane : tilted(volume)) {
      var normal = plane.normal();
      var way = Voxels.moved(new double[3], normal, volume.halfVoxel(normal));
      assertShows(plane, 7.3, mode, () -> way, volume);
    }
  }

  /** Nothing between two voxels is more than both, so whole voxels are enough on their raster. */
  @ParameterizedTest
  @CsvSource({"mip, 0.5", "minip, 0.5", "average, 1"})
  void slabs_along_the_raster_show_the_same_in_whole_voxels(String mode, double voxels) {
    var volume = noise(UPRIGHT, -1000, 1000);
    arrives(volume, "uint16", -1024);
    var middle = volume.place(8, 11, 6);

    for (var axis = 0; axis < 3; axis++) {
      var right = Voxels.moved(new double[3], UPRIGHT[(axis + 1) % 3], 0.11);
      var down = Voxels.moved(new double[3], UPRIGHT[(axis + 2) % 3], 0.13);
      var way = Voxels.moved(new double[3], UPRIGHT[axis], voxels);
      assertShows(Plane.around(middle, right, down), 10, mode, () -> way, volume);
    }
  }

  @Test
  void a_gradient_in_the_patient_is_that_gradient_in_every_plane() {
    var gradient = new double[] {9, -7, 5};
    Voxels.Field field =
        place -> 100 + gradient[0] * place[0] + gradient[1] * place[1] + gradient[2] * place[2];
    var volume = Voxels.of(SIZE, ORIGIN, OBLIQUE, field);
    arrives(volume, "float32", 0);
    var plane = Plane.around(
        volume.place(8, 11, 5.5), new double[] {0.05, 0.01, 0.02}, new double[] {0, 0.04, 0.06});

    var shown = shown(plane, 0, "mip", false);

    for (var y = 0; y < HEIGHT; y++) {
      for (var x = 0; x < WIDTH; x++) {
        assertThat(shown.get(y * WIDTH + x).get(0).doubleValue())
            .as("at %s, %s", x, y)
            .isCloseTo(grey(field.at(plane.place(x, y))), within());
      }
    }
  }

  @Test
  void a_sigmoid_window_is_the_standards_curve() {
    var volume = noise(OBLIQUE, -1000, 1000);
    arrives(volume, "uint16", -1024);
    var center = (WINDOW[0] + WINDOW[1]) / 2;
    var width = WINDOW[1] - WINDOW[0];

    // Source: PS3.3 C.11.2.1.3.1.
    for (var plane : tilted(volume))
      assertShows(
          plane,
          Map.of("sigmoid", true),
          volume,
          value -> 255 / (1 + Math.exp(-4 * (value - center) / width)));
  }

  @Test
  void a_lookup_table_takes_the_place_of_the_window() {
    var volume = noise(OBLIQUE, -1000, 1000);
    arrives(volume, "uint16", -1024);
    // Black at both ends, which no window is.
    var table = IntStream.range(0, 1500)
        .mapToObj(i -> Math.pow(Math.sin(Math.PI * i / 1499), 2))
        .toList();

    for (var plane : tilted(volume))
      assertShows(
          plane,
          Map.of("lut", Map.of("first", -750, "values", table)),
          volume,
          value -> 255 * table.get((int) Math.min(Math.max(Math.round(value) + 750, 0), 1499)));
  }

  @ParameterizedTest
  @CsvSource({"uint16, mip", "uint16, minip", "int16, average", "float32, minip"})
  void padding_is_no_value_in_a_plane_nor_in_a_slab(String type, String mode) {
    var random = new Random(11);
    var holed = Voxels.of(
        SIZE,
        ORIGIN,
        OBLIQUE,
        place -> random.nextInt(8) == 0 ? Double.NaN : random.nextInt(600) - 200);
    var offset = type.equals("uint16") ? -1024 : 0;
    var padding = Map.of("low", -1010, "high", -990);
    var texels = Map.of("low", -1010 - offset, "high", -990 - offset);
    var made = new HashMap<>(holed.forPage(type, offset));
    if (!type.equals("float32")) made.put("padding", texels);
    call("make", made);
    page.evaluate(
        "([values, padding]) => import('./proof.js').then((proof) => proof.put(0, values, padding))",
        List.of(holed.padded(-1000).base64(type, 0, SIZE[2]), padding));

    for (var plane : tilted(holed)) {
      assertShows(plane, 0, mode, plane::normal, holed);
      var normal = plane.normal();
      var way = Voxels.moved(new double[3], normal, holed.halfVoxel(normal));
      assertShows(plane, 4.2, mode, () -> way, holed);
    }
  }

  @Test
  void an_inverted_image_is_black_outside_and_grey_inside() {
    var volume = Voxels.of(SIZE, ORIGIN, UPRIGHT, place -> 10_000);
    arrives(volume, "int16", 0);
    var plane =
        Plane.around(volume.place(8, 11, 6), new double[] {1, 0, 0}, new double[] {0, 1, 0});

    assertThat(shown(plane, 0, "mip", true)).containsOnly(BLACK);
    assertThat(shown(plane, 0, "mip", false)).contains(BLACK, List.of(255, 255, 255));
  }

  @Test
  void slices_that_have_not_arrived_are_dark_where_they_are_needed() {
    var volume = noise(UPRIGHT, -1000, 1000);
    made(volume, "uint16", -1024);
    put(volume, "uint16", 0, 5);
    put(volume, "uint16", 7, 5);
    var right = new double[] {0.1, 0, 0};
    var down = new double[] {0, 0.1, 0};

    assertThat(shown(Plane.around(volume.place(8, 11, 5), right, down), 0, "mip", false))
        .containsOnly(AWAY);
    assertThat(shown(Plane.around(volume.place(8, 11, 4.5), right, down), 0, "mip", false))
        .containsOnly(AWAY);
    assertThat(shown(Plane.around(volume.place(8, 11, 9), right, down), 15, "mip", false))
        .containsOnly(AWAY);
    assertShows(
        Plane.around(volume.place(8, 11, 4), right, down), 0, "mip", () -> UPRIGHT[2], volume);
    assertShows(
        Plane.around(volume.place(8, 11, 9), right, down), 10, "mip", () -> UPRIGHT[2], volume);

    put(volume, "uint16", 5, 2);
    assertShows(
        Plane.around(volume.place(8, 11, 5), right, down), 0, "mip", () -> UPRIGHT[2], volume);
  }

  @Test
  void after_the_gpu_lost_everything_a_new_painter_shows_the_same() {
    var volume = noise(OBLIQUE, -1000, 1000);
    arrives(volume, "uint16", -1024);
    var plane = tilted(volume).get(0);
    var before = shown(plane, 0, "mip", false);

    call("lose", Map.of());
    arrives(volume, "uint16", -1024);

    assertThat(shown(plane, 0, "mip", false)).isEqualTo(before);
  }

  @Test
  void a_volume_that_the_gpu_cannot_take_is_refused() {
    var volume = new Voxels(new int[] {1 << 20, 4, 4}, ORIGIN, UPRIGHT, new double[0]);

    assertThatThrownBy(() -> made(volume, "int16", 0))
        .hasMessageContaining("RangeError")
        .hasMessageContaining("1048576");
  }

  /** Real, and of a tilted gantry: 512 × 512, slope 1 and intercept -1024, as its headers say. */
  @Test
  void a_real_ct_series_keeps_its_values_in_its_own_plane_and_in_others() {
    var volume = middleOfPhantom();
    arrives(volume, "uint16", -1024);
    var across = volume.steps()[0];
    var down = volume.steps()[1];

    var own = new Plane(volume.place(31.5, 39.5, 20), across, down);
    assertShows(own, 0, "mip", own::normal, volume);
    var shown = shown(own, 0, "mip", false);
    for (var pixel : new int[][] {{0, 0}, {50, 7}, {95, 79}}) {
      var value = volume.values()[(20 * 160 + 40 + pixel[1]) * 160 + 32 + pixel[0]];
      assertThat(shown.get(pixel[1] * WIDTH + pixel[0]).get(0).doubleValue())
          .isCloseTo(grey(value), within());
    }
    var middle = volume.place(80, 80, 25);
    var coronal = Plane.around(middle, new double[] {0.4, 0, 0}, new double[] {0, 0, -0.4});
    assertShows(coronal, 0, "mip", coronal::normal, volume);
    var way = Voxels.moved(new double[3], coronal.normal(), volume.halfVoxel(coronal.normal()));
    assertShows(coronal, 12, "average", () -> way, volume);
  }

  private static Voxels noise(double[][] steps, int least, int most) {
    var random = new Random(7);
    return Voxels.of(SIZE, ORIGIN, steps, place -> least + random.nextInt(most - least + 1));
  }

  private static List<Plane> tilted(Voxels volume) {
    // No pixel exactly at the volume's edge, where it may fall on either side.
    var middle = volume.place(8.317, 10.923, 5.171);
    return List.of(
        Plane.around(middle, new double[] {0.2, 0, 0.05}, new double[] {-0.03, 0.2, 0.12}),
        Plane.around(middle, new double[] {0, 0.21, 0.1}, new double[] {0.02, 0.17, -0.357}),
        Plane.around(middle, new double[] {0.3, 0, 0}, new double[] {0, 0, -0.3}),
        Plane.around(middle, volume.steps()[0], volume.steps()[1]));
  }

  private void arrives(Voxels volume, String type, int offset) {
    made(volume, type, offset);
    put(volume, type, 0, volume.size()[2]);
  }

  private void made(Voxels volume, String type, int offset) {
    call("make", volume.forPage(type, offset));
  }

  private void put(Voxels volume, String type, int first, int slices) {
    page.evaluate(
        "([first, values]) => import('./proof.js').then((proof) => proof.put(first, values))",
        List.of(first, volume.base64(type, first, slices)));
  }

  private Object call(String name, Object argument) {
    return page.evaluate(
        "(argument) => import('./proof.js').then((proof) => proof." + name + "(argument))",
        argument);
  }

  /** The colours of the rectangle's pixels. */
  private List<List<Integer>> shown(Plane plane, double mm, String mode, boolean inverted) {
    return shown(plane, mm, mode, Map.of("inverted", inverted));
  }

  /** @param look what is not a linear window */
  private List<List<Integer>> shown(Plane plane, double mm, String mode, Map<String, ?> look) {
    var whole = new HashMap<String, Object>(
        Map.of("lower", WINDOW[0], "upper", WINDOW[1], "inverted", false, "sigmoid", false));
    whole.putAll(look);
    var colours = Base64.getDecoder().decode((String) call(
        "paint",
        Map.of(
            "rectangle", Map.of("x", X, "y", Y, "width", WIDTH, "height", HEIGHT),
            "plane",
                Map.of(
                    "origin", numbers(plane.origin),
                    "right", numbers(plane.right),
                    "down", numbers(plane.down)),
            "slab", Map.of("mm", mm, "mode", mode),
            "look", whole)));
    assertThat(colours).hasSize(WIDTH * HEIGHT * 3);
    var pixels = new ArrayList<List<Integer>>();
    for (var i = 0; i < colours.length; i += 3) {
      pixels.add(List.of(colours[i] & 0xff, colours[i + 1] & 0xff, colours[i + 2] & 0xff));
    }
    return pixels;
  }

  private void assertShows(Plane plane, double mm, String mode, Way way, Voxels volume) {
    var shown = shown(plane, mm, mode, false);
    assertShows(shown, plane, mm, mode, way, volume, VolumePainterTest::grey);
  }

  private void assertShows(
      Plane plane, Map<String, ?> look, Voxels volume, DoubleUnaryOperator grey) {
    assertShows(shown(plane, 0, "mip", look), plane, 0, "mip", plane::normal, volume, grey);
  }

  private static void assertShows(
      List<List<Integer>> shown,
      Plane plane,
      double mm,
      String mode,
      Way way,
      Voxels volume,
      DoubleUnaryOperator grey) {
    var worst = 0.0;
    var inside = 0;
    for (var y = 0; y < HEIGHT; y++) {
      for (var x = 0; x < WIDTH; x++) {
        var value = volume.through(plane.place(x, y), way.toNextSample(), mm, mode);
        var expected = Double.isNaN(value) ? 0 : grey.applyAsDouble(value);
        for (var channel : shown.get(y * WIDTH + x)) {
          worst = Math.max(worst, Math.abs(channel - expected));
        }
        inside += Double.isNaN(value) ? 0 : 1;
      }
    }
    assertThat(inside).as("pixels within the volume").isGreaterThan(200);
    assertThat(worst).as("grey levels off").isLessThanOrEqualTo(1);
  }

  private interface Way {
    double[] toNextSample();
  }

  private static double grey(double value) {
    return 255 * Math.min(Math.max((value - WINDOW[0]) / (WINDOW[1] - WINDOW[0]), 0), 1);
  }

  private static Offset<Double> within() {
    return Offset.offset(1.0);
  }

  /** The middle 160 × 160 of each slice; files are in the order of their Image Position. */
  private static Voxels middleOfPhantom() {
    var files = RealDicom.files("ct-series-philips/S2010", "I*").stream()
        .map(RealDicom::bytes)
        .filter(bytes -> bytes.length > 512 * 512 * 2)
        .sorted(Comparator.comparingDouble(bytes -> decimals(bytes, POSITION)[2]))
        .toList();
    var first = files.get(0);
    var cosines = decimals(first, ORIENTATION);
    var spacing = decimals(first, PIXEL_SPACING);
    var row = new double[] {cosines[0], cosines[1], cosines[2]};
    var column = new double[] {cosines[3], cosines[4], cosines[5]};
    var start = decimals(first, POSITION);
    var end = decimals(files.get(files.size() - 1), POSITION);
    var across = Voxels.moved(new double[3], row, spacing[1]);
    var down = Voxels.moved(new double[3], column, spacing[0]);
    var through =
        Voxels.moved(new double[3], Voxels.moved(end, start, -1), 1.0 / (files.size() - 1));
    var values = new double[160 * 160 * files.size()];
    for (var i = 0; i < values.length; i++) {
      var file = files.get(i / (160 * 160));
      var pixel = (176 + i / 160 % 160) * 512 + 176 + i % 160;
      values[i] = ByteBuffer.wrap(file)
              .order(ByteOrder.LITTLE_ENDIAN)
              .getShort(file.length - 512 * 512 * 2 + pixel * 2)
          - 1024;
    }
    var corner = Voxels.moved(Voxels.moved(start, across, 176), down, 176);
    return new Voxels(
        new int[] {160, 160, files.size()}, corner, new double[][] {across, down, through}, values);
  }

  /** Of the first element with the tag, in explicit VR little endian. Source: PS3.5 section 7.1.2. */
  private static double[] decimals(byte[] file, int tag) {
    var header = new String(
        new byte[] {(byte) (tag >> 16), (byte) (tag >> 24), (byte) tag, (byte) (tag >> 8), 'D', 'S'
        },
        StandardCharsets.ISO_8859_1);
    var text = new String(file, StandardCharsets.ISO_8859_1);
    var at = text.indexOf(header) + header.length();
    var length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getShort(at);
    return Arrays.stream(text.substring(at + 2, at + 2 + length).split("\\\\"))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }
}
