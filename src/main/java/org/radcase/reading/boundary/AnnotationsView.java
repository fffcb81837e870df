package org.radcase.reading.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.radcase.reading.control.Annotate;
import org.radcase.reading.entity.Annotation;
import org.radcase.reading.entity.Revised;

/** What somebody sees drawn on a case; {@code shared} comes after the answer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnnotationsView(ListView own, @Nullable ListView shared) {
  /** Annotations that are replaced together. */
  public record ListView(int revision, List<AnnotationView> annotations) {
    static ListView of(Revised<List<Annotation>> list) {
      return new ListView(
          list.revision(), list.content().stream().map(AnnotationView::of).toList());
    }
  }

  /** What takes their place. */
  public record Body(List<AnnotationView> annotations) {}

  static AnnotationsView of(Annotate.Seen seen) {
    return new AnnotationsView(
        ListView.of(seen.own()), seen.shared().map(ListView::of).orElse(null));
  }
}
