package dev.vouchgate.verify;

import static dev.vouchgate.verify.VerifierUnderTest.claims;
import static dev.vouchgate.verify.VerifierUnderTest.rejection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.Rejection.ClaimMismatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tokens as identity providers document them, times and names aside. Those of Keycloak are tried
 * live as well.
 */
class TokenKindsTest {
  private static final ClaimRule ACCESS = TokenKinds.access();
  private static final ClaimRule ACCESS_AND_ID = TokenKinds.accessAndId();

  static Stream<Arguments> accessTokens() {
    return Stream.of(
        arguments(
            "Keycloak",
            """
            {"jti":"onrtac:1","iss":"i","aud":"account","sub":"s","typ":"Bearer","azp":"shop-cli",
            "sid":"x","acr":"1","realm_access":{"roles":["user"]},"scope":"openid profile"}"""),
        arguments(
            "Keycloak, bound by DPoP",
            """
            {"iss":"i","sub":"s","typ":"DPoP","azp":"a","scope":"profile","cnf":{"jkt":"k"}}"""),
        arguments(
            "Keycloak before 25, which gave the nonce to all",
            """
            {"iss":"i","aud":"account","sub":"s","typ":"Bearer","azp":"a","nonce":"n","scope":""}"""),
        arguments("Keycloak, lightweight", "{\"iss\":\"i\",\"typ\":\"Bearer\",\"azp\":\"a\"}"),
        arguments(
            "Auth0",
            """
            {"iss":"i","sub":"auth0|1","aud":["api","i/userinfo"],"azp":"a","scope":"openid",
            "permissions":["read:orders"]}"""),
        arguments(
            "Auth0 after RFC 9068",
            """
            {"iss":"i","sub":"auth0|1","aud":"api","client_id":"a","jti":"j","scope":"openid"}"""),
        arguments(
            "Entra ID v2.0, for a user",
            """
            {"aud":"6e74","iss":"https://login.microsoftonline.com/t/v2.0","aio":"x","azp":"a",
            "azpacr":"0","name":"J","oid":"o","preferred_username":"j","rh":"r","scp":"orders.read",
            "sub":"s","tid":"t","uti":"u","ver":"2.0"}"""),
        arguments(
            "Entra ID v2.0, for a service without roles",
            """
            {"aud":"6e74","iss":"i","azp":"a","azpacr":"1","oid":"o","sub":"s","tid":"t",
            "idtyp":"app","ver":"2.0"}"""),
        arguments(
            "Okta",
            """
            {"ver":1,"jti":"AT.1","iss":"i","aud":"api://default","cid":"a","uid":"u",
            "scp":["openid"],"sub":"j"}"""),
        arguments(
            "Cognito",
            """
            {"sub":"s","device_key":"d","cognito:groups":["admin"],"token_use":"access",
            "scope":"aws.cognito.signin.user.admin","auth_time":1,"iss":"i","version":2,"jti":"j",
            "origin_jti":"o","event_id":"e","client_id":"a","username":"j"}"""),
        arguments(
            "MicroProfile JWT",
            """
            {"iss":"i","jti":"a-123","sub":"24400320","upn":"jdoe","aud":"shop","auth_time":1,
            "groups":["red-group"],"roles":["auditor"]}"""),
        arguments("events of one's own", "{\"sub\":\"s\",\"events\":[\"concert\"]}"),
        arguments("more events of one's own", "{\"sub\":\"s\",\"events\":{\"concert\":1}}"),
        arguments("claims that are null", "{\"at_hash\":null,\"nonce\":null,\"events\":null}"),
        arguments("a typ of one's own", "{\"sub\":\"s\",\"typ\":\"internal\"}"));
  }

  static Stream<Arguments> idTokens() {
    return Stream.of(
        arguments(
            "Keycloak",
            "typ",
            """
            {"iss":"i","aud":"shop-cli","sub":"s","typ":"ID","azp":"shop-cli","sid":"x"}"""),
        arguments(
            "Keycloak, as usual",
            "at_hash",
            """
            {"iss":"i","aud":"shop-cli","sub":"s","typ":"ID","azp":"shop-cli","at_hash":"h"}"""),
        arguments(
            "Auth0",
            "nonce",
            """
            {"iss":"i","sub":"auth0|1","aud":"a","nonce":"n","sid":"x","nickname":"j"}"""),
        arguments(
            "Entra ID v2.0",
            "nonce",
            """
            {"aud":"a","iss":"i","idp":"x","nonce":"n","oid":"o","preferred_username":"j",
            "rh":"r","sub":"s","tid":"t","uti":"u","ver":"2.0"}"""),
        arguments(
            "Okta",
            "at_hash",
            """
            {"sub":"s","ver":1,"iss":"i","aud":"a","jti":"ID.1","amr":["pwd"],"idp":"x",
            "nonce":"n","at_hash":"h"}"""),
        arguments(
            "Cognito",
            "token_use",
            """
            {"sub":"s","aud":"a","cognito:groups":["admin"],"token_use":"id","iss":"i",
            "cognito:username":"j","event_id":"e"}"""),
        arguments("of the hybrid flow", "c_hash", "{\"sub\":\"s\",\"c_hash\":\"h\"}"),
        arguments("of FAPI", "s_hash", "{\"sub\":\"s\",\"s_hash\":\"h\",\"scope\":\"x\"}"),
        arguments("with a wrong hash", "at_hash", "{\"sub\":\"s\",\"at_hash\":7}"));
  }

  static Stream<Arguments> others() {
    return Stream.of(
        arguments(
            "logout token (OpenID Connect Back-Channel Logout 1.0 §2.4)",
            "events",
            """
            {"iss":"i","sub":"s","aud":"a","jti":"j",
            "events":{"http://schemas.openid.net/event/backchannel-logout":{}}}"""),
        arguments(
            "security event token (RFC 8417 §2.1)",
            "events",
            """
            {"iss":"i","jti":"j","aud":"a","scope":"x","txn":"t","toe":1,
            "events":{"urn:ietf:params:scim:event:create":{"ref":"r"}}}"""),
        arguments("Keycloak's refresh token", "typ", "{\"sub\":\"s\",\"typ\":\"Refresh\"}"),
        arguments("Keycloak's offline token", "typ", "{\"sub\":\"s\",\"typ\":\"Offline\"}"),
        arguments("Keycloak's logout token", "typ", "{\"sub\":\"s\",\"typ\":\"Logout\"}"),
        arguments("Keycloak's session", "typ", "{\"sub\":\"s\",\"typ\":\"Serialized-ID\"}"));
  }

  @Test
  void tellsIdTokensFromAccessTokensByRule() throws Exception {
    assertThat(rejection(TokenKinds.access(), claims("{\"at_hash\":\"h\"}")))
        .isEqualTo(new ClaimMismatch("at_hash", "an access token; this is an ID token"));
    TokenKinds.accessAndId().check(claims("{\"at_hash\":\"h\"}"), Tokens.NOW);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("accessTokens")
  void takesAccessTokens(String whose, String json) {
    assertThatCode(() -> ACCESS.check(claims(json), Tokens.NOW)).doesNotThrowAnyException();
    assertThatCode(() -> ACCESS_AND_ID.check(claims(json), Tokens.NOW)).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("idTokens")
  void refusesIdTokens(String whose, String claim, String json) {
    assertThat(rejection(ACCESS, claims(json)))
        .isEqualTo(new ClaimMismatch(claim, "an access token; this is an ID token"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("idTokens")
  void takesIdTokensIfToldTo(String whose, String claim, String json) {
    assertThatCode(() -> ACCESS_AND_ID.check(claims(json), Tokens.NOW)).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void refusesAllOthers(String what, String claim, String json) {
    for (ClaimRule rule : new ClaimRule[] {ACCESS, ACCESS_AND_ID}) {
      assertThat(rejection(rule, claims(json)))
          .isInstanceOfSatisfying(
              ClaimMismatch.class, mismatch -> assertThat(mismatch.claim()).isEqualTo(claim));
    }
  }

  @Test
  void tellsTheOperatorWhatItTookItFor() {
    assertThat(rejection(ACCESS, claims("{\"typ\":\"Refresh\"}")).logReason())
        .isEqualTo("claim typ; expected an access token; this is Refresh");
    assertThat(rejection(ACCESS, claims("{\"events\":{\"a:b\":{}}}")).logReason())
        .isEqualTo(
            "claim events; expected an access token; this is a security event or logout token");
  }
}
