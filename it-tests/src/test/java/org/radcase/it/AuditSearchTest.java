package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.server.AtHand;
import org.w3c.dom.Element;

/** How records are found, paged through and taken out. */
@ExtendWith(AtHand.class)
class AuditSearchTest {
  /** For spreadsheets, for XML 1.0, and for who puts texts together. */
  private static final String HOSTILE_NAME = "=1+1|\"a\",<b>&amp;]]>\ufffe\uffff\ud83d\ude00'";

  /** Somebody of that name, of whom the trail knows a few things. */
  private static String someone(RadCase radcase, String name) {
    var link = People.invite(radcase.as("admin"), "{\"role\": \"learner\"}");
    var body = Given.json()
        .put("link", link)
        .put("username", People.freshName("named"))
        .put("name", name)
        .put("password", People.PASSWORD);
    var made = radcase.asStranger().postJson("api/auth/register", body.toString());
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    var person = radcase.withCookie(People.cookie(made));
    for (var i = 0; i < 5; i++)
      assertThat(person.get("api/admin/users").status()).isEqualTo(403);
    return made.json().path("id").asText();
  }

  private static Answer export(RadCase radcase, String format, String query) {
    var answer =
        radcase.as("admin").get(TrailReader.ADDRESS + "/export?format=" + format + "&" + query);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.header("Content-Disposition")).startsWith("attachment");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    return answer;
  }

  @Test
  void a_spreadsheet_gets_no_formula(RadCase radcase) {
    var id = someone(radcase, HOSTILE_NAME);

    var csv = export(radcase, "csv", "person=" + id);

    assertThat(csv.mediaType()).isEqualTo("text/csv");
    var rows = csv.text().split("\r\n");
    assertThat(rows).hasSize(7);
    assertThat(rows[0]).startsWith("\"sequence\",\"at\",\"action\"");
    assertThat(csv.text()).contains("\"'=1+1|\"\"a\"\",<b>");
    // No cell begins with what a spreadsheet takes for a formula.
    assertThat(csv.text()).doesNotContainPattern("(?m)(^|,)\"?[=+\\-@\\t]");
  }

  @Test
  void the_DICOM_export_is_XML_whatever_people_are_called(RadCase radcase) throws Exception {
    var id = someone(radcase, HOSTILE_NAME);

    var answer = export(radcase, "dicom", "person=" + id);

    assertThat(answer.mediaType()).isEqualTo("application/xml");
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    var document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.bytes()));
    var messages = document.getElementsByTagName("AuditMessage");
    assertThat(messages.getLength()).isEqualTo(6);
    for (var i = 0; i < 6; i++) {
      var message = (Element) messages.item(i);
      var participant = child(message, "ActiveParticipant");
      assertThat(participant.getAttribute("UserID")).isEqualTo(id);
      assertThat(participant.getAttribute("UserName")).startsWith("=1+1|\"a\",<b>&amp;]]>");
      assertThat(child(message, "AuditSourceIdentification").getAttribute("AuditSourceID"))
          .isEqualTo("RadCase");
    }
    // The newest first: five refusals, PS3.15 A.5.3 Security Alert, minor failure.
    var refusal = child((Element) messages.item(0), "EventIdentification");
    assertThat(refusal.getAttribute("EventOutcomeIndicator")).isEqualTo("4");
    assertThat(child(refusal, "EventID").getAttribute("csd-code")).isEqualTo("110113");
    assertThat(Instant.parse(refusal.getAttribute("EventDateTime"))).isBefore(Instant.MAX);
  }

  private static Element child(Element parent, String name) {
    return (Element) parent.getElementsByTagName(name).item(0);
  }

  @Test
  void a_reading_is_a_DICOM_Instances_Accessed_message_with_its_study(RadCase radcase) {
    var made = ImagedCase.madeBy(radcase);

    var xml = export(radcase, "dicom", "action=study-read&case=" + made.id()).text();

    assertThat(xml).contains("csd-code=\"110103\"", "ParticipantObjectID=\"" + made.study() + "\"");
  }

  @Test
  void pages_and_cursors_lead_through_all_of_it_once(RadCase radcase) {
    var admin = radcase.as("admin");
    var query = TrailReader.ADDRESS + "?person=" + someone(radcase, "Paged") + "&limit=4";
    var first = admin.get(query);
    var second = admin.get(query + "&page=2");

    assertThat(first.header("X-Total-Count")).isEqualTo("6");
    assertThat(first.json().at("/pagination/hasNext").asBoolean()).isTrue();
    assertThat(second.json().at("/pagination/hasNext").asBoolean()).isFalse();
    var sequences = new ArrayList<>(sequences(first));
    sequences.addAll(sequences(second));
    assertThat(sequences).hasSize(6).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b - a);
    var next = first.header("Link").replaceAll("(?s).*<([^>]*)>; rel=\"next\".*", "$1");
    assertThat(sequences(admin.follow(first, next))).isEqualTo(sequences(second));
  }

  private static List<Integer> sequences(Answer page) {
    assertThat(page.status()).as(page.toString()).isEqualTo(200);
    var data = page.json().path("data");
    return IntStream.range(0, data.size())
        .mapToObj(i -> data.get(i).path("sequence").asInt())
        .toList();
  }

  @Test
  void filters_narrow_it_down(RadCase radcase) {
    var before = Instant.now().minusMillis(1);
    var id = someone(radcase, "Filtered 100%_of");
    var after = Instant.now().plusSeconds(1);
    var trail = new TrailReader(radcase.as("admin"));

    assertThat(trail.records("person=" + id + "&from=" + before + "&to=" + after))
        .hasSize(6);
    assertThat(trail.records("person=" + id + "&to=" + before)).isEmpty();
    assertThat(trail.records("person=" + id + "&from=" + after)).isEmpty();
    assertThat(trail.records("person=" + id + "&outcome=refused")).hasSize(5);
    assertThat(trail.records("person=" + id + "&action=person-added")).hasSize(1);
    // Signs of LIKE mean themselves.
    assertThat(trail.records("person=" + id + "&q=filtered%20100%25_OF")).hasSize(6);
    assertThat(trail.records("person=" + id + "&q=filtered%25of")).isEmpty();
    assertThat(trail.records("person=" + id + "&q=filtered_100")).isEmpty();
    assertThat(trail.records("person=%27%20OR%201=1%20--")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "action=nonsense",
        "outcome=nonsense",
        "from=yesterday",
        "to=%2B999999999-12-31T23:59:59Z",
        "from=-999999999-01-01T00:00:00%2B18:00",
        "after=nonsense",
        "after=eyJhIjoxfQ",
        "page=0",
        "limit=101",
        "person=a&person=b",
        "q=%00",
        "colour=red",
        "institution=other"
      })
  void a_malformed_query_is_400(String query, RadCase radcase) {
    Expect.problem(
        radcase.as("admin").get(TrailReader.ADDRESS + "?" + query), 400, "request.parameter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xml", "CSV", "csv%00", "../csv"})
  void another_format_is_400(String format, RadCase radcase) {
    Expect.problem(
        radcase.as("admin").get(TrailReader.ADDRESS + "/export?format=" + format),
        400,
        "request.parameter");
  }
}
