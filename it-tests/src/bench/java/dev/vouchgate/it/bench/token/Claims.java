package dev.vouchgate.it.bench.token;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The claims of an access token as Keycloak issues them.
 *
 * @param issuer {@code iss}
 * @param audience {@code aud}
 * @param expiry {@code exp}
 * @param roles the roles of the realm
 * @param bytes how long their JSON is to be: members are added until it is, to the byte
 */
public record Claims(
    String issuer, String audience, Instant expiry, List<String> roles, int bytes) {
  /** Where {@link #roles} are. */
  public static final String ROLES_PATH = "realm_access/roles";

  public static final String ISSUER = "https://idp.example.com/realms/shop";
  public static final String AUDIENCE = "orders";
  public static final String SUBJECT = "f:7a9c1f2e-5b0d-4f0e-9d5c-2f1b8c3e4a57:jdoe";

  private static final int TYPICAL_BYTES = 900;

  /** Far longer than any run. */
  private static final Duration LIFETIME = Duration.ofDays(2);

  /** Shorter ones have no profile. */
  private static final int WITH_PROFILE = 700;

  private static final String PROFILE =
      """
      ,"azp":"shop-frontend","sid":"0f4c7e9a-3b5d-4a1c-8e2f-6d7b8c9a0e1f","acr":"1",\
      "scope":"openid profile email","email_verified":true,"name":"Jane Doe",\
      "preferred_username":"jdoe","given_name":"Jane","family_name":"Doe",\
      "email":"jdoe@example.com\"""";

  /** Whole members of about so many bytes are what is added. */
  private static final int MEMBER = 48;

  /** Good ones of 900 bytes. */
  public static Claims typical() {
    return new Claims(
        ISSUER,
        AUDIENCE,
        Clock.systemUTC().instant().plus(LIFETIME),
        List.of("offline_access", "uma_authorization", "default-roles-shop", "user"),
        TYPICAL_BYTES);
  }

  public Claims issuedBy(String other) {
    return new Claims(other, audience, expiry, roles, bytes);
  }

  public Claims meantFor(String other) {
    return new Claims(issuer, other, expiry, roles, bytes);
  }

  /** The same, but their time is over. */
  public Claims expired() {
    return new Claims(issuer, audience, expiry.minus(LIFETIME).minusSeconds(60), roles, bytes);
  }

  /** The same with so many roles, and as long as that makes them. */
  public Claims withRoles(int count) {
    List<String> names = IntStream.range(0, count).mapToObj(i -> "role-" + (1000 + i)).toList();
    return new Claims(issuer, audience, expiry, names, 0);
  }

  /** Short ones, each of somebody else. */
  public Claims ofCaller(int number) {
    String role = String.format(Locale.ROOT, "user-%07d", number);
    return new Claims(issuer, audience, expiry, List.of(role), 360);
  }

  /** The same with another role for its last, which nobody else has. */
  public Claims ofOwner(int number) {
    List<String> names = new ArrayList<>(roles.subList(0, roles.size() - 1));
    names.add(String.format(Locale.ROOT, "user-%07d", number));
    return new Claims(issuer, audience, expiry, List.copyOf(names), bytes);
  }

  /** The same with one role, and so long. */
  public Claims ofBytes(int length) {
    return new Claims(issuer, audience, expiry, List.of("user"), length);
  }

  /**
   * As they are signed.
   *
   * @throws IllegalStateException if they are longer than they are to be
   */
  public String json() {
    String least = json("");
    int missing = bytes - least.getBytes(StandardCharsets.UTF_8).length;
    if (missing < 0 && bytes > 0) {
      throw new IllegalStateException("These claims have " + -missing + " bytes too many.");
    }
    return missing <= 0 ? least : json(filling(missing));
  }

  /** Members of exactly so many bytes in all. */
  private static String filling(int missing) {
    StringBuilder members = new StringBuilder();
    for (int number = 10; members.length() < missing; number++) {
      int left = missing - members.length();
      // What is left after this one must be enough for a member, or nothing.
      int length = left < 2 * MEMBER ? left : MEMBER;
      String name = ",\"attribute_" + number + "\":\"";
      if (length <= name.length()) {
        throw new IllegalStateException("No member has only " + length + " bytes.");
      }
      members.append(name).append("v".repeat(length - name.length() - 1)).append('"');
    }
    return members.toString();
  }

  private String json(String more) {
    return String.format(
        Locale.ROOT,
        """
        {"exp":%d,"iat":%d,"jti":"onrtac:1e2f3a4b-6c7d-4e8f-9a0b-1c2d3e4f5a6b","iss":"%s",\
        "aud":"%s","sub":"%s","typ":"Bearer","realm_access":{"roles":[%s]}%s%s}""",
        expiry.getEpochSecond(),
        expiry.minus(LIFETIME).getEpochSecond(),
        issuer,
        audience,
        SUBJECT,
        roles.stream().map(role -> '"' + role + '"').collect(Collectors.joining(",")),
        bytes > 0 && bytes < WITH_PROFILE ? "" : PROFILE,
        more);
  }
}
