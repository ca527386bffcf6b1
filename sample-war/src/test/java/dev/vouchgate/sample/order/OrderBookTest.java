package dev.vouchgate.sample.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderBookTest {

  private final OrderBook book = new OrderBook();

  @Test
  void customersSeeTheirOwnOrdersOnly() {
    Order alices = book.place("alice", "tea", 2);
    Order bobs = book.place("bob", "cocoa", 1);

    assertThat(book.of("alice")).containsExactly(alices);
    assertThat(book.of("bob")).containsExactly(bobs);
    assertThat(book.all()).containsExactly(alices, bobs);
  }

  @Test
  void ordersAreNumberedFromOne() {
    assertThat(book.place("alice", "tea", 1).id()).isEqualTo(1);
    assertThat(book.place("alice", "tea", 1).id()).isEqualTo(2);
  }

  @Test
  void theShelfCanBeEmptied() {
    book.place("alice", "tea", 100);

    assertThat(book.left("tea")).isZero();
    assertThat(book.left("coffee")).isEqualTo(100);
    assertThatThrownBy(() -> book.place("alice", "tea", 1))
        .isInstanceOf(OrderRefusedException.class)
        .hasMessage("quantity must be at least 1 and at most what is left of tea: 0");
  }

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({"0, tea", "-1, tea", "101, tea", "1, beer", "1, ''"})
  void refusesWhatCannotBeDelivered(int quantity, String item) {
    assertThatThrownBy(() -> book.place("alice", item, quantity))
        .isInstanceOf(OrderRefusedException.class);
    assertThat(book.all()).isEmpty();
  }
}
