package org.radcase.dicom.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;
import org.radcase.dicom.part10.ReadLimits;

/** Where a reader is in a JSON text, and what it may still take. For one thread. */
final class JsonCursor {
  private static final int LONGEST_POINTER = 200;

  private final JsonParser parser;
  private final ReadLimits limits;
  private long elements;
  private long memoryBytes;

  JsonCursor(JsonParser parser, ReadLimits limits) {
    this.parser = parser;
    this.limits = limits;
    elements = limits.elements();
    memoryBytes = limits.totalInMemoryBytes();
  }

  /** Steps to the next token; none at the end of the text. */
  @Nullable
  JsonToken next() throws IOException {
    return parser.nextToken();
  }

  @Nullable
  JsonToken token() {
    return parser.currentToken();
  }

  /** The name of the member that the cursor is at or in. */
  String name() throws IOException {
    var name = parser.currentName();
    return name == null ? "" : name;
  }

  /** The characters of a string, or the digits of a number as they stand. */
  String text() throws IOException {
    var text = parser.getText();
    takeMemory(text.length());
    return text;
  }

  /** The bytes of a string in base64, taken as they come. Source: RFC 4648 section 4. */
  byte[] base64() throws IOException {
    require(JsonToken.VALUE_STRING);
    var bytes = new ByteArrayOutputStream();
    try {
      parser.readBinaryValue(new OutputStream() {
        @Override
        public void write(int b) throws IOException {
          takeMemory(1);
          bytes.write(b);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
          takeMemory(length);
          bytes.write(some, from, length);
        }
      });
    } catch (IllegalArgumentException e) { // Jackson's word for characters out of place
      throw fault(Kind.MALFORMED, "Not base64", e);
    }
    return bytes.toByteArray();
  }

  void require(JsonToken token) throws DicomException {
    if (parser.currentToken() != token) {
      throw malformed(parser.currentToken() + " where " + token + " should be");
    }
  }

  void requireEnd() throws IOException {
    if (parser.nextToken() != null) {
      throw malformed("More after the end");
    }
  }

  void skip() throws IOException {
    parser.nextToken();
    parser.skipChildren();
  }

  void requireDepth(int depth) throws DicomException {
    if (depth > limits.depth()) {
      throw fault(Kind.LIMIT, "Sequences nested deeper than " + limits.depth(), null);
    }
  }

  void takeElement() throws DicomException {
    if (--elements < 0) {
      throw fault(Kind.LIMIT, "More than " + limits.elements() + " elements", null);
    }
  }

  private void takeMemory(long bytes) throws DicomException {
    memoryBytes -= bytes;
    if (memoryBytes < 0) {
      throw fault(
          Kind.LIMIT, "Values of more than " + limits.totalInMemoryBytes() + " bytes", null);
    }
  }

  DicomException malformed(String what) {
    return fault(Kind.MALFORMED, what, null);
  }

  DicomException fault(Kind kind, String what, @Nullable Throwable cause) {
    var at = cause == null ? parser.currentTokenLocation() : parser.currentLocation();
    var fault = DicomException.at(at.getByteOffset(), kind, what + " at " + pointer());
    if (cause != null) {
      fault.initCause(cause);
    }
    return fault;
  }

  /** Without strange characters, for the names in it are the sender's. */
  private String pointer() {
    var pointer = parser.getParsingContext().pathAsPointer(true).toString();
    var shorter = pointer.substring(0, Math.min(LONGEST_POINTER, pointer.length()));
    return "\"" + shorter.replaceAll("[^ -!#-~]", "?") + "\"";
  }
}
