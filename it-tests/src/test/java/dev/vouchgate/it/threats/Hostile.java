package dev.vouchgate.it.threats;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Header lines that prove nothing, made of a token that would. */
final class Hostile {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /** In place of a header, and of claims. */
  private static final String JSON =
      """

      {}
      []
      null
      1
      ""
      {
      {"alg":null}
      {"alg":["RS256"]}
      {"alg":"RS256","alg":"none"}
      {'alg':'RS256'}
      {"alg":"RS256"}x
      \ufeff{"alg":"RS256"}
      {"alg":"RS256","crit":["x"],"x":1}
      {"alg":"RS256","b64":false}
      {"alg":"RS256","zip":"DEF"}
      {"alg":"RS256","typ":"logout+jwt"}
      {"alg":"RS256","kid":7}
      {"alg":"RS256","kid":"../../etc/passwd"}
      {"alg":"dir","enc":"A256GCM"}
      {"alg":1e999999999}
      """;

  /** In place of a token. */
  private static final String WORDS =
      """
      .
      ..
      ....
      a.b
      a.b.c.d.e
      null
      undefined
      {}
      ${jndi:ldap://127.0.0.1:1/x}
      %n%s%x
      ' OR '1'='1
      <script>alert(1)</script>
      ../../../etc/passwd
      \u00c3\u00a9
      """;

  /** Before a token, in place of the one word and the blank. */
  private static final String SCHEMES =
      """

      Basic YTpi\s
      Digest\s
      Token\s
      JWT\s
      Bearer:\s
      Bearer=
      Bearer,
      Bearer;
      "Bearer"\s
      BearerBearer\s
      Bearer Bearer\s
      Basic YTpi, Bearer\s
      x Bearer\s
      Bearer\u00a0
      Bearer \u00a0
      Bearer token=
      Bearer "
      Beare\s
      DPoX\s
      """;

  /** Other headers. */
  private static final String NAMES =
      """
      Authorisation
      Authorization-
      X-Authorization
      Proxy-Authorization
      Bearer
      X-Forwarded-Access-Token
      X-Access-Token
      X-Auth-Token
      WWW-Authenticate
      X-Forwarded-User
      X-Remote-User
      Remote-User
      X-Original-URL
      X-Rewrite-URL
      """;

  private static final String COOKIES =
      """
      Bearer=
      bearer=
      token=
      __Host-token=
      Authorization=
      Bearer="
      $Version=1; Bearer=
      a=b; Bearer=
      Bearer=x; Bearer=
      =
      ;
      Bearer\s
      """;

  private Hostile() {}

  /** What a token may be turned into without proving anything any more. */
  static List<String> tokens(String good) {
    String header = good.substring(0, good.indexOf('.'));
    String claims = good.substring(good.indexOf('.') + 1, good.lastIndexOf('.'));
    String signature = good.substring(good.lastIndexOf('.') + 1);
    List<String> tokens = new ArrayList<>();
    for (String alg : List.of("none", "None", "NONE", "nOnE", "HS256", "RS257", "", "RS256 ")) {
      String other = encoded("{\"alg\":\"" + alg + "\"}");
      tokens.addAll(List.of(other + "." + claims + ".", other + "." + claims + "." + signature));
    }
    for (String json : JSON.lines().toList()) {
      tokens.add(encoded(json) + "." + claims + "." + signature);
      tokens.add(header + "." + encoded(json) + "." + signature);
    }
    for (int at = 0; at < good.length(); at += good.length() / 24) {
      char swapped = good.charAt(at) == 'A' ? 'B' : 'A';
      tokens.add(good.substring(0, at) + swapped + good.substring(at + 1));
      tokens.add(good.substring(0, at) + good.substring(at + 1));
      tokens.add(good.substring(0, at));
    }
    for (String inserted :
        List.of("=", "+", "/", "%2e", "%00", "\u0001", "\u007f", "\u00e9", "\"", "..")) {
      tokens.add(inserted + good);
      tokens.add(good + inserted);
      tokens.add(header + inserted + "." + claims + "." + signature);
    }
    tokens.addAll(
        List.of(
            ".".repeat(3_000),
            "a".repeat(6_000),
            header + ".." + signature,
            "." + claims + "." + signature,
            header + "." + claims,
            claims + "." + header + "." + signature,
            good + "." + signature,
            good + good,
            encoded("{\"a\":".repeat(500) + "1" + "}".repeat(500)) + "." + claims + ".x",
            signature));
    WORDS.lines().forEach(tokens::add);
    return tokens;
  }

  private static String encoded(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  /** Whole header lines around a token that is good, by which it must not count. */
  static List<String> lines(String good) {
    List<String> lines = new ArrayList<>();
    SCHEMES.lines().forEach(scheme -> lines.add("Authorization: " + scheme + good));
    NAMES.lines().forEach(name -> lines.add(name + ": Bearer " + good));
    COOKIES.lines().forEach(cookie -> lines.add("Cookie: " + cookie + good));
    for (String twice : List.of("Bearer ", "Basic ", "bearer ")) {
      lines.add("Authorization: Bearer " + good + "\r\nAuthorization: " + twice + good);
      lines.add("Authorization: Bearer " + good + ", " + twice + good);
    }
    return lines;
  }
}
