package org.radcase.cases.entity;

/** What a case may lack to be published. */
public enum PublishingGap {
  QUESTION("presentation", "publish.question", "A published case has a presentation or a history"),
  DIAGNOSIS("diagnosis", "publish.diagnosis", "A published case has a diagnosis"),
  IMAGES("imageCount", "publish.images", "A published case has at least one image");

  private final String field;
  private final String code;
  private final String detail;

  PublishingGap(String field, String code, String detail) {
    this.field = field;
    this.code = code;
    this.detail = detail;
  }

  /** The field of a case that would fill it. */
  public String field() {
    return field;
  }

  /** For programs; a promise. */
  public String code() {
    return code;
  }

  /** For people. */
  public String detail() {
    return detail;
  }
}
