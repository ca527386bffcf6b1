package dev.vouchgate.filter.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.HttpCall;
import dev.vouchgate.testing.HttpCall.Answered;
import dev.vouchgate.testing.Proofs;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are bound to a key (RFC 9449 §7), byte for byte. */
class DpopTest {
  private static final TomcatUnderTest TOMCAT = new TomcatUnderTest();
  private static final String TOKEN = Proofs.bound(Live.token(), Proofs.KEY).compact();
  private static final String ALGORITHMS = ", algs=\"ES256 EdDSA\"";
  private static final String INVALID_TOKEN =
      ", error=\"invalid_token\", error_description=\"The access token is malformed, expired or"
          + " not trusted here\"";
  private static final String INVALID_PROOF =
      "DPoP realm=\"vouchgate\", error=\"invalid_dpop_proof\", error_description=\"The DPoP proof"
          + " is malformed, stale, used or of another request\""
          + ALGORITHMS;
  private static final String BOTH =
      "Bearer realm=\"vouchgate\""
          + INVALID_TOKEN
          + ", DPoP realm=\"vouchgate\""
          + INVALID_TOKEN
          + ALGORITHMS;

  @BeforeAll
  static void deploy() {
    deploy("/shop", origin() + "/shop", "");
    deploy("/strict", origin() + "/strict", "vouchgate.binding.required=true\n");
    deploy("/nonce", origin() + "/nonce", "vouchgate.dpop.nonce=true\n");
    deploy("/inner", "https://api.example.com/public", "");
  }

  private static String origin() {
    return "http://127.0.0.1:" + TOMCAT.port();
  }

  private static void deploy(String path, String base, String more) {
    TOMCAT.deploy(
        path,
        new TestApplication()
            .settings(
                Live.SETTINGS
                    + "vouchgate.binding=dpop\nvouchgate.dpop.algorithms=ES256,EdDSA\n"
                    + "vouchgate.policy.all.paths=/*\nvouchgate.policy.all.roles=user\n"
                    + "vouchgate.dpop.base-url="
                    + base
                    + "\n"
                    + more)
            .servlet("/caller", new CallerServlet())
            .servlet("/forward", Dispatching.forward())
            .servlet("/include", Dispatching.include())
            .servlet("/async", Dispatching.asyncDispatch()));
  }

  @AfterAll
  static void end() {
    TOMCAT.close();
  }

  @Test
  void knowsTheCallerByTokenAndProof() {
    Answered answer = call("/shop/caller", proof("/shop/caller"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).startsWith("jdoe@example.com|jdoe@example.com|MP-JWT|user=true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/shop/forward?to=/caller",
        "/shop/include?to=/caller",
        "/shop/async?to=/caller",
        "/shop/caller?page=2",
        "/shop/caller;a=b",
        "/shop/%63aller",
      })
  void usesOneProofForAllThatARequestBecomes(String target) {
    String path = target.replaceFirst("\\?.*", "");
    assertThat(call(target, proof(path)).status()).isEqualTo(200);
  }

  @Test
  void refusesTheTokenAsABearerToken() {
    Answered answer = TOMCAT.get("/shop/caller").token(TOKEN).send();
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers("WWW-Authenticate")).containsExactly(BOTH);
    Answered proven =
        TOMCAT.get("/shop/caller").token(TOKEN).header(header(proof("/shop/caller"))).send();
    assertThat(proven.status()).isEqualTo(401);
  }

  @Test
  void refusesAPlainTokenOfThatScheme() {
    String plain = Live.user();
    Tokens proof =
        proof("/shop/caller")
            .claim("ath", Proofs.sha256(plain.getBytes(StandardCharsets.US_ASCII)));
    Answered answer =
        TOMCAT
            .get("/shop/caller")
            .header("Authorization: DPoP " + plain)
            .header(header(proof))
            .send();
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers("WWW-Authenticate")).containsExactly(BOTH);
  }

  @Test
  void takesAPlainBearerTokenUnlessABoundOneIsRequired() {
    assertThat(TOMCAT.get("/shop/caller").token(Live.user()).send().status()).isEqualTo(200);
    Answered refused = TOMCAT.get("/strict/caller").token(Live.user()).send();
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.headers("WWW-Authenticate"))
        .containsExactly("DPoP realm=\"vouchgate\"" + INVALID_TOKEN + ALGORITHMS);
    assertThat(call("/strict/caller", proof("/strict/caller")).status()).isEqualTo(200);
  }

  @Test
  void refusesAProofThatHasBeenUsed() {
    Tokens proof = proof("/shop/caller");
    assertThat(call("/shop/caller", proof).status()).isEqualTo(200);
    assertProofRefused(call("/shop/caller", proof));
    assertThat(TOMCAT.log().text()).contains("Token refused: replayed_proof");
  }

  @Test
  void refusesAProofOfAnotherKey() {
    Tokens other = at(Proofs.valid(TOKEN, "ES256", TestKeys.p256("thief")), "/shop/caller");
    Answered answer = call("/shop/caller", other);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers("WWW-Authenticate")).containsExactly(BOTH);
  }

  @Test
  void refusesAProofOfAnotherRequest() {
    assertProofRefused(call("/shop/caller", proof("/shop/async")));
    assertProofRefused(call("/shop/caller", proof("/shop/caller").claim("htm", "POST")));
    assertProofRefused(
        call(
            "/shop/caller",
            proof("/shop/caller").claim("htu", "https://evil.example/shop/caller")));
  }

  @Test
  void believesNoForwardedHost() {
    Tokens proof = proof("/shop/caller").claim("htu", "http://evil.example/shop/caller");
    assertProofRefused(
        TOMCAT
            .get("/shop/caller")
            .header("Authorization: DPoP " + TOKEN)
            .header(header(proof))
            .header("X-Forwarded-Host: evil.example")
            .header("Forwarded: host=evil.example")
            .send());
  }

  @Test
  void refusesNoProofTwoProofsAndNonsense() {
    assertProofRefused(call("/shop/caller"));
    assertProofRefused(call("/shop/caller", proof("/shop/caller"), proof("/shop/caller")));
    assertProofRefused(
        TOMCAT
            .get("/shop/caller")
            .header("Authorization: DPoP " + TOKEN)
            .header("DPoP: wombat")
            .send());
  }

  @Test
  void refusesBothSchemesAtOnce() {
    Answered answer =
        TOMCAT
            .get("/shop/caller")
            .token(TOKEN)
            .header("Authorization: DPoP " + TOKEN)
            .header(header(proof("/shop/caller")))
            .send();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("WWW-Authenticate")).get().asString().contains("invalid_request");
  }

  @Test
  void saysHowToComeBackWhereNothingWasSent() {
    assertThat(TOMCAT.get("/shop/caller").send().headers("WWW-Authenticate"))
        .containsExactly("Bearer realm=\"vouchgate\", DPoP realm=\"vouchgate\"" + ALGORITHMS);
    assertThat(TOMCAT.get("/strict/caller").send().headers("WWW-Authenticate"))
        .containsExactly("DPoP realm=\"vouchgate\"" + ALGORITHMS);
  }

  @Test
  void comparesWithTheAddressOutsideOfAProxy() {
    Tokens proof = proof("/x").claim("htu", "https://api.example.com/public/caller");
    assertThat(call("/inner/caller", proof).status()).isEqualTo(200);
    assertProofRefused(call("/inner/caller", proof("/inner/caller")));
  }

  @Test
  void handsOutANonceAndWantsIt() {
    Tokens proof = proof("/nonce/caller");
    Answered asked = call("/nonce/caller", proof);
    assertThat(asked.status()).isEqualTo(401);
    assertThat(asked.header("WWW-Authenticate"))
        .contains(
            "DPoP realm=\"vouchgate\", error=\"use_dpop_nonce\", error_description=\"The DPoP proof"
                + " must carry the nonce of this answer\""
                + ALGORITHMS);
    String nonce = asked.header("DPoP-Nonce").orElseThrow();
    assertThat(call("/nonce/caller", proof.claim("nonce", nonce)).status()).isEqualTo(200);
    assertThat(call("/nonce/caller", proof("/nonce/caller").claim("nonce", "x")).status())
        .isEqualTo(401);
  }

  private static void assertProofRefused(Answered answer) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers("WWW-Authenticate")).containsExactly(INVALID_PROOF);
    assertThat(answer.body()).isEmpty();
  }

  private static Tokens proof(String path) {
    return at(Proofs.valid(TOKEN), path);
  }

  private static Tokens at(Tokens proof, String path) {
    return proof
        .claim("iat", Instant.now().getEpochSecond())
        .claim("jti", UUID.randomUUID().toString())
        .claim("htu", origin() + path);
  }

  private static String header(Tokens proof) {
    return "DPoP: " + proof.compact();
  }

  private static Answered call(String target, Tokens... proofs) {
    HttpCall call = TOMCAT.get(target).header("Authorization: DPoP " + TOKEN);
    for (Tokens proof : proofs) {
      call = call.header(header(proof));
    }
    return call.send();
  }
}
