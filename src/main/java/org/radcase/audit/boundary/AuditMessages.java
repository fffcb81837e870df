package org.radcase.audit.boundary;

import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.radcase.audit.entity.AuditRecord;
import org.radcase.audit.entity.ChainedRecord;

/** Writes records as DICOM audit messages, within one root element. Source: PS3.15 A.5. */
final class AuditMessages {
  /** Of PS3.16 CID 400. */
  private record Code(String value, String meaning) {}

  private static final Code ACCESSED = new Code("110103", "DICOM Instances Accessed");
  private static final Code AUTHENTICATED = new Code("110114", "User Authentication");
  private static final Code ALERT = new Code("110113", "Security Alert");
  private static final Code ACTIVITY = new Code("110100", "Application Activity");

  private static final Map<String, Code> EVENTS = Map.ofEntries(
      Map.entry("study-read", ACCESSED),
      Map.entry("study-added", new Code("110104", "DICOM Instances Transferred")),
      Map.entry("study-removed", new Code("110105", "DICOM Study Deleted")),
      Map.entry("exported", new Code("110106", "Export")),
      Map.entry("signed-in", AUTHENTICATED),
      Map.entry("signed-out", AUTHENTICATED),
      Map.entry("session-ended", AUTHENTICATED),
      Map.entry("access-refused", ALERT),
      Map.entry("password-changed", ALERT),
      Map.entry("second-factor-changed", ALERT),
      Map.entry("person-changed", ALERT),
      Map.entry("server-started", ACTIVITY),
      Map.entry("audit-read", new Code("110101", "Audit Log Used")));

  private static final Code OTHERWISE = new Code("110110", "Patient Record");

  private final XMLStreamWriter xml;

  AuditMessages(OutputStream out) throws XMLStreamException {
    xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
  }

  void begin() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("AuditMessages");
  }

  void end() throws XMLStreamException {
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.flush();
  }

  void write(ChainedRecord chained) throws XMLStreamException {
    var audited = chained.audited();
    xml.writeStartElement("AuditMessage");
    writeEvent(audited);
    writeParticipant(audited);
    xml.writeEmptyElement("AuditSourceIdentification");
    xml.writeAttribute("AuditSourceID", "RadCase");
    writeObject("2", "9", "110180", "Study Instance UID", audited.studyUid());
    writeObject("2", "12", "RCASE", "Teaching case", audited.caseId());
    writeObject("2", "20", "ROBJ", "Object", audited.object());
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  private void writeEvent(AuditRecord audited) throws XMLStreamException {
    var event = EVENTS.getOrDefault(audited.action(), OTHERWISE);
    xml.writeStartElement("EventIdentification");
    xml.writeAttribute("EventActionCode", actionCode(audited.action()));
    xml.writeAttribute("EventDateTime", Instant.ofEpochMilli(audited.at()).toString());
    xml.writeAttribute("EventOutcomeIndicator", outcome(audited.outcome()));
    writeCode("EventID", event.value, "DCM", event.meaning);
    writeCode("EventTypeCode", audited.action(), "99RADCASE", audited.action());
    xml.writeEndElement();
  }

  /** Create, Read, Update, Delete or Execute. Source: PS3.15 Table A.5.2-1. */
  private static String actionCode(String action) {
    if (action.endsWith("-made") || action.endsWith("-added")) return "C";
    if (action.endsWith("-read") || action.equals("case-inspected")) return "R";
    if (action.endsWith("-changed") || action.equals("case-published")) return "U";
    return action.endsWith("-deleted") || action.endsWith("-removed") ? "D" : "E";
  }

  /** Success, minor failure, serious failure. Source: PS3.15 Table A.5.2-1. */
  private static String outcome(String outcome) {
    return switch (outcome) {
      case "success" -> "0";
      case "refused" -> "4";
      default -> "8";
    };
  }

  private void writeParticipant(AuditRecord audited) throws XMLStreamException {
    xml.writeStartElement("ActiveParticipant");
    @Nullable String id = audited.actorId();
    xml.writeAttribute("UserID", id == null ? "unknown" : id);
    @Nullable String name = audited.actorName();
    if (name != null) xml.writeAttribute("UserName", name);
    xml.writeAttribute("UserIsRequestor", "true");
    if (!audited.address().isEmpty()) {
      xml.writeAttribute("NetworkAccessPointID", audited.address());
      xml.writeAttribute("NetworkAccessPointTypeCode", "2");
    }
    @Nullable String role = audited.actorRole();
    if (role != null) writeCode("RoleIDCode", role, "99RADCASE", role);
    xml.writeEndElement();
  }

  private void writeObject(
      String type, String role, String code, String meaning, @Nullable String id)
      throws XMLStreamException {
    if (id == null) return;
    xml.writeStartElement("ParticipantObjectIdentification");
    xml.writeAttribute("ParticipantObjectID", id);
    xml.writeAttribute("ParticipantObjectTypeCode", type);
    xml.writeAttribute("ParticipantObjectTypeCodeRole", role);
    writeCode(
        "ParticipantObjectIDTypeCode", code, code.matches("\\d+") ? "DCM" : "99RADCASE", meaning);
    xml.writeEndElement();
  }

  private void writeCode(String element, String code, String system, String meaning)
      throws XMLStreamException {
    xml.writeEmptyElement(element);
    xml.writeAttribute("csd-code", code);
    xml.writeAttribute("codeSystemName", system);
    xml.writeAttribute("originalText", meaning);
  }
}
