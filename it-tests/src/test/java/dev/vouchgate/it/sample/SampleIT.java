package dev.vouchgate.it.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every endpoint of the sample for every kind of caller, over HTTP. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("matrix")
class SampleIT {
  private static final TestIssuer ISSUER = new TestIssuer();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @ArquillianResource URL base;

  @Deployment(testable = false)
  static WebArchive sample() {
    return SampleWar.trusting(ISSUER);
  }

  static Stream<Arguments> everyEndpointForEveryCaller() {
    return Arrays.stream(Endpoint.values())
        .flatMap(
            endpoint ->
                Arrays.stream(Caller.values()).map(caller -> Arguments.of(endpoint, caller)));
  }

  @ParameterizedTest(name = "{0} for {1}")
  @MethodSource("everyEndpointForEveryCaller")
  void answersAsItsAnnotationsSay(Endpoint endpoint, Caller caller) throws Exception {
    HttpResponse<String> response =
        call(endpoint.method(), endpoint.path(), caller.token(ISSUER), "");

    assertThat(response.statusCode()).isEqualTo(endpoint.statusFor(caller));
    Optional<String> challenge = response.headers().firstValue("WWW-Authenticate");
    if (caller.isRefused()) {
      assertThat(challenge.orElse("")).startsWith("Bearer ").contains("error=\"invalid_token\"");
    } else if (response.statusCode() == 401) {
      assertThat(challenge).hasValue("Bearer realm=\"vouchgate\"");
    } else if (response.statusCode() == 403
        && endpoint.isGuardedByUs()
        && caller != Caller.NOBODY) {
      assertThat(challenge.orElse("")).contains("error=\"insufficient_scope\"");
    } else {
      assertThat(challenge).isEmpty();
    }
  }

  @Test
  void knowsTheCallerByName() throws Exception {
    assertThat(body("user", "alice", "user")).contains("\"alice\"");
    assertThat(body("receipt", "alice", "user")).contains("Receipt for alice");
    assertThat(body("backoffice/all", "bob", "user", "admin")).contains("Orders for bob");
    assertThat(body("stock/tea", "alice", "user")).contains("\"alice\"");
  }

  @Test
  void keepsOrdersToTheirOwner() throws Exception {
    Optional<String> carol = Optional.of(ISSUER.token("carol", "user"));
    String order = "{\"item\": \"tea\", \"quantity\": 3}";
    assertThat(call("POST", "user", carol, order).statusCode()).isEqualTo(201);

    assertThat(body("user", "carol", "user")).contains("\"tea\"");
    assertThat(body("user", "dave", "user")).doesNotContain("\"tea\"");
    assertThat(body("admin", "bob", "admin")).contains("\"carol\"");
  }

  @Test
  void injectsTheClaimsOfTheToken() throws Exception {
    assertThat(body("claims", "alice", "user"))
        .contains("\"name\":\"alice\"", "\"iss\":\"" + ISSUER.name() + "\"")
        .contains("\"aud\":[\"orders\"]", "\"sub\":\"id-of-alice\"", "\"groups\":[\"user\"]")
        .doesNotContain("\"email\"");
  }

  @Test
  void refusesTwoCredentialsAsABadRequest() throws Exception {
    String token = ISSUER.token("alice", "user");
    HttpRequest request =
        HttpRequest.newBuilder(base.toURI().resolve("user"))
            .header("Authorization", "Bearer " + token)
            .header("Authorization", "Bearer " + token)
            .build();

    HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("error=\"invalid_request\"");
  }

  @Test
  void hasNoDemoIssuer() throws Exception {
    assertThat(call("POST", "demo/token?as=admin", Optional.empty(), "").statusCode())
        .isEqualTo(404);
    assertThat(call("GET", "demo/jwks", Optional.empty(), "").statusCode()).isEqualTo(404);
  }

  private String body(String path, String caller, String... groups) throws Exception {
    HttpResponse<String> response =
        call("GET", path, Optional.of(ISSUER.token(caller, groups)), "");
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  private HttpResponse<String> call(String method, String path, Optional<String> token, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    token.ifPresent(compact -> request.header("Authorization", "Bearer " + compact));
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }
}
