package org.radcase.dicom;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test over the sample files. Without them it counts as skipped (an aborted source of parameters
 * would count as nothing); with {@code radcase.ci=true} it runs, and fails.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithSampleFiles.Condition.class)
public @interface WithSampleFiles {

  /** Asks {@link Corpus}. */
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return Corpus.isThere() || Boolean.getBoolean("radcase.ci")
          ? ConditionEvaluationResult.enabled("")
          : ConditionEvaluationResult.disabled("The folder of sample files is not there");
    }
  }
}
