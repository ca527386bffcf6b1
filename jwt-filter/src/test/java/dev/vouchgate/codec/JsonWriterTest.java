package dev.vouchgate.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

  @Test
  void writesWhatIsReadAgain() throws Exception {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("z", "é\"\\\n\u2028😀");
    members.put("a", Arrays.asList(1L, null, List.of(), Map.of("x", true)));
    members.put("n", null);
    members.put("d", new BigDecimal("1.5"));
    members.put("", Long.MIN_VALUE);

    byte[] json = JsonWriter.object(members);
    assertThat(StrictJson.parseObject(json)).isEqualTo(members);
    assertThat(StrictJson.parseObject(json).keySet()).containsExactly("z", "a", "n", "d", "");
  }

  @Test
  void writesWithoutSpace() {
    assertThat(new String(JsonWriter.object(Map.of("a", List.of(1, "b"))), UTF_8))
        .isEqualTo("{\"a\":[1,\"b\"]}");
  }

  @Test
  void refusesWhatJsonHasNot() {
    assertThatThrownBy(() -> JsonWriter.object(Map.of("a", 1.5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Double");
  }
}
