package org.radcase.studies.control;

import org.radcase.platform.problem.Problem;

/** What can be wrong about uploads and images. */
public enum StudyProblem implements Problem.Kind {
  NO_SERIES(404, "series.not-found", "The case shows no such series"),
  NO_INSTANCE(404, "instance.not-found", "The case shows no such instance"),
  NO_FRAME(404, "frame.not-found", "The instance has no such frame"),
  UPLOAD_MALFORMED(400, "upload.malformed", "The upload is no complete multipart body"),
  UPLOAD_EMPTY(400, "upload.empty", "The upload has no file"),
  UPLOAD_TOO_LARGE(413, "upload.too-large", "The upload is larger than this server takes"),
  ALL_REFUSED(422, "upload.all-refused", "No file of the upload could be taken"),
  NOT_DECODABLE(422, "frame.not-decodable", "The server cannot make a picture of this frame");

  private final int status;
  private final String code;
  private final String title;

  StudyProblem(int status, String code, String title) {
    this.status = status;
    this.code = code;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String title() {
    return title;
  }
}
