package dev.vouchgate.sample.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.sample.order.OrderRefusedException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderWishTest {

  @Test
  void readsItemAndQuantity() {
    assertThat(read("{\"item\": \"tea\", \"quantity\": 2}")).isEqualTo(new OrderWish("tea", 2));
  }

  @ParameterizedTest(name = "body <{0}>")
  @ValueSource(
      strings = {
        "",
        "x",
        "{",
        "null",
        "[]",
        "{}",
        "{\"item\": \"tea\"}",
        "{\"item\": 7, \"quantity\": 2}",
        "{\"item\": \"tea\", \"quantity\": \"2\"}",
        "{\"item\": \"tea\", \"quantity\": 2.5}",
        "{\"item\": \"tea\", \"quantity\": 4294967297}"
      })
  void refusesEveryOtherBody(String body) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOf(OrderRefusedException.class)
        .hasMessage("the body must be a JSON object: {\"item\": \"tea\", \"quantity\": 2}");
  }

  private static OrderWish read(String body) {
    return OrderWish.read(new StringReader(body));
  }
}
