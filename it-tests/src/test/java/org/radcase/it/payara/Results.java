package org.radcase.it.payara;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Collects how tests ended, and tells it again as tests of another run. */
final class Results implements TestExecutionListener {
  private final List<DynamicTest> tests = new ArrayList<>();

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    var thrown = result.getThrowable();
    // A container counts only if it broke: the tests in it then never ran.
    if (!test.isTest() && thrown.isEmpty()) return;
    tests.add(DynamicTest.dynamicTest(nameOf(test), () -> {
      if (thrown.isPresent()) throw thrown.get();
    }));
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    tests.add(DynamicTest.dynamicTest(nameOf(test), () -> Assumptions.abort(reason)));
  }

  Stream<DynamicTest> asTests() {
    if (tests.isEmpty()) fail("No test was found to run on Payara");
    return tests.stream();
  }

  private static String nameOf(TestIdentifier test) {
    var source = test.getSource();
    var type = source
        .filter(MethodSource.class::isInstance)
        .map(s -> ((MethodSource) s).getClassName())
        .or(() ->
            source.filter(ClassSource.class::isInstance).map(s -> ((ClassSource) s).getClassName()))
        .orElse("");
    return type.substring(type.lastIndexOf('.') + 1) + ": " + test.getDisplayName();
  }
}
