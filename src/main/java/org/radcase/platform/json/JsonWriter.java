package org.radcase.platform.json;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes our wire records as JSON. */
@Provider
public class JsonWriter implements MessageBodyWriter<Record> {
  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return type.isRecord() && media.getSubtype().endsWith("json");
  }

  @Override
  public void writeTo(
      Record value,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    // One write of all bytes, so that Jersey can tell the length.
    out.write(Json.bytes(value));
  }
}
