package dev.vouchgate.config;

import static dev.vouchgate.config.SettingsUnderTest.issuerOnly;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One valid configuration with one setting changed: what is taken, and what is told otherwise. */
class SettingFormsTest {

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "mp.jwt.verify.issuer              | http://127.0.0.1:8180/realms/shop",
        "mp.jwt.verify.publickey.algorithm | PS512",
        "mp.jwt.verify.audiences           | shop, orders",
        "mp.jwt.verify.token.age           | 1",
        "mp.jwt.verify.token.age           | 24h",
        "mp.jwt.verify.clock.skew          | 0",
        "mp.jwt.verify.clock.skew          | PT10M",
        "mp.jwt.token.header               | Authorization",
        "mp.jwt.token.header               | Cookie",
        "mp.jwt.token.cookie               | __Host-token",
        "mp.jwt.decrypt.key.algorithm      | RSA-OAEP-256",
        "vouchgate.algorithms              | EdDSA, ES512 ,RS384",
        "vouchgate.token.types             | logout+jwt",
        "vouchgate.token.required-claims   | aud,sub,client_id,jti",
        "vouchgate.token.allow-id-tokens   | true",
        "vouchgate.token.max-length        | 1024",
        "vouchgate.token.max-length        | 1048576",
        "vouchgate.cache.tokens            | 0",
        "vouchgate.cache.tokens            | 1000000",
        "vouchgate.cache.bytes             | 1048576",
        "vouchgate.cache.bytes             | 2147483647",
        "vouchgate.crypto.provider         | jdk",
        "vouchgate.clock.ahead             | 0",
        "vouchgate.clock.ahead             | 10m",
        "vouchgate.roles.path              | groups,realm_access/roles,https://example.com/roles",
        "vouchgate.roles.map.staff         | admin, clerk",
        "vouchgate.policy.default          | deny",
        "vouchgate.realm                   | the shop's back office",
        "mp.jwt.token.cookie               | __Secure-token",
        "vouchgate.csrf                    | off",
        "vouchgate.csrf.origins            | https://shop.example.com,http://localhost:3000",
        "vouchgate.csrf.origins            | https://xn--bcher-kva.example:8443",
        "vouchgate.csrf.origins            | http://[::1]:8080, capacitor://localhost",
        "vouchgate.csrf.origins            | chrome-extension://abcdefghijklmnopabcdefghijklmnop",
        "vouchgate.binding                 | mtls",
        "vouchgate.dpop.base-url           | https://api.example.com/shop,http://127.0.0.1:8080",
        "vouchgate.dpop.algorithms         | ES256, EdDSA",
        "vouchgate.dpop.window             | 1",
        "vouchgate.dpop.window             | 10m",
        "vouchgate.dpop.max-proofs         | 1000",
        "vouchgate.dpop.max-proofs         | 10000000",
        "vouchgate.dpop.nonce              | true",
        "vouchgate.mtls.proxies            | 10.0.0.0/8, ::1",
        "vouchgate.jwks.ttl                | 60",
        "vouchgate.jwks.ttl                | 1h",
        "vouchgate.jwks.min-ttl            | 1",
        "vouchgate.jwks.min-ttl            | 1h",
        "vouchgate.jwks.max-ttl            | 1m",
        "vouchgate.jwks.max-ttl            | 24h",
        "vouchgate.jwks.stale-limit        | 0",
        "vouchgate.jwks.stale-limit        | 168h",
        "vouchgate.jwks.unknown-kid-interval | 1",
        "vouchgate.jwks.unknown-kid-interval | 10m",
        "vouchgate.jwks.deadline           | 1",
        "vouchgate.jwks.deadline           | 60",
        "vouchgate.jwks.proxy              | proxy.example.com:3128",
        "vouchgate.jwks.proxy              | http://[::1]:3128/",
        "vouchgate.jwks.header.X-Api-Key   | wombat",
        "vouchgate.jwks.max-bytes          | 1024",
        "vouchgate.jwks.allow-http         | true",
        "vouchgate.keys.allow-weak-rsa     | false",
        "vouchgate.demo                    | true",
        "another.library                   | whatever",
      })
  void takes(String name, String value) {
    assertThat(issuerOnly().with(name, value).problems()).isEmpty();
  }

  static Stream<Arguments> wrongForms() {
    String algorithms =
        "at least one of RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, EdDSA,"
            + " Ed25519, Ed448; HMAC only with vouchgate.secret";
    String age = "a duration from 1 to 315360000 seconds, such as 90s";
    String skew = "a duration from 0 to 600 seconds, such as 90s";
    String ttl = "a duration from 60 to 3600 seconds, such as 90s";
    String length = "a whole number from 1024 to 1048576";
    String bytes = "a whole number from 1024 to 16777216";
    String fetchable =
        "an https URL to fetch keys from (http only on loopback, or with"
            + " vouchgate.jwks.allow-http)";
    String flag = "true or false";
    return Stream.of(
            wrong("mp.jwt.verify.issuer", fetchable, "shop", "http://idp.example.com", "https:/x"),
            wrong(
                "mp.jwt.verify.publickey.algorithm",
                algorithms.replace("at least one", "one"),
                "none",
                "rs256",
                "RS256,ES256",
                "HS256",
                ","),
            wrong("mp.jwt.verify.audiences", "a list of at least one", ",", " , ,"),
            wrong("mp.jwt.verify.token.age", age, "0", "-1", "soon", "99999d", "99999999999"),
            wrong("mp.jwt.verify.clock.skew", skew, "601", "11m", "-1", "PT-1S", "1.5", "1e2"),
            wrong("mp.jwt.token.header", "Authorization or Cookie", "X-Token", "Cookies"),
            wrong(
                "mp.jwt.token.cookie",
                "the name of a cookie (RFC 6265 section 4.1.1)",
                "a b",
                "a=b",
                "a;b",
                "büro"),
            wrong(
                "mp.jwt.decrypt.key.algorithm",
                "one of RSA-OAEP, RSA-OAEP-256, ECDH-ES, ECDH-ES+A128KW, ECDH-ES+A256KW",
                "RSA1_5",
                "dir",
                "RSA-OAEP,ECDH-ES"),
            wrong("vouchgate.algorithms", algorithms, "none", "RS256,RS257", "HS256", "es256", ","),
            wrong("vouchgate.token.types", "a list of at least one", ",", ",,"),
            wrong("vouchgate.token.required-claims", "a list of at least one", ","),
            wrong("vouchgate.token.allow-id-tokens", flag, "yes", "TRUE"),
            wrong("vouchgate.token.max-length", length, "1023", "1048577", "16k", "-1", "0x4000"),
            wrong(
                "vouchgate.cache.tokens",
                "a whole number from 0 to 1000000",
                "-1",
                "1000001",
                "all"),
            wrong(
                "vouchgate.cache.bytes",
                "a whole number from 1048576 to 2147483647",
                "1048575",
                "2147483648",
                "32m"),
            wrong("vouchgate.clock.ahead", skew, "601", "-1", "P1Y"),
            wrong("vouchgate.roles.path", "a list of at least one", ","),
            wrong("vouchgate.roles.map.staff", "at least one role", ","),
            wrong("vouchgate.policy.default", "permit or deny", "Deny", "denied", "true"),
            wrong(
                "vouchgate.realm",
                "text without quotes, backslashes or controls",
                "a\"b",
                "a\\b",
                "büro"),
            wrong("vouchgate.csrf", "on or off", "true", "ON", "disabled"),
            wrong(
                "vouchgate.csrf.origins",
                "origins as browsers write them, such as https://shop.example.com: in small"
                    + " letters, without a path and the usual port",
                "*",
                "null",
                "shop.example.com",
                "https://shop.example.com/",
                "https://shop.example.com/path",
                "https://Shop.example.com",
                "HTTPS://shop.example.com",
                "https://shop.example.com:443",
                "http://shop.example.com:80",
                "https://shop.example.com:0",
                "https://*.example.com",
                "https://bücher.example",
                "https://good.example.com,bad"),
            wrong("vouchgate.csrf.origins", "a list of at least one", ","),
            wrong("vouchgate.binding", "list of dpop and mtls", "tls", "mtls,DPoP", "true"),
            wrong(
                "vouchgate.dpop.base-url",
                "where clients reach the application, such as https://api.example.com/shop",
                "api.example.com",
                "/shop",
                "https://a.example,b.example"),
            wrong(
                "vouchgate.dpop.algorithms",
                "some of RS256,RS384,RS512,PS256,PS384,PS512,ES256,ES384,ES512,EdDSA,Ed25519,Ed448",
                "none",
                "ES256,HS256",
                "es256"),
            wrong(
                "vouchgate.dpop.window",
                "a duration from 1 to 600 seconds, such as 90s",
                "0",
                "11m"),
            wrong(
                "vouchgate.dpop.max-proofs",
                "a whole number from 1000 to 10000000",
                "999",
                "10000001"),
            wrong("vouchgate.dpop.nonce", flag, "on"),
            wrong(
                "vouchgate.mtls.proxies",
                "the addresses of the proxies that vouchgate.mtls.header is believed of, such as"
                    + " 10.0.0.0/8",
                "proxy.example.com",
                "10.0.0.0/33"),
            wrong("vouchgate.jwks.ttl", ttl, "59", "61m", "0", "ten minutes"),
            wrong(
                "vouchgate.jwks.min-ttl",
                "a duration from 1 to 3600 seconds, such as 90s",
                "0",
                "61m"),
            wrong(
                "vouchgate.jwks.max-ttl",
                "a duration from 60 to 86400 seconds, such as 90s",
                "59",
                "25h"),
            wrong(
                "vouchgate.jwks.stale-limit",
                "a duration from 0 to 604800 seconds, such as 90s",
                "-1",
                "169h"),
            wrong(
                "vouchgate.jwks.unknown-kid-interval",
                "a duration from 1 to 600 seconds, such as 90s",
                "0",
                "11m"),
            wrong(
                "vouchgate.jwks.deadline",
                "a duration from 1 to 60 seconds, such as 90s",
                "0",
                "2m"),
            wrong("vouchgate.jwks.max-bytes", bytes, "1023", "16777217", "1M"),
            wrong("vouchgate.jwks.allow-http", flag, "yes", "TRUE", "1"),
            wrong("vouchgate.keys.allow-weak-rsa", flag, "on", "True"),
            wrong("vouchgate.demo", flag, "yes"))
        .flatMap(s -> s);
  }

  private static Stream<Arguments> wrong(String name, String expected, String... values) {
    return Arrays.stream(values)
        .map(
            value ->
                Arguments.of(
                    name, value, name + ": was " + value.trim() + "; expected " + expected));
  }

  @ParameterizedTest(name = "{0}={1}")
  @MethodSource("wrongForms")
  void refusesInOneLine(String name, String value, String line) {
    assertThat(issuerOnly().with(name, value).problems()).containsExactly(line);
  }

  @Test
  void wantsTheLeastTtlToBeNoMoreThanTheMost() {
    SettingsUnderTest settings = issuerOnly().with("vouchgate.jwks.max-ttl", "10m");
    assertThat(settings.with("vouchgate.jwks.min-ttl", "10m").problems()).isEmpty();
    assertThat(settings.with("vouchgate.jwks.min-ttl", "601").problems())
        .containsExactly(
            "vouchgate.jwks.min-ttl, vouchgate.jwks.max-ttl: the least is more than the most");
  }

  @Test
  void wantsAnIssuer() {
    assertThat(
            issuerOnly()
                .without("mp.jwt.verify.issuer")
                .with("mp.jwt.verify.audiences", "shop")
                .problems())
        .containsExactly(
            "mp.jwt.verify.issuer: was not set;"
                + " expected the issuer of the tokens that are to be trusted");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "vouchgate.algorithm",
    "vouchgate.Realm",
    "vouchgate.policy.admin.path",
    "vouchgate.policy..paths",
    "vouchgate.roles.map.",
    "vouchgate.roles.map",
    "vouchgate.policy.default.",
    "vouchgate.",
  })
  void refusesNamesThatAreNoSetting(String name) {
    assertThat(issuerOnly().with(name, "x").problems())
        .containsExactly(name + ": there is no such setting; docs/configuration.md lists them all");
  }

  @Test
  void takesAnEmptyValueForNone() {
    assertThat(issuerOnly().with("vouchgate.realm", " ").read().request().realm())
        .isEqualTo("vouchgate");
  }
}
