package dev.vouchgate.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceReportTest {

  private static final String RESULTS =
      """
      <testng-results>
        <suite name="microprofile-jwt-auth-BaseTCK" started-at="2026-11-22T00:05:55 UTC" finished-at="2026-11-22T00:07:00 UTC">
          <groups>
            <group name="cdi"><method name="one" class="org.eclipse.microprofile.jwt.tck.A"/><method name="two" class="org.eclipse.microprofile.jwt.tck.A"/></group>
            <group name="jwt"><method name="one" class="org.eclipse.microprofile.jwt.tck.B"/></group>
          </groups>
          <test>
            <class name="org.eclipse.microprofile.jwt.tck.A">
              <test-method name="start" status="PASS" is-config="true"/>
              <test-method name="one" status="PASS"/>
              <test-method name="two" status="FAIL"/>
            </class>
            <class name="org.eclipse.microprofile.jwt.tck.B"><test-method name="one" status="PASS"/></class>
          </test>
        </suite>
        <suite name="optional" started-at="2026-11-22T00:07:01 UTC" finished-at="2026-11-22T00:07:05 UTC">
          <groups><group name="ejb"><method name="one" class="org.eclipse.microprofile.jwt.tck.A"/></group></groups>
          <test><class name="org.eclipse.microprofile.jwt.tck.A"><test-method name="one" status="SKIP"/></class></test>
        </suite>
        <suite name="proof" started-at="2026-11-22T00:07:06 UTC" finished-at="2026-11-22T00:07:09 UTC">
          <test>
            <class name="dev.vouchgate.Proof">
              <test-method name="theCallerIsOurs" status="PASS"/>
              <test-method name="theTokenIsOurs" status="FAIL"/>
            </class>
          </test>
        </suite>
      </testng-results>
      """;

  private static final String OWN =
      """
      <testsuite name="dev.vouchgate.it.%s" tests="%d" failures="%d" errors="0" skipped="0">
        <properties>
          <property name="it.server.title" value="Payara Micro 6"/>
          <property name="it.java" value="17"/>
        </properties>
      </testsuite>
      """;

  @TempDir Path folder;
  private Path page;
  private String[] arguments;

  @BeforeEach
  void write() throws IOException {
    Path results = Files.writeString(folder.resolve("results.xml"), RESULTS);
    Path libraries = Files.createDirectory(folder.resolve("libraries"));
    Files.createFile(libraries.resolve("mp-extension-1.jar"));
    Path settings = Files.createDirectory(folder.resolve("settings"));
    Files.writeString(settings.resolve("KeyTest.properties"), "a.b=c\n");
    page = folder.resolve("conformance.md");
    arguments =
        new String[] {
          results.toString(),
          libraries.toString(),
          settings.toString(),
          "the TCK 2.1",
          "Payara Micro 6",
          "17",
          page.toString(),
          "2"
        };
    ConformanceMain.main(arguments);
  }

  @Test
  void hasALineForAServer() {
    assertThat(page)
        .content()
        .contains("| Payara Micro 6 | 17 | **2 of 3** | **0 of 1** | **1 of 2** | – | – |\n");
  }

  @Test
  void countsTestsByGroupWithoutTheirSetUp() {
    assertThat(page)
        .content()
        .contains("| Server | cdi | ejb | jwt |\n")
        .contains("| Payara Micro 6 | **1 of 2** | **0 of 1** | 1 |\n");
  }

  @Test
  void keepsOurOwnTestsOutOfTheCountOfTheTck() {
    assertThat(page).content().contains("- theCallerIsOurs\n- theTokenIsOurs\n");
  }

  @Test
  void failsUnlessEveryTestOfTheTckPassed() {
    arguments[7] = "4";
    assertThatIllegalStateException()
        .isThrownBy(() -> ConformanceMain.main(arguments))
        .withMessage("2 tests of the TCK passed, expected 4; see " + page);
  }

  @Test
  void namesTheJarsUnderTestAndEverySettingAdded() {
    assertThat(page)
        .content()
        .contains("- `mp-extension-1.jar`\n")
        .contains("`KeyTest`:\n\n```properties\na.b=c\n```\n");
  }

  @Test
  void countsApplicationsWithTheFilterAloneForThemselves() throws IOException {
    Path reports = Files.createDirectory(folder.resolve("reports"));
    own(reports, "sample.SampleIT", 5, 0);
    own(reports, "login.LogoutIT", 2, 1);
    own(reports, "filter.FilterIT", 3, 0);

    TestReports read = TestReports.read(reports);

    assertThat(read)
        .isEqualTo(new TestReports("Payara Micro 6", "17", new Tally(7, 6), new Tally(3, 3)));
  }

  private static void own(Path reports, String name, int tests, int failures) throws IOException {
    Files.writeString(
        reports.resolve("TEST-dev.vouchgate.it." + name + ".xml"),
        OWN.formatted(name, tests, failures));
  }
}
