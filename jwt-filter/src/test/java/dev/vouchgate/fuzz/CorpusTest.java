package dev.vouchgate.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every input that is kept, without the fuzzing engine. */
class CorpusTest {

  static Stream<Arguments> inputs() {
    return Property.all().stream()
        .flatMap(
            property ->
                new Corpus(property.getClass())
                    .files().stream()
                        .map(
                            file ->
                                Arguments.of(
                                    property.getClass().getSimpleName(),
                                    file.getFileName().toString(),
                                    property,
                                    file)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("inputs")
  void takesWhatIsValidAndNothingElse(String fuzzer, String name, Property property, Path file)
      throws Exception {
    assertThat(property.takes(Corpus.bytes(file))).isEqualTo(Corpus.isValid(file));
  }
}
