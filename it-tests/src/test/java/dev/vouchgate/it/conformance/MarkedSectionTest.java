package dev.vouchgate.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedSectionTest {
  private static final String BEFORE =
      "# Title\n\n<!-- matrix: made from the reports, not to be edited -->\n";
  private static final String AFTER = "<!-- /matrix -->\n\nThe end.\n";

  @TempDir Path folder;
  private Path page;

  @BeforeEach
  void write() throws IOException {
    page = Files.writeString(folder.resolve("page.md"), BEFORE + "| old |\n" + AFTER);
  }

  @Test
  void isWhatStandsBetweenTheMarks() throws IOException {
    assertThat(MarkedSection.of(page)).isEqualTo("| old |\n");
  }

  @Test
  void isReplacedAndNothingElse() throws IOException {
    MarkedSection.replace(page, "| new |\n");

    assertThat(page).hasContent(BEFORE + "| new |\n" + AFTER);
  }

  @Test
  void isMissedInAPageWithoutMarks() throws IOException {
    Path other = Files.writeString(folder.resolve("other.md"), "# Title\n");

    assertThatIllegalStateException()
        .isThrownBy(() -> MarkedSection.replace(other, "x"))
        .withMessageContaining("other.md has no part between");
  }
}
