package dev.vouchgate.verify;

import dev.vouchgate.jws.ClaimsSet;
import dev.vouchgate.verify.Rejection.ClaimMismatch;
import dev.vouchgate.verify.Rejection.Expired;
import dev.vouchgate.verify.Rejection.MissingClaim;
import dev.vouchgate.verify.Rejection.NotYetValid;
import dev.vouchgate.verify.Rejection.TooOld;
import dev.vouchgate.verify.Rejection.UntrustedIssuer;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** The claim rules of RFC 7519 §4.1 and MicroProfile JWT 2.1. */
public final class ClaimRules {
  private static final List<String> CLIENT_CLAIMS = List.of("azp", "client_id");

  private ClaimRules() {}

  /**
   * {@code iss} must be this string exactly.
   *
   * @param expected the trusted issuer
   * @return the rule
   */
  public static ClaimRule issuer(String expected) {
    return ClaimRule.unchanging(
        (claims, now) -> {
          String issuer = requiredString(claims, "iss");
          if (!issuer.equals(expected)) {
            throw new RejectedException(new UntrustedIssuer(issuer, expected));
          }
        });
  }

  /**
   * {@code aud} must name at least one of these exactly (RFC 7519 §4.1.3).
   *
   * @param accepted the audiences that we are; not empty
   * @return the rule
   */
  public static ClaimRule audience(Set<String> accepted) {
    Set<String> expected = Set.copyOf(accepted);
    return ClaimRule.unchanging(
        (claims, now) -> {
          require(claims, "aud");
          List<String> audiences =
              claims
                  .strings("aud")
                  .orElseThrow(
                      () -> rejected(new ClaimMismatch("aud", "a string or an array of strings")));
          for (String audience : audiences) {
            if (expected.contains(audience)) {
              return;
            }
          }
          throw rejected(new ClaimMismatch("aud", "one of " + new TreeSet<>(expected)));
        });
  }

  /**
   * {@code exp} and {@code iat} must be there; the token must not have ended, and must have begun.
   *
   * @param skew how long after {@code exp} a token is still taken
   * @param ahead how far the issuer's clock may be ahead of ours in {@code iat} and {@code nbf}
   * @return the rule
   */
  public static ClaimRule lifetime(Duration skew, Duration ahead) {
    long late = skew.toSeconds();
    long early = Math.max(late, ahead.toSeconds());
    return (claims, instant) -> {
      long now = instant.getEpochSecond();
      long exp = requiredDate(claims, "exp");
      // A token that expires now has expired: "on or after which" (RFC 7519 section 4.1.4).
      if (now - late >= exp) {
        throw new RejectedException(new Expired(exp, now));
      }
      notAfter("iat", requiredDate(claims, "iat"), now, early);
      if (claims.has("nbf")) {
        notAfter("nbf", requiredDate(claims, "nbf"), now, early);
      }
    };
  }

  /**
   * {@code iat} must be younger than this (MicroProfile JWT 2.1, {@code mp.jwt.verify.token.age}).
   *
   * @param maxAge the age at which a token is too old
   * @param skew added to it
   * @return the rule
   */
  public static ClaimRule tokenAge(Duration maxAge, Duration skew) {
    long limit = maxAge.plus(skew).toSeconds();
    return (claims, instant) -> {
      long now = instant.getEpochSecond();
      long iat = requiredDate(claims, "iat");
      if (now - limit >= iat) {
        throw new RejectedException(new TooOld(iat, now, maxAge));
      }
    };
  }

  /**
   * A claim, if there at all, must be a string.
   *
   * @param names the claims, such as {@code sub} and {@code jti} (RFC 7519 §4.1)
   * @return the rule
   */
  public static ClaimRule strings(String... names) {
    List<String> checked = List.of(names);
    return ClaimRule.unchanging(
        (claims, now) -> {
          for (String name : checked) {
            if (claims.has(name)) {
              requiredString(claims, name);
            }
          }
        });
  }

  /**
   * Claims must be there, and not null.
   *
   * @param names the claims, such as those of RFC 9068 §2.2
   * @return the rule
   */
  public static ClaimRule required(List<String> names) {
    List<String> checked = List.copyOf(names);
    return ClaimRule.unchanging(
        (claims, now) -> {
          for (String name : checked) {
            require(claims, name);
          }
        });
  }

  /**
   * A claim must be this string exactly.
   *
   * @param name the claim, such as the one that names a tenant
   * @param expected what it must be
   * @return the rule
   */
  public static ClaimRule exactly(String name, String expected) {
    return ClaimRule.unchanging(
        (claims, now) -> {
          if (!requiredString(claims, name).equals(expected)) {
            throw new RejectedException(new ClaimMismatch(name, expected));
          }
        });
  }

  /**
   * The token must have been given to one of these clients: {@code azp} (OpenID Connect Core 1.0
   * §2) or {@code client_id} (RFC 8693 §4.3, RFC 9068 §2.2) must name one, and both if both are
   * there.
   *
   * @param accepted the clients; not empty
   * @return the rule
   */
  public static ClaimRule client(Set<String> accepted) {
    Set<String> expected = Set.copyOf(accepted);
    return ClaimRule.unchanging(
        (claims, now) -> {
          List<String> present = CLIENT_CLAIMS.stream().filter(name -> claims.has(name)).toList();
          if (present.isEmpty()) {
            throw new RejectedException(new MissingClaim(String.join(" or ", CLIENT_CLAIMS)));
          }
          for (String name : present) {
            if (!expected.contains(requiredString(claims, name))) {
              throw new RejectedException(
                  new ClaimMismatch(name, "one of " + new TreeSet<>(expected)));
            }
          }
        });
  }

  private static void notAfter(String claim, long value, long now, long early)
      throws RejectedException {
    if (value > now + early) {
      throw new RejectedException(new NotYetValid(claim, value, now));
    }
  }

  private static String requiredString(ClaimsSet claims, String name) throws RejectedException {
    if (claims.asMap().get(name) instanceof String text) {
      return text;
    }
    require(claims, name);
    throw rejected(new ClaimMismatch(name, "a string"));
  }

  private static long requiredDate(ClaimsSet claims, String name) throws RejectedException {
    OptionalLong date = claims.numericDate(name);
    if (date.isPresent()) {
      return date.getAsLong();
    }
    require(claims, name);
    throw rejected(new ClaimMismatch(name, "a number of seconds"));
  }

  private static void require(ClaimsSet claims, String name) throws RejectedException {
    if (!claims.has(name)) {
      throw rejected(new MissingClaim(name));
    }
  }

  private static RejectedException rejected(Rejection rejection) {
    return new RejectedException(rejection);
  }
}
