package org.radcase;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.radcase.accounts.entity.Caller;

/** The rules of the house; each failure says what to do instead. */
@AnalyzeClasses(packages = "org.radcase", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** From left to right: a feature calls only what stands to its left. */
  private static final List<String> FEATURES = List.of(
      "audit",
      "accounts",
      "monitoring",
      "caches",
      "database",
      "viewing",
      "cases",
      "studies",
      "reading",
      "quiz",
      "review",
      "collections",
      "discussions",
      "catalogue",
      "insight",
      "demo");

  @ArchTest
  static final ArchRule there_are_no_cycles =
      slices().matching("org.radcase.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule a_feature_calls_only_what_stands_to_its_left =
      classes().should(onlyCallFeaturesToTheirLeft());

  @ArchTest
  static final ArchRule platform_knows_no_feature = noClasses()
      .that()
      .resideInAPackage("org.radcase.platform..")
      .should()
      .dependOnClassesThat(resideInAnyPackage(allFeatures()))
      .because("what only a feature knows, the platform asks through an interface of its own");

  @ArchTest
  static final ArchRule the_dicom_toolkit_could_be_a_library = noClasses()
      .that()
      .resideInAPackage("org.radcase.dicom..")
      .should()
      .dependOnClassesThat(
          resideInAPackage("org.radcase..").and(not(resideInAPackage("org.radcase.dicom.."))))
      .orShould()
      .dependOnClassesThat(resideInAnyPackage("jakarta..", "java.sql..", "javax.sql.."))
      .because("it knows no CDI, no SQL, no HTTP and nothing else of RadCase:"
          + " pass in what it needs as values");

  @ArchTest
  static final ArchRule entities_are_values = noClasses()
      .that()
      .resideInAPackage("org.radcase..entity..")
      .should()
      .dependOnClassesThat(resideInAnyPackage(
          "org.radcase..control..",
          "org.radcase..boundary..",
          "org.radcase.platform..",
          "jakarta..",
          "java.sql..",
          "javax.sql..",
          "com.fasterxml.."))
      .because("an entity decides; move I/O, SQL, JSON and CDI to control or boundary");

  @ArchTest
  static final ArchRule control_knows_no_http = noClasses()
      .that()
      .resideInAPackage("org.radcase..control..")
      .should()
      .dependOnClassesThat(resideInAnyPackage(
          "org.radcase..boundary..",
          "org.radcase.platform.http..",
          "jakarta.ws.rs..",
          "jakarta.servlet.."))
      .because("a use case answers anybody: let the boundary translate from and to HTTP");

  @ArchTest
  static final ArchRule a_boundary_calls_no_other_boundary = slices()
      .matching("org.radcase.(*).boundary..")
      .should()
      .notDependOnEachOther()
      .because("two boundaries meet in the control of the left one");

  @ArchTest
  static final ArchRule only_daos_speak_sql = noClasses()
      .that()
      .resideOutsideOfPackages(
          "org.radcase.platform.jdbc..",
          // Rows of any table, whose DAOs they do not know.
          "org.radcase.database.control.move..",
          "org.radcase.database.control.backup..")
      .and(are(not(nestedInOrNamed("Dao"))))
      .should()
      .dependOnClassesThat(resideInAPackage("java.sql.."))
      .because("SQL has names: put the statement into a package-private *Dao");

  @ArchTest
  static final ArchRule drivers_and_flyway_live_in_platform_jdbc =
      vendor("org.radcase.platform.jdbc..", "org.flywaydb..", "org.sqlite..", "org.postgresql..");

  @ArchTest
  static final ArchRule caches_live_in_platform_cache =
      vendor("org.radcase.platform.cache..", "org.ehcache..", "org.redisson..");

  @ArchTest
  static final ArchRule s3_lives_in_platform_files =
      vendor("org.radcase.platform.files..", "software.amazon..");

  @ArchTest
  static final ArchRule metrics_are_kept_in_platform_metrics = vendor(
      "org.radcase.platform.metrics..",
      "org.eclipse.microprofile.metrics..",
      "io.smallrye.metrics..",
      "io.micrometer..");

  @ArchTest
  static final ArchRule multipart_parsing_lives_in_studies_boundary =
      vendor("org.radcase.studies.boundary..", "org.apache.commons.fileupload2..");

  @ArchTest
  static final ArchRule config_is_read_in_platform_config =
      vendor("org.radcase.platform.config..", "org.eclipse.microprofile.config..");

  @ArchTest
  static final ArchRule names_say_what_a_class_does = noClasses()
      .should()
      .haveNameMatching(".*(Service|Impl|Manager|Helper|Util|Utils|DTO|Dto)(\\$.*)?")
      .because("a use case is a verb, a shelf is a plural, a pure rule is called what it decides");

  @ArchTest
  static final ArchRule nothing_is_injected_into_fields = noFields()
      .that()
      .areDeclaredInClassesThat(
          are(not(assignableTo(ServletContextListener.class).or(assignableTo(HttpServlet.class)))))
      .should()
      .beAnnotatedWith(Inject.class)
      .because("what a class needs comes through its constructor;"
          + " only listeners and servlets are made by the container, without arguments");

  @ArchTest
  static final ArchRule context_is_for_jax_rs = fields()
      .that()
      .areAnnotatedWith(Context.class)
      .should()
      .beDeclaredInClassesThat()
      .resideInAnyPackage("org.radcase..boundary..", "org.radcase.platform.http..")
      .allowEmptyShould(true)
      .because("a request ends at the boundary: pass on what is needed of it");

  @ArchTest
  static final ArchRule time_comes_from_the_clock = noClasses()
      .that()
      .resideOutsideOfPackage("org.radcase.platform.time..")
      .should()
      .callMethodWhere(asksForTheTimeWithoutClock())
      .because("tests turn the time: inject java.time.Clock and ask that");

  @ArchTest
  static final ArchRule a_caller_is_an_argument = constructors()
      .that()
      .areDeclaredInClassesThat()
      .resideInAPackage("org.radcase..control..")
      .should(notTakeTheCaller());

  @ArchTest
  static final ArchRule the_container_is_told_of_no_checked_exception = noMethods()
      .that()
      .areAnnotatedWith(PreDestroy.class)
      .or()
      .areAnnotatedWith(PostConstruct.class)
      .should()
      .declareThrowableOfType(assignableTo(Exception.class))
      .because("Payara deploys no class whose lifecycle method does (Jakarta Annotations 2.7)");

  @ArchTest
  static final ArchRule every_package_is_null_marked =
      classes().should(resideInANullMarkedPackage());

  private static String[] allFeatures() {
    return FEATURES.stream().map(it -> "org.radcase." + it + "..").toArray(String[]::new);
  }

  private static ArchRule vendor(String home, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat(resideInAnyPackage(packages))
        .because("each vendor lives in one package, here " + home);
  }

  private static DescribedPredicate<JavaClass> nestedInOrNamed(String suffix) {
    return DescribedPredicate.describe(
        "classes named *" + suffix, it -> it.getFullName().matches(".*" + suffix + "(\\$.*)?"));
  }

  private static DescribedPredicate<JavaAccess<?>> asksForTheTimeWithoutClock() {
    var times = Set.of("now", "currentTimeMillis", "systemUTC", "systemDefaultZone");
    return DescribedPredicate.describe("asks for the time without a clock", access -> {
      var owner = access.getTargetOwner();
      var isTime =
          owner.getPackageName().startsWith("java.time") || owner.isEquivalentTo(System.class);
      var hasClock = access.getTarget() instanceof MethodCallTarget called
          && called.getRawParameterTypes().stream().anyMatch(it -> it.isEquivalentTo(Clock.class));
      return isTime && times.contains(access.getTarget().getName()) && !hasClock;
    });
  }

  private static ArchCondition<JavaClass> onlyCallFeaturesToTheirLeft() {
    return new ArchCondition<>("only call features to their left") {
      @Override
      public void check(JavaClass caller, ConditionEvents events) {
        var place = placeOf(caller);
        if (place < 0) return;
        for (var dependency : caller.getDirectDependenciesFromSelf()) {
          if (placeOf(dependency.getTargetClass()) > place) {
            events.add(SimpleConditionEvent.violated(
                caller,
                dependency.getDescription()
                    + ": let the left one fire an event that the right one observes"));
          }
        }
      }
    };
  }

  private static int placeOf(JavaClass it) {
    var names = it.getPackageName().split("\\.", -1);
    var isOurs = it.getPackageName().startsWith("org.radcase.");
    return isOurs ? FEATURES.indexOf(names[2]) : -1;
  }

  private static ArchCondition<JavaConstructor> notTakeTheCaller() {
    return new ArchCondition<>("not take a Caller") {
      @Override
      public void check(JavaConstructor constructor, ConditionEvents events) {
        var isRecord = constructor.getOwner().isRecord();
        var takes = constructor.getRawParameterTypes().stream()
            .anyMatch(type -> type.isEquivalentTo(Caller.class));
        if (takes && !isRecord) {
          events.add(SimpleConditionEvent.violated(
              constructor,
              constructor.getFullName()
                  + " keeps a Caller in a shared bean: make it an argument of the method"));
        }
      }
    };
  }

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return new ArchCondition<>("reside in a package that is @NullMarked") {
      private final List<String> reported = new ArrayList<>();

      @Override
      public void check(JavaClass it, ConditionEvents events) {
        var name = it.getPackageName();
        if (it.getPackage().isAnnotatedWith(NullMarked.class) || reported.contains(name)) return;
        reported.add(name);
        events.add(SimpleConditionEvent.violated(
            it, name + " needs a package-info.java that says what lives there, @NullMarked"));
      }
    };
  }
}
