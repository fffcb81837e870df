package org.radcase.it.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.radcase.it.DicomFile;
import org.radcase.it.Given;
import org.radcase.it.Multipart;
import org.radcase.it.People;
import org.radcase.it.RadCase;

/**
 * The people of a programme at work: of 100 requests 60 browse, 30 read DICOM, 5 are personal and
 * 5 write; of 50 writes one edits a case and the others reveal one. Cases are chosen by Zipf's law.
 * Of 50 people one is a director and two are educators, and the others are learners.
 */
final class MixedUse {
  private static final long SEED = 20_261_122;
  private static final int THREADS = 4;
  private static final List<String> MODALITIES = List.of("CT", "MR", "US", "DX");
  private static final List<String> CATEGORIES = List.of("chest", "neuro", "abdominal", "msk");

  private final RadCase author;
  private final List<String> cases;
  private final List<Browser> browsers;
  private final Zipf zipf;
  private int rounds;

  private MixedUse(RadCase author, List<String> cases, List<Browser> browsers) {
    this.author = author;
    this.cases = cases;
    this.browsers = browsers;
    zipf = new Zipf(cases.size());
  }

  /** Makes the people and the cases. */
  static MixedUse of(RadCase radcase, int people, int cases) {
    var author = radcase.as("educator");
    radcase.as("admin"); // who invites the others
    var browsers = new Browser[people];
    inParallel(people, i -> {
      var role = roleOf(i);
      browsers[i] = new Browser(People.aNew(radcase, role), role);
    });
    var ids = new String[cases];
    inParallel(cases, i -> ids[i] = aCase(author, i));
    return new MixedUse(author, List.of(ids), List.of(browsers));
  }

  private static String roleOf(int person) {
    return switch (person % 50) {
      case 0 -> "director";
      case 1, 2 -> "educator";
      default -> "learner";
    };
  }

  private static void inParallel(int count, IntConsumer work) {
    var threads = Executors.newFixedThreadPool(THREADS);
    try {
      var all = IntStream.range(0, count)
          .mapToObj(i -> CompletableFuture.runAsync(() -> work.accept(i), threads))
          .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(all).join();
    } finally {
      threads.shutdownNow();
    }
  }

  private static String aCase(RadCase author, int number) {
    var fields = Given.json()
        .put("presentation", "Flank pain and fever, patient " + number)
        .put("title", "Case " + number)
        .put("diagnosis", "Obstructive pyelonephritis")
        .put("modality", MODALITIES.get(number % MODALITIES.size()))
        .put("category", CATEGORIES.get(number / 2 % CATEGORIES.size()))
        .put("difficulty", number % 5 + 1)
        .put("visibility", "institution")
        .put("clinicalHistory", "Three days of flank pain. ".repeat(20))
        .put("findings", "Hydronephrosis. ".repeat(40));
    var made = Given.aCase(author, fields);
    var address = Given.addressOf(made);
    var study = DicomFile.freshUid();
    var series = DicomFile.freshUid();
    var upload = new Multipart();
    for (var slice = 1; slice <= 2; slice++) {
      var file = new DicomFile()
          .uid(DicomFile.STUDY_INSTANCE_UID, study)
          .uid(DicomFile.SERIES_INSTANCE_UID, series)
          .text(DicomFile.INSTANCE_NUMBER, "IS", Integer.toString(slice))
          .text(DicomFile.IMAGE_POSITION, "DS", "0\\0\\" + slice);
      upload.file(slice + ".dcm", file.bytes());
    }
    CaseScene.accepted(author.post(address + "/dicom", upload));
    CaseScene.accepted(author.patch(address, "{\"status\": \"published\"}", "If-Match", "*"));
    return made.path("id").asText();
  }

  /** So many requests by all of them at once. */
  Tally work(int requests) {
    var tally = new Tally();
    var round = rounds++;
    inParallel(THREADS, thread -> {
      var own = new ArrayList<Browser>();
      for (var i = thread; i < browsers.size(); i += THREADS) own.add(browsers.get(i));
      var random = new Random(SEED + 31L * round + thread);
      var share = requests / THREADS;
      for (var i = 0; i < share; i++) act(own.get(random.nextInt(own.size())), random, tally);
    });
    return tally;
  }

  private void act(Browser browser, Random random, Tally tally) {
    var chance = random.nextInt(100);
    if (chance < 60) browse(browser, random, tally);
    else if (chance < 90) readDicom(browser, random, tally);
    else if (chance < 95) askPersonally(browser, random, tally);
    else if (random.nextInt(50) == 0) edit(random, tally);
    else reveal(browser, random, tally);
  }

  private void browse(Browser browser, Random random, Tally tally) {
    var chance = random.nextInt(100);
    if (chance < 40) browser.list(random, tally);
    else if (chance < 55) browser.facets(random, tally);
    else browser.teachingCase(aCase(random), tally);
  }

  private void readDicom(Browser browser, Random random, Tally tally) {
    if (browser.hasPixelsToCome() && random.nextInt(4) > 0) browser.pixels(tally);
    else browser.manifest(aCase(random), tally);
  }

  private static void askPersonally(Browser browser, Random random, Tally tally) {
    if (random.nextBoolean()) browser.me(tally);
    else browser.revealed(tally);
  }

  private void edit(Random random, Tally tally) {
    var findings = Given.json().put("findings", "Hydronephrosis, seen " + random.nextLong());
    var edited = author.patch("api/cases/" + aCase(random), findings.toString(), "If-Match", "*");
    assertThat(edited.status()).as(edited.toString()).isEqualTo(200);
    tally.count();
  }

  /** Who has revealed most already, and those who need not, do something personal instead. */
  private void reveal(Browser browser, Random random, Tally tally) {
    var id = aCase(random);
    for (var i = 0; i < 10 && browser.hasRevealed(id); i++) id = aCase(random);
    if (browser.isLearners() && !browser.hasRevealed(id)) browser.reveal(id, tally);
    else askPersonally(browser, random, tally);
  }

  private String aCase(Random random) {
    return cases.get(zipf.next(random));
  }
}
