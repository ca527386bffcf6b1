package dev.vouchgate.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.observe.TokenAccepted;
import dev.vouchgate.observe.TokenRejected;
import dev.vouchgate.observe.TokenUnjudged;
import dev.vouchgate.testing.Answer;
import dev.vouchgate.testing.GateUnderTest;
import dev.vouchgate.testing.StubJwksServer;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.Rejection;
import dev.vouchgate.verify.VerifiedJwt;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One outcome a request, of this gate and no other. */
class BearerAuthenticatorTest {
  private static final Tokens TOKEN = Tokens.valid("HS256");

  private final GateUnderTest settings = GateUnderTest.withSecret();
  private final BearerAuthenticator gate = new BearerAuthenticator(settings.gate());

  @AfterEach
  void close() {
    gate.close();
  }

  @Test
  void provesTheCaller() {
    Authentication found = gate.authenticate(StubRequest.withToken(TOKEN.compact()).request());
    assertThat(found).isInstanceOf(Authentication.Authenticated.class);
    assertThat(found.caller().map(VerifiedJwt::callerName)).contains("jdoe@example.com");
    assertThat(found.mayProceed()).isTrue();
    assertThat(found.challenge(Realm.of("r"), Set.of("admin")).status()).isEqualTo(403);
  }

  @Test
  void takesNoCredentialForAnonymous() {
    Authentication found = gate.authenticate(StubRequest.withHeaders().request());
    assertThat(found).isEqualTo(new Authentication.Anonymous(Optional.empty()));
    assertThat(found.caller()).isEmpty();
    assertThat(found.mayProceed()).isTrue();
    assertThat(found.challenge(Realm.of("r"), Set.of()))
        .isEqualTo(BearerChallenge.withoutCredentials(Realm.of("r")));
  }

  @Test
  void rejectsWhatProvesNothing() {
    Authentication found =
        gate.authenticate(StubRequest.withToken(TOKEN.tampered().compact()).request());
    assertThat(found)
        .isEqualTo(new Authentication.Rejected(new Rejection.BadSignature(Optional.empty())));
    assertThat(found.caller()).isEmpty();
    assertThat(found.mayProceed()).isFalse();
    assertThat(found.challenge(Realm.of("r"), Set.of()).status()).isEqualTo(401);
  }

  @Test
  void rejectsWhatAnotherSitesPageAsksForWithTheCallersCookie() {
    GateUnderTest cookies = GateUnderTest.withSecret().with("mp.jwt.token.header", "Cookie");
    try (BearerAuthenticator door = new BearerAuthenticator(cookies.gate())) {
      StubRequest post =
          StubRequest.to("/orders")
              .method("POST")
              .cookie("Bearer", TOKEN.compact())
              .header("Sec-Fetch-Site", "cross-site");
      Rejection foreign =
          new Rejection.CrossSite("Sec-Fetch-Site [cross-site]", "http://127.0.0.1:8080");

      Authentication found = door.authenticate(post.request());
      assertThat(found).isEqualTo(new Authentication.Rejected(foreign));
      assertThat(found.mayProceed()).isFalse();
      assertThat(found.challenge(Realm.of("r"), Set.of("admin")))
          .isEqualTo(new BearerChallenge(403, Optional.empty(), Optional.empty()));
      assertThat(cookies.events())
          .last()
          .isEqualTo(new TokenRejected("cross_site", foreign.logReason()));
    }
  }

  @Test
  void isUnavailableWithoutKeys() {
    try (StubJwksServer server = new StubJwksServer().serve(Answer.status(500));
        BearerAuthenticator blind =
            new BearerAuthenticator(GateUnderTest.withKeysOf(server).gate())) {
      Authentication found =
          blind.authenticate(StubRequest.withToken(Tokens.valid().compact()).request());
      assertThat(found).isInstanceOf(Authentication.Unavailable.class);
      assertThat(found.mayProceed()).isFalse();
      assertThat(found.challenge(Realm.of("r"), Set.of()).status()).isEqualTo(503);
    }
  }

  @Test
  void addsRolesThatOthersKnow() {
    List<CallerRoles> others =
        List.of(
            caller -> Set.of("staff of " + caller.callerName()),
            caller -> caller.roles().isEmpty() ? Set.of() : Set.of("more than the token's"));
    try (BearerAuthenticator asking = new BearerAuthenticator(settings.gate(), others)) {
      VerifiedJwt token =
          gate.authenticate(StubRequest.withToken(TOKEN.compact()).request())
              .caller()
              .orElseThrow();
      VerifiedJwt caller =
          asking
              .authenticate(StubRequest.withToken(TOKEN.compact()).request())
              .caller()
              .orElseThrow();

      assertThat(caller.roles())
          .containsAll(token.roles())
          .contains("staff of jdoe@example.com", "more than the token's")
          .hasSize(token.roles().size() + 2);
      assertThat(caller.compact()).isEqualTo(token.compact());
    }
  }

  @Test
  void isUnavailableWhileRolesCannotBeAskedFor() {
    CallerRoles broken =
        caller -> {
          throw new IllegalStateException("no connection");
        };
    try (BearerAuthenticator asking = new BearerAuthenticator(settings.gate(), List.of(broken))) {
      Authentication found = asking.authenticate(StubRequest.withToken(TOKEN.compact()).request());

      assertThat(found).isInstanceOf(Authentication.Unavailable.class);
      assertThat(found.caller()).isEmpty();
      BearerChallenge answer = found.challenge(Realm.of("r"), Set.of());
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.retryAfter()).contains(Duration.ofSeconds(5));
      assertThat(settings.events())
          .contains(
              new TokenUnjudged(
                  "the caller's roles could not be asked for:"
                      + " java.lang.IllegalStateException: no connection",
                  Duration.ofSeconds(5)));
    }
  }

  @Test
  void asksNobodyForRolesOfWhoeverIsNotProven() {
    CallerRoles never =
        caller -> {
          throw new AssertionError("asked");
        };
    try (BearerAuthenticator asking = new BearerAuthenticator(settings.gate(), List.of(never))) {
      assertThat(asking.authenticate(StubRequest.withHeaders().request()).mayProceed()).isTrue();
      assertThat(
              asking
                  .authenticate(StubRequest.withToken(TOKEN.tampered().compact()).request())
                  .mayProceed())
          .isFalse();
    }
  }

  @Test
  void asksOnceARequestAndRemembers() {
    HttpServletRequest request = StubRequest.withToken(TOKEN.compact()).request();
    Authentication first = gate.authenticate(request);
    settings.clock().advance(Tokens.LIFETIME);
    assertThat(gate.authenticate(request)).isSameAs(first);
    assertThat(refusal(gate, request)).isEmpty();
    assertThat(settings.events())
        .containsExactly(new TokenAccepted(Tokens.ISSUER, "jdoe@example.com"));
  }

  @Test
  void asksAnewAtTheNextRequest() {
    assertThat(gate.authenticate(StubRequest.withToken(TOKEN.compact()).request()).mayProceed())
        .isTrue();
    settings.clock().advance(Tokens.LIFETIME);
    assertThat(gate.authenticate(StubRequest.withToken(TOKEN.compact()).request()).mayProceed())
        .isFalse();
  }

  @Test
  void ignoresTheOutcomeOfAnotherGate() {
    HttpServletRequest request = StubRequest.withToken(TOKEN.compact()).request();
    assertThat(gate.authenticate(request).mayProceed()).isTrue();
    GateUnderTest other = GateUnderTest.withSecret().with("mp.jwt.verify.issuer", "https://other");
    try (BearerAuthenticator stranger = new BearerAuthenticator(other.gate())) {
      assertThat(stranger.authenticate(request))
          .isEqualTo(
              new Authentication.Rejected(
                  new Rejection.UntrustedIssuer(Tokens.ISSUER, "https://other")));
    }
  }

  @Test
  void ignoresWhateverElseIsInItsPlace() {
    StubRequest stub = StubRequest.withHeaders();
    for (String name : new String[] {"", ".outcome"}) {
      stub.attribute(
          BearerAuthenticator.class.getName() + name,
          new Authentication.Rejected(new Rejection.MissingClaim("x")));
    }
    assertThat(gate.authenticate(stub.request()))
        .isEqualTo(new Authentication.Anonymous(Optional.empty()));
  }

  @Test
  void reportsWhatTheDoorItselfRefuses() {
    gate.authenticate(StubRequest.withHeaders("Bearer a", "Bearer b").request());
    assertThat(settings.events())
        .containsExactly(
            new TokenRejected(
                "ambiguous_credentials",
                "2 Authorization headers; expected exactly one bearer token"));
  }

  @Test
  void reportsAMissingRoleButNoMissingCaller() {
    GateUnderTest strict =
        GateUnderTest.withSecret()
            .with("vouchgate.policy.p.paths", "/*")
            .with("vouchgate.policy.p.roles", "admin");
    try (BearerAuthenticator door = new BearerAuthenticator(strict.gate())) {
      assertThat(refusal(door, StubRequest.withHeaders().request()))
          .contains(BearerChallenge.withoutCredentials(Realm.of("vouchgate")));
      assertThat(refusal(door, StubRequest.withToken(TOKEN.compact()).request()))
          .contains(
              BearerChallenge.of(
                  new Rejection.InsufficientScope(Set.of("admin")), Realm.of("vouchgate")));
    }
    assertThat(strict.events())
        .containsExactly(
            new TokenAccepted(Tokens.ISSUER, "jdoe@example.com"),
            new TokenRejected("insufficient_scope", "the caller has none of the roles [admin]"));
  }

  @Test
  void letsEverybodyInWhereItIsTold() {
    GateUnderTest strict = GateUnderTest.withSecret().with("vouchgate.policy.default", "deny");
    try (BearerAuthenticator door = new BearerAuthenticator(strict.gate())) {
      door.leaveOpen("/login");
      for (String path : List.of("/login", "/login/x")) {
        for (StubRequest request :
            List.of(
                StubRequest.to(path),
                StubRequest.to(path).header("Authorization", "Bearer broken"))) {
          assertThat(refusal(door, request.request()).isEmpty()).isEqualTo(path.equals("/login"));
        }
      }
    }
  }

  private static Optional<BearerChallenge> refusal(
      BearerAuthenticator door, HttpServletRequest request) {
    return door.refusal(request, door.authenticate(request));
  }
}
