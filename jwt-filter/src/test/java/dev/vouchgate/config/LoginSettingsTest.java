package dev.vouchgate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vouchgate.grant.TokenError;
import dev.vouchgate.grant.TokenRefusedException;
import dev.vouchgate.login.LoginTokens;
import dev.vouchgate.login.Logins;
import dev.vouchgate.login.PasswordCheck;
import dev.vouchgate.login.Person;
import dev.vouchgate.testing.MutableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginSettingsTest {
  private static final SettingsUnderTest LOGIN =
      SettingsUnderTest.of(
          Map.of(
              "vouchgate.issue.issuer", "https://shop.example.com",
              "mp.jwt.verify.audiences", "shop",
              "vouchgate.login.path", "/login"));

  private static final List<PasswordCheck> STAFF =
      List.of(
          (name, password) ->
              name.equals("jdoe") && password.equals("wombat")
                  ? Optional.of(new Person(name, List.of("user")))
                  : Optional.empty());

  @TempDir private Path folder;
  private final MutableClock clock = new MutableClock();

  @Test
  void makesTokensThatTheGateTakes() throws Exception {
    try (Gate gate = gate(LOGIN)) {
      LoginTokens given = login(gate);

      assertThat(gate.verify(given.access().compact()).callerName()).isEqualTo("jdoe");
      assertThat(gate.verify(given.access().compact()).roles()).containsExactly("user");
      assertThat(given.accessLifetime()).isEqualTo(Duration.ofMinutes(5));
      assertThat(given.lifetime()).isEqualTo(Duration.ofHours(8));
      assertThat(given.toString()).doesNotContain(given.access().compact());
    }
  }

  @Test
  void renewsALoginUntilItEnds() throws Exception {
    try (Gate gate = gate(LOGIN)) {
      Logins logins = logins(gate);
      String first = login(gate).refresh().orElseThrow();
      clock.advance(Duration.ofHours(1));
      LoginTokens next = logins.renew(first);

      assertThat(gate.verify(next.access().compact()).roles()).containsExactly("user");
      assertThat(next.lifetime()).isEqualTo(Duration.ofHours(7));
      logins.end(next.refresh().orElseThrow());
      assertThat(refusal(() -> logins.renew(next.refresh().orElseThrow())))
          .isEqualTo(TokenError.INVALID_GRANT);
    }
  }

  @Test
  void givesNoRefreshTokensWhereNoneAreWanted() throws Exception {
    try (Gate gate = gate(LOGIN.with("vouchgate.login.refresh", "0"))) {
      assertThat(login(gate).refresh()).isEmpty();
      assertThat(login(gate).lifetime()).isZero();
    }
  }

  @Test
  void slowsDownWhoeverGuesses() throws Exception {
    try (Gate gate = gate(LOGIN)) {
      for (int i = 0; i < 5; i++) {
        assertThat(refusal(() -> logins(gate).begin("jdoe", "guess", STAFF)))
            .isEqualTo(TokenError.INVALID_GRANT);
      }
      assertThat(refusal(() -> login(gate))).isEqualTo(TokenError.SLOW_DOWN);
      clock.advance(Duration.ofMinutes(1));
      assertThat(login(gate).refresh()).isPresent();
    }
  }

  @Test
  void forgetsWrongPasswordsAfterTheRightOne() throws Exception {
    try (Gate gate = gate(LOGIN)) {
      for (int i = 0; i < 6; i++) {
        assertThat(refusal(() -> logins(gate).begin("jdoe", "guess", STAFF)))
            .isEqualTo(TokenError.INVALID_GRANT);
        assertThat(login(gate).refresh()).isPresent();
      }
    }
  }

  @Test
  void letsNobodyInWhoHasNoName() {
    PasswordCheck careless = (name, password) -> Optional.of(new Person(" ", List.of()));
    try (Gate gate = gate(LOGIN)) {
      assertThat(refusal(() -> logins(gate).begin("jdoe", "wombat", List.of(careless))))
          .isEqualTo(TokenError.TEMPORARILY_UNAVAILABLE);
    }
  }

  @Test
  void letsNobodyInWhilePasswordsCannotBeChecked() {
    PasswordCheck broken =
        (name, password) -> {
          throw new IllegalStateException("no database");
        };
    try (Gate gate = gate(LOGIN)) {
      assertThat(refusal(() -> logins(gate).begin("jdoe", "wombat", List.of(broken, STAFF.get(0)))))
          .isEqualTo(TokenError.TEMPORARILY_UNAVAILABLE);
    }
  }

  @Test
  void keepsLoginsWhereTheKeysAre() throws Exception {
    SettingsUnderTest shared =
        LOGIN
            .with("vouchgate.issue.keys.folder", folder.resolve("ring").toString())
            .with("vouchgate.issue.keys.secret", SettingsUnderTest.secretOf(32));
    try (Gate one = gate(shared);
        Gate other = gate(shared)) {
      String token = login(one).refresh().orElseThrow();
      assertThat(logins(other).renew(token).refresh()).isPresent();
    }
  }

  @Test
  void refusesAllWhileLoginsCannotBeKept() throws Exception {
    SettingsUnderTest shared =
        LOGIN
            .with("vouchgate.issue.keys.folder", folder.resolve("ring").toString())
            .with("vouchgate.issue.keys.secret", SettingsUnderTest.secretOf(32));
    try (Gate gate = gate(shared)) {
      String token = login(gate).refresh().orElseThrow();
      Path logins = folder.resolve("ring/logins");
      Files.move(logins, folder.resolve("aside"));
      Files.writeString(logins, "");

      assertThat(refusal(() -> login(gate))).isEqualTo(TokenError.TEMPORARILY_UNAVAILABLE);
      Files.delete(logins);
      Files.move(folder.resolve("aside"), logins);
      assertThat(logins(gate).renew(token).refresh()).isPresent();
    }
  }

  @Test
  void isOffUnlessAPathIsSet() {
    try (Gate gate = gate(LOGIN.without("vouchgate.login.path"))) {
      assertThat(gate.logins()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"login", "/", "/a/../b", "/login/*", "/a b"})
  void wantsAPath(String path) {
    assertThat(LOGIN.with("vouchgate.login.path", path).problems())
        .containsExactly(
            "vouchgate.login.path: was " + path + "; expected where people log in, such as /login");
  }

  @Test
  void wantsAnIssuerAndAnAudience() {
    assertThat(SettingsUnderTest.issuerOnly().with("vouchgate.login.path", "/login").problems())
        .containsExactlyInAnyOrder(
            "vouchgate.issue.issuer: was not set; expected the name that tokens are issued by",
            "vouchgate.login.audiences: was not set; expected who is to accept the tokens, without"
                + " *");
    assertThat(LOGIN.with("vouchgate.login.audiences", "shop,*").problems())
        .containsExactly(
            "vouchgate.login.audiences: was shop,*; expected who is to accept the tokens, without"
                + " *");
    assertThat(LOGIN.with("vouchgate.login.refresh", "91d").problems())
        .containsExactly(
            "vouchgate.login.refresh: was 91d; expected a duration from 0 to 7776000 seconds, such"
                + " as 90s");
  }

  @Test
  void wantsACookieThatNoOtherHostSets() {
    SettingsUnderTest cookie = LOGIN.with("mp.jwt.token.header", "Cookie");
    String expected =
        "; expected a name that begins with __Host-, for the cookie that vouchgate.login.path sets";

    assertThat(cookie.problems()).containsExactly("mp.jwt.token.cookie: was not set" + expected);
    assertThat(cookie.with("mp.jwt.token.cookie", "token").problems())
        .containsExactly("mp.jwt.token.cookie: was token" + expected);
    assertThat(cookie.with("mp.jwt.token.cookie", "__Host-token").problems()).isEmpty();
    assertThat(LOGIN.with("mp.jwt.token.header", "cookie").problems())
        .containsExactly("mp.jwt.token.cookie: was not set" + expected);
    assertThat(LOGIN.with("mp.jwt.token.cookie", "token").problems()).isEmpty();
  }

  private static Logins logins(Gate gate) {
    return gate.logins().orElseThrow().logins();
  }

  private static LoginTokens login(Gate gate) throws TokenRefusedException {
    return logins(gate).begin("jdoe", "wombat", STAFF);
  }

  private static TokenError refusal(ThrowingCallable asking) {
    return catchThrowableOfType(TokenRefusedException.class, asking).error();
  }

  private Gate gate(SettingsUnderTest settings) {
    return Gate.from(settings.read(), clock);
  }
}
