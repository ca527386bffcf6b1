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
        <suite name="base" started-at="2026-11-22T00:05:55 UTC" finished-at="2026-11-22T00:07:00 UTC">
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
          "The TCK 2.1",
          "Payara Micro 6",
          page.toString(),
          "2"
        };
    ConformanceMain.main(arguments);
  }

  @Test
  void countsTestsByGroupAndSuiteWithoutTheirSetUp() {
    assertThat(page)
        .content()
        .contains("| base | cdi | 2 | 1 | 1 | 0 |\n| base | jwt | 1 | 1 | 0 | 0 |\n")
        .contains("| base | **together** | 3 | 2 | 1 | 0 |\n")
        .contains("| optional | ejb | 1 | 0 | 0 | 1 |\n");
  }

  @Test
  void saysWhatRanWhereAndForHowLong() {
    assertThat(page)
        .content()
        .contains(
            "The TCK 2.1 against this build on Payara Micro 6, Java " + Runtime.version().feature())
        .contains("on 2026-11-22: **4 tests, 2 passed, 1 failed, 1 skipped** in 74 seconds.");
  }

  @Test
  void keepsOurOwnTestsOutOfTheCount() {
    assertThat(page)
        .content()
        .contains("- theCallerIsOurs: yes\n- theTokenIsOurs: **no**\n")
        .doesNotContain("| proof ");
  }

  @Test
  void failsUnlessEveryTestOfTheTckPassed() {
    arguments[6] = "4";
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
}
