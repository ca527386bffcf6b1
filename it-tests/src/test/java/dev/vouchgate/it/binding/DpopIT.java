package dev.vouchgate.it.binding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.app.AppWar;
import dev.vouchgate.it.app.Calls;
import dev.vouchgate.it.app.Members;
import dev.vouchgate.it.app.VaultServlet;
import dev.vouchgate.it.app.WhoServlet;
import dev.vouchgate.it.app.Witness;
import dev.vouchgate.it.sample.TestIssuer;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tokens that are bound to a key, where container, module and filter all ask who calls: a proof
 * that counts once must do for all of them.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("matrix")
class DpopIT {
  /** As if behind a proxy: what address a test's server has is known only when it has started. */
  private static final String PUBLIC = "https://orders.example/app/";

  private static final TestIssuer ISSUER = new TestIssuer();
  private static final DpopKey KEY = new DpopKey();

  private final String token = ISSUER.boundToken(KEY.thumbprint(), "bob", "user", "admin");

  @ArquillianResource URL base;

  @Deployment(testable = false)
  static WebArchive application() {
    return AppWar.trusting(
        ISSUER,
        Map.of("vouchgate.binding", "dpop", "vouchgate.dpop.base-url", PUBLIC),
        WhoServlet.class,
        VaultServlet.class,
        Witness.class,
        Members.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"who", "vault"})
  void knowsTheCallerByTokenAndProofOnce(String path) throws Exception {
    String proof = KEY.proof("GET", PUBLIC + path, token);
    HttpResponse<String> proven = call(path, token, proof);
    assertThat(proven.statusCode()).isEqualTo(200);
    assertThat(proven.body()).contains("bob");

    HttpResponse<String> replayed = call(path, token, proof);
    assertThat(replayed.statusCode()).isEqualTo(401);
    assertThat(challenge(replayed)).contains("error=\"invalid_dpop_proof\"");
    assertThat(call(path, token, KEY.proof("GET", PUBLIC + path, token)).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"who", "vault"})
  void refusesWhoeverDoesNotProveToHaveTheKey(String path) throws Exception {
    HttpResponse<String> bearer = Calls.get(base, path, token);
    assertThat(bearer.statusCode()).isEqualTo(401);
    assertThat(challenge(bearer)).contains("error=\"invalid_token\"", "DPoP realm=");

    HttpResponse<String> thief =
        call(path, token, new DpopKey().proof("GET", PUBLIC + path, token));
    assertThat(thief.statusCode()).isEqualTo(401);
    assertThat(challenge(thief)).contains("error=\"invalid_token\"");

    assertThat(call(path, token, KEY.proof("GET", base + path, token)).statusCode()).isEqualTo(401);
  }

  @Test
  void takesPlainTokensAsEver() throws Exception {
    assertThat(Calls.get(base, "vault", ISSUER.token("bob", "user", "admin")).statusCode())
        .isEqualTo(200);
    assertThat(challenge(Calls.get(base, "vault"))).startsWith("Bearer realm=");
  }

  private HttpResponse<String> call(String path, String bound, String proof) throws Exception {
    HttpRequest.Builder request =
        Calls.request(base, path).header("Authorization", "DPoP " + bound).header("DPoP", proof);
    return Calls.send(request);
  }

  private static String challenge(HttpResponse<String> response) {
    return response.headers().firstValue("WWW-Authenticate").orElse("");
  }
}
