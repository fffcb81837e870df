package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One build, two artifacts: what is the server's business is in one of them only. */
@Tag("own-server")
class PackagingTest {
  private static final String OF_TOMCAT =
      "WEB-INF/classes/org/radcase/platform/(health|http|metrics|startup)/tomcat/.*";
  private static final String OF_THE_SERVER =
      "WEB-INF/lib/(jersey|hk2|weld|smallrye|micrometer|simpleclient|HdrHistogram|LatencyUtils|jakarta\\.|microprofile|jandex|mutiny|jboss).*";

  private static List<String> entries(String property) throws IOException {
    try (var war = new ZipFile(Path.of(System.getProperty(property)).toFile())) {
      return war.stream()
          .filter(entry -> !entry.isDirectory())
          .map(ZipEntry::getName)
          .toList();
    }
  }

  @Test
  void both_have_the_same_classes_pages_and_assets() throws IOException {
    var full = entries("radcase.war");
    var thin = entries("radcase.payara.war");

    assertThat(thin).isSubsetOf(full);
    assertThat(
            full.stream().filter(name -> !name.matches(OF_TOMCAT) && !name.matches(OF_THE_SERVER)))
        .allSatisfy(name -> {
          if (!name.startsWith("WEB-INF/lib/")) assertThat(thin).contains(name);
        });
    assertThat(thin).contains("WEB-INF/pages/library.html", "WEB-INF/payara-web.xml");
    assertThat(thin).anyMatch(name -> name.matches("assets/library-.*\\.js\\.gz"));
  }

  @Test
  void both_bring_the_licences_of_what_their_pages_are_made_with() throws IOException {
    for (var property : List.of("radcase.war", "radcase.payara.war")) {
      var docs = text(property, "WEB-INF/pages/docs\\.html");
      var licences = text(property, "assets/licences-[^.]*\\.txt");

      assertThat(docs).containsPattern("href=\"assets/licences-[^.]*\\.txt\"");
      assertThat(licences)
          .contains("For teaching, not for diagnosis.")
          .containsPattern("@cornerstonejs/codec-charls [\\d.]+ \\(MIT\\)")
          .contains("Jan de Vaan", "Aous Naman", "Antonin Descampe", "Independent JPEG Group")
          .contains("RII-UTHSCSA", "Lucide", "Nayuki");
    }
  }

  private static String text(String property, String name) throws IOException {
    try (var war = new ZipFile(Path.of(System.getProperty(property)).toFile())) {
      var entry = war.stream().filter(one -> one.getName().matches(name)).findFirst();
      return new String(
          war.getInputStream(entry.orElseThrow()).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void the_thin_one_leaves_to_Payara_what_Payara_has() throws IOException {
    assertThat(entries("radcase.payara.war"))
        .noneMatch(name -> name.matches(OF_THE_SERVER))
        .noneMatch(name -> name.matches(OF_TOMCAT));
    assertThat(entries("radcase.war"))
        .anyMatch(name -> name.startsWith("WEB-INF/lib/jersey-container-servlet"))
        .anyMatch(name -> name.startsWith("WEB-INF/lib/weld-servlet"))
        .anyMatch(name -> name.matches(OF_TOMCAT));
  }

  @Test
  void neither_brings_drivers_or_sources_of_its_pages() throws IOException {
    for (var property : List.of("radcase.war", "radcase.payara.war")) {
      assertThat(entries(property))
          .noneMatch(name -> name.matches("WEB-INF/lib/(sqlite|postgresql).*"))
          .noneMatch(name ->
              name.startsWith("app/") || name.startsWith("css/") || name.contains("node_modules"));
    }
  }
}
