package dev.vouchgate.binding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 3986 §6.2.2 and §6.2.3, with its examples. */
class HttpUriTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "https://example.com/a,                https://example.com/a",
    "HTTPS://EXAMPLE.com/a,                https://example.com/a",
    "http://example.com,                   http://example.com/",
    "http://example.com/,                  http://example.com/",
    "http://example.com:/,                 http://example.com/",
    "http://example.com:80/,               http://example.com/",
    "http://example.com:443/,              http://example.com:443/",
    "https://example.com:443/,             https://example.com/",
    "https://example.com:8443/,            https://example.com:8443/",
    "https://[2001:DB8::1]:443/a,          https://[2001:db8::1]/a",
    "https://example.com/a?b=/c#d,         https://example.com/a",
    "https://example.com?b,                https://example.com/",
    "https://example.com/%7euser/%c3%a4,   https://example.com/~user/%C3%A4",
    "https://example.com/a%2fb%3a,         https://example.com/a%2Fb%3A",
    "https://example.com/%zz%4,            https://example.com/%zz%4",
    "https://example.com/a/./b/../c,       https://example.com/a/c",
    "https://example.com/a/b/..,           https://example.com/a/",
    "https://example.com/a/b/.,            https://example.com/a/b/",
    "https://example.com/../../a,          https://example.com/a",
    "https://example.com/%2e%2E/a,         https://example.com/a",
    "https://example.com/.../a,            https://example.com/.../a",
    "https://example.com/A;b=c//d,         https://example.com/A;b=c//d",
  })
  void normalises(String text, String expected) {
    assertThat(HttpUri.parse(text)).map(HttpUri::toString).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/a",
        "example.com/a",
        "ftp://example.com/",
        "https:/example.com/",
        "https:///a",
        "https://user@example.com/",
        "https://example.com:x/",
        "https://example.com:123456/",
        "https://example.com\\@evil/",
        "https://exa mple.com/",
        " https://example.com/",
        "https://example.com/a?b\nc",
      })
  void takesNothingElse(String text) {
    assertThat(HttpUri.parse(text)).isEmpty();
  }

  @Test
  void adjoinsThePathOfARequest() {
    assertThat(with("https://a.example", "/b")).isEqualTo("https://a.example/b");
    assertThat(with("https://a.example/", "/b")).isEqualTo("https://a.example/b");
    assertThat(with("https://a.example", "")).isEqualTo("https://a.example/");
    assertThat(with("https://a.example/shop", "")).isEqualTo("https://a.example/shop");
    assertThat(with("https://a.example/shop/", "/")).isEqualTo("https://a.example/shop/");
    assertThat(with("https://a.example/shop", "/%62/../c")).isEqualTo("https://a.example/shop/c");
  }

  private static String with(String base, String path) {
    return HttpUri.parse(base).orElseThrow().with(path).toString();
  }
}
