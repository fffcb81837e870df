package org.radcase.it.payara;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.launcher.TagFilter.excludeTags;

import java.io.File;
import java.net.URL;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Carries all tests that need no server of their own to Payara Micro with the thin WAR. */
@ArquillianTest
class OnPayaraTest {
  @Deployment(testable = false)
  static WebArchive radcase() {
    return ShrinkWrap.create(ZipImporter.class, "ROOT.war")
        .importFrom(new File(System.getProperty("radcase.payara.war")))
        .as(WebArchive.class);
  }

  @TestFactory
  Stream<DynamicTest> the_tests_of_Tomcat_pass_here_too(@ArquillianResource URL address) {
    // Payara names the machine's own address, but listens on loopback only.
    System.setProperty("radcase.url", "http://localhost:" + address.getPort() + "/");
    var results = new Results();
    var request = LauncherDiscoveryRequestBuilder.request()
        .selectors(selectPackage("org.radcase.it"))
        .filters(
            ClassNameFilter.includeClassNamePatterns(".*Test"),
            ClassNameFilter.excludeClassNamePatterns("org\\.radcase\\.it\\.payara\\..*"),
            excludeTags("own-server"))
        .build();
    LauncherFactory.create().execute(request, results);
    return results.asTests();
  }
}
