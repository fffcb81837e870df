package org.radcase.studies.boundary;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.problem.Problem;
import org.radcase.studies.control.StudyProblem;
import org.radcase.studies.control.intake.SourceException;

/** Reads a multipart body part by part, as it arrives. Source: RFC 7578. For one thread. */
final class MultipartUpload {
  interface Taker {
    void take(String name, InputStream content) throws IOException;
  }

  private final HttpServletRequest request;
  private final long mostBytes;

  MultipartUpload(HttpServletRequest request, long mostBytes) {
    this.request = request;
    this.mostBytes = mostBytes;
  }

  /**
   * Gives every part that is a file to the taker.
   *
   * @throws Problem media-type.unsupported, upload.too-large, upload.malformed, upload.empty; what was taken before stays
   */
  void forEachFile(Taker taker) throws IOException {
    // JAX-RS takes a body that has no type for one of any, and the library falls over it.
    if (request.getContentType() == null) {
      throw HttpProblem.UNSUPPORTED_MEDIA_TYPE.because("Say multipart/form-data and its boundary");
    }
    if (request.getContentLengthLong() > mostBytes) throw tooLarge();
    var upload = new JakartaServletFileUpload<>();
    upload.setSizeMax(mostBytes);
    var files = 0;
    try {
      for (var parts = upload.getItemIterator(request); parts.hasNext(); ) {
        var part = parts.next();
        if (part.isFormField()) continue;
        taker.take(nameOf(part), part.getInputStream());
        files++;
      }
    } catch (IOException e) {
      throw problemOf(e);
    }
    if (files == 0) throw StudyProblem.UPLOAD_EMPTY.because("Send each file as a part of its own");
  }

  private static String nameOf(FileItemInput part) {
    try {
      @Nullable String name = part.getName();
      return name == null || name.isBlank() ? "unnamed" : shortened(name);
    } catch (IllegalArgumentException e) {
      return "unnamed";
    }
  }

  private static String shortened(String name) {
    var most = 1000;
    return name.length() <= most ? name : name.substring(name.length() - most);
  }

  /** The library's exceptions may come from the part's stream, and then within one of ours. */
  private IOException problemOf(IOException e) throws IOException {
    for (@Nullable Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof FileUploadSizeException) throw tooLarge();
    }
    if (e instanceof FileUploadException || e instanceof SourceException) {
      throw StudyProblem.UPLOAD_MALFORMED.because("The body breaks off or is no multipart");
    }
    return e;
  }

  private Problem tooLarge() {
    return StudyProblem.UPLOAD_TOO_LARGE.because("At most " + mostBytes + " bytes at a time");
  }
}
