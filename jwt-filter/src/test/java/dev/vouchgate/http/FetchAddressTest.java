package dev.vouchgate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetchAddressTest {

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "https://idp.example.com/jwks",
        "HTTPS://idp.example.com",
        "http://localhost:8080/jwks",
        "http://LOCALHOST/jwks",
        "http://127.0.0.1/jwks",
        "http://127.9.8.7:1/jwks",
        "http://[::1]:8080/jwks",
      })
  void allowsHttpsAndThisHost(String address) {
    assertThatCode(() -> FetchAddress.check(URI.create(address), false)).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "http://idp.example.com/jwks",
        "http://127.0.0.1.example.com/jwks",
        "http://127.example.com/jwks",
        "http://localhost.example.com/jwks",
        "http://0.0.0.0/jwks",
        "http://[::2]/jwks",
      })
  void refusesPlainHttpToOthers(String address) {
    assertThatThrownBy(() -> FetchAddress.check(URI.create(address), false))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("plain http")
        .hasMessageContaining("vouchgate.jwks.allow-http=true");
  }

  @Test
  void allowsPlainHttpWhereTheOperatorDoes() {
    URI uri = URI.create("http://idp.example.com/jwks");

    assertThatCode(() -> FetchAddress.check(uri, true)).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/jwks",
        "idp.example.com/jwks",
        "file:///etc/passwd",
        "ftp://idp.example.com/jwks",
        "jar:https://idp.example.com/a.jar!/jwks",
        "https:/jwks",
        "https://under_score/jwks",
        "mailto:a@example.com",
      })
  void refusesWhatIsNoHttpAddress(String address) {
    assertThatThrownBy(() -> FetchAddress.check(URI.create(address), true))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("is not an address that can be fetched");
  }

  @Test
  void tellsWhetherAnAddressIsAllowed() {
    URI uri = URI.create("http://idp.example.com/jwks");

    assertThat(FetchAddress.isAllowed(uri, true)).isTrue();
    assertThat(FetchAddress.isAllowed(uri, false)).isFalse();
  }

  @Test
  void refusesUserInformationWithoutShowingIt() {
    assertThatThrownBy(
            () -> FetchAddress.check(URI.create("https://me:secret@idp.example.com/"), true))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("must not carry a user name or password")
        .hasMessageNotContaining("secret");
  }

  @Test
  void showsNeitherUserInformationNorQuery() {
    URI uri = URI.create("https://me:pw@idp.example.com:8443/a%20b?key=secret#part");

    assertThat(FetchAddress.shown(uri)).isEqualTo("https://idp.example.com:8443/a%20b");
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource({
    "https://a.example/x, https://a.example/y, true",
    "https://a.example/x, HTTPS://A.example:443/x, true",
    "http://a.example/x, http://a.example:80/x, true",
    "https://a.example/x, http://a.example/x, false",
    "https://a.example/x, https://b.example/x, false",
    "https://a.example/x, https://a.example:8443/x, false",
    "https://a.example/x, https://a.example.evil.example/x, false",
  })
  void sameOriginIsSameSchemeHostAndPort(String one, String other, boolean same) {
    assertThat(FetchAddress.isSameOrigin(URI.create(one), URI.create(other))).isEqualTo(same);
  }
}
