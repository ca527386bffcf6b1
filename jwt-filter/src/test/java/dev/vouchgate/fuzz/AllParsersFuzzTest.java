package dev.vouchgate.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Every input to every parser: one process, so that each build can afford it. */
class AllParsersFuzzTest {
  private final List<Property> properties = Property.all();

  static Stream<byte[]> corpus() {
    return Property.all().stream()
        .flatMap(property -> new Corpus(property.getClass()).files().stream())
        .map(Corpus::bytes);
  }

  @MethodSource("corpus")
  @FuzzTest
  void holdTheirProperties(byte[] input) throws Exception {
    for (Property property : properties) {
      property.takes(input);
    }
  }
}
