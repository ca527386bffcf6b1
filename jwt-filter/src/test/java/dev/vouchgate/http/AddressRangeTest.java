package dev.vouchgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

  @ParameterizedTest(name = "{1} in {0}")
  @CsvSource({
    "127.0.0.1,        127.0.0.1",
    "10.0.0.0/8,       10.255.0.1",
    "10.9.0.0/8,       10.255.0.1",
    "192.168.4.0/23,   192.168.5.255",
    "0.0.0.0/0,        8.8.8.8",
    "::1,              0:0:0:0:0:0:0:1",
    "::1,              [::1]",
    "fe80::/10,        fe80::1%eth0",
    "2001:db8::/33,    2001:db8:7fff::1",
    "10.0.0.0/8,       ::ffff:10.1.2.3",
    "1.2.3.4/32,       1.2.3.4",
  })
  void contains(String range, String address) {
    assertThat(AddressRange.parse(range).orElseThrow().contains(address)).isTrue();
  }

  @ParameterizedTest(name = "{1} not in {0}")
  @CsvSource({
    "127.0.0.1,        127.0.0.2",
    "10.0.0.0/8,       11.0.0.1",
    "192.168.4.0/23,   192.168.6.0",
    "::1,              ::2",
    "2001:db8::/33,    2001:db8:8000::1",
    "0.0.0.0/0,        ::1",
    "::/0,             8.8.8.8",
    "127.0.0.1,        localhost",
    "127.0.0.1,        127.1",
    "127.0.0.1,        ''",
    "0.0.0.0/0,        256.0.0.1",
  })
  void doesNotContain(String range, String address) {
    assertThat(AddressRange.parse(range).orElseThrow().contains(address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/8",
        "localhost",
        "example.com",
        "cafe",
        "10.0.0",
        "10.0.0.0.0",
        "10.0.0.256",
        "010.0.0.1",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/x",
        "10.0.0.0/",
        "::/129",
        ":",
        "1::2::3",
        "10.0.0.1.",
      })
  void isNothingElse(String text) {
    assertThat(AddressRange.parse(text)).isEmpty();
  }
}
