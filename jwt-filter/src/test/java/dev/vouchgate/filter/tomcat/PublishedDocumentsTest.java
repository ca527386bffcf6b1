package dev.vouchgate.filter.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.vouchgate.codec.StrictJson;
import dev.vouchgate.filter.BearerAuthenticator;
import dev.vouchgate.issue.TokenIssuer;
import dev.vouchgate.testing.HttpCall;
import dev.vouchgate.testing.HttpCall.Answered;
import dev.vouchgate.testing.Tokens;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.catalina.Context;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an issuer publishes: for everybody, whatever they send. */
class PublishedDocumentsTest {
  private static final TomcatUnderTest TOMCAT = new TomcatUnderTest();
  private static final String KEYS = "/shop/.well-known/jwks.json";
  private static final String OPENID = "/shop/.well-known/openid-configuration";
  private static final String OAUTH = "/shop/.well-known/oauth-authorization-server";
  private static final String OURSELVES = "https://shop.example.com/shop/";

  private static TokenIssuer issuer;

  @BeforeAll
  static void deploy() {
    Context shop =
        TOMCAT.deploy(
            "/shop",
            new TestApplication()
                .settings(
                    "vouchgate.issue.issuer="
                        + OURSELVES
                        + "\nvouchgate.issue.publish-ahead=10m\n"
                        + "mp.jwt.verify.audiences=shop\nvouchgate.policy.default=deny\n")
                .servlet("/caller", new CallerServlet()));
    issuer =
        BearerAuthenticator.of(TomcatUnderTest.application(shop)).gate().issuer().orElseThrow();
    TOMCAT.deploy("/silent", new TestApplication().settings(Live.SETTINGS));
    TOMCAT.deploy(
        "/named", new TestApplication().settings("vouchgate.issue.issuer=orders-service\n"));
    TOMCAT.deploy(
        "/own",
        new TestApplication()
            .settings("vouchgate.issue.issuer=orders\nvouchgate.policy.default=deny\n")
            .servlet("/.well-known/jwks.json", new OwnServlet()));
  }

  @AfterAll
  static void end() {
    TOMCAT.close();
  }

  @Test
  void haveTheKeysAndHowLongTheyMayBeKept() throws Exception {
    Answered answer = TOMCAT.get(KEYS).send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).contains("application/jwk-set+json");
    assertThat(answer.header("Cache-Control")).contains("public, max-age=300");
    assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
    assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(members(answer)).isEqualTo(Map.of("keys", issuer.keys().published()));
  }

  @ParameterizedTest
  @ValueSource(strings = {OPENID, OAUTH})
  void haveTheMetadata(String path) throws Exception {
    Answered answer = TOMCAT.get(path).send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).contains("application/json");
    assertThat(members(answer))
        .containsEntry("issuer", OURSELVES)
        .containsEntry("jwks_uri", OURSELVES + ".well-known/jwks.json")
        .containsEntry("subject_types_supported", List.of("public"))
        .containsEntry("id_token_signing_alg_values_supported", List.of("ES256"))
        .containsKey("response_types_supported");
  }

  @Test
  void areNotSentAgainWhileTheyAreTheSame() {
    String tag = TOMCAT.get(KEYS).send().header("ETag").orElseThrow();
    assertThat(tag).matches("\"[A-Za-z0-9_-]{43}\"");
    for (String known : List.of(tag, "\"x\", W/" + tag, "*")) {
      Answered answer = TOMCAT.get(KEYS).header("If-None-Match: " + known).send();
      assertThat(answer.status()).isEqualTo(304);
      assertThat(answer.header("ETag")).contains(tag);
      assertThat(answer.header("Cache-Control")).contains("public, max-age=300");
      assertThat(answer.body()).isEmpty();
    }
    assertThat(TOMCAT.get(KEYS).header("If-None-Match: \"x\"").send().status()).isEqualTo(200);

    issuer.keys().revoke(issuer.keys().active().keyId());
    assertThat(TOMCAT.get(KEYS).header("If-None-Match: " + tag).send().status()).isEqualTo(200);
  }

  @Test
  void answerHeadLikeGetWithoutTheBody() {
    Answered whole = TOMCAT.get(KEYS).send();
    Answered head = HttpCall.of(TOMCAT.port(), "HEAD", KEYS).send();

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Length")).isEqualTo(whole.header("Content-Length"));
    assertThat(head.header("ETag")).isEqualTo(whole.header("ETag"));
    assertThat(head.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
  void answerNothingElse(String method) {
    Answered answer = HttpCall.of(TOMCAT.port(), method, KEYS).send();

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).contains("GET, HEAD");
  }

  @Test
  void areForWhoeverBringsAStaleOrABrokenToken() {
    assertThat(TOMCAT.get(KEYS).token("broken").send().status()).isEqualTo(200);
    assertThat(TOMCAT.get(OPENID).token(Tokens.valid().compact()).send().status()).isEqualTo(200);
    assertThat(TOMCAT.get("/shop/caller").token("broken").send().status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/shop/.well-known/jwks.json/",
        "/shop/.well-known/jwks.json/x",
        "/shop/.well-known/",
        "/shop/caller",
        "/shop/.well-known/jwks.json;/../../caller",
        "/shop/.well-known/jwks.json/../../caller"
      })
  void openNothingBesideThem(String path) {
    assertThat(TOMCAT.get(path).send().status()).isEqualTo(401);
  }

  @Test
  void areNotThereUnlessTokensAreIssued() {
    assertThat(TOMCAT.get("/silent/.well-known/jwks.json").send().status()).isEqualTo(404);
    assertThat(TOMCAT.get("/silent/.well-known/openid-configuration").send().status())
        .isEqualTo(404);
  }

  @Test
  void haveNoMetadataWhereNobodyKnowsTheAddress() {
    assertThat(TOMCAT.get("/named/.well-known/jwks.json").send().status()).isEqualTo(200);
    assertThat(TOMCAT.get("/named/.well-known/openid-configuration").send().status())
        .isEqualTo(404);
  }

  @Test
  void areEnoughForOtherLibraries() throws Exception {
    String keys = TOMCAT.get(KEYS).send().body();
    String token = issuer.token("jdoe", "orders").issue().compact();

    DefaultJWTProcessor<SecurityContext> nimbus = new DefaultJWTProcessor<>();
    nimbus.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.ES256, new ImmutableJWKSet<>(JWKSet.parse(keys))));
    assertThat(nimbus.process(token, null).getSubject()).isEqualTo("jdoe");

    JwtConsumer jose4j =
        new JwtConsumerBuilder()
            .setExpectedIssuer(OURSELVES)
            .setExpectedAudience("orders")
            .setVerificationKeyResolver(
                new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()))
            .build();
    assertThat(jose4j.processToClaims(token).getSubject()).isEqualTo("jdoe");
  }

  @Test
  void leaveAnApplicationItsOwn() {
    assertThat(TOMCAT.get("/own/.well-known/jwks.json").send().status()).isEqualTo(401);
    assertThat(TOMCAT.log().text()).contains("itself; ours is not there");
  }

  private static Map<String, @Nullable Object> members(Answered answer) throws Exception {
    return StrictJson.parseObject(answer.body().getBytes(StandardCharsets.UTF_8));
  }

  /** Whatever it serves there. */
  private static final class OwnServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().print("its own");
    }
  }
}
