package dev.vouchgate.verify;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Why a request is refused: one record a reason.
 *
 * <p>{@link #error()} is for the client and constant; {@link #logReason()} is for the operator and
 * may name claims, expectations and the {@code kid}, never the token. Text in it may come from a
 * stranger: whoever writes it to a log escapes it.
 */
public sealed interface Rejection {

  /** What the client is told. */
  default BearerError error() {
    return BearerError.INVALID_TOKEN;
  }

  /** What the operator is told: what was found and what was expected. */
  String logReason();

  /** The stable code of this kind of refusal, for logs and metrics, such as {@code expired}. */
  default String code() {
    return RejectionCode.of(getClass());
  }

  /**
   * More than one credential, or one that cannot be told (RFC 6750 §2, RFC 9110 §5.3).
   *
   * @param found what was found, without any credential
   */
  record AmbiguousCredentials(String found) implements Rejection {
    @Override
    public BearerError error() {
      return BearerError.INVALID_REQUEST;
    }

    @Override
    public String logReason() {
      return found + "; expected exactly one bearer token";
    }
  }

  /**
   * Not a token at all (RFC 7519 §7.2).
   *
   * @param detail what was wrong with it
   */
  record MalformedToken(String detail) implements Rejection {
    @Override
    public String logReason() {
      return detail;
    }
  }

  /**
   * An {@code alg} that the configuration does not allow (RFC 8725 §3.1).
   *
   * @param algorithm as sent
   * @param allowed the names that are
   */
  record DisallowedAlgorithm(String algorithm, Set<String> allowed) implements Rejection {
    @Override
    public String logReason() {
      return "alg " + algorithm + "; expected one of " + new TreeSet<>(allowed);
    }
  }

  /**
   * A {@code crit} header that must be understood and is not (RFC 7515 §4.1.11).
   *
   * @param names what it lists
   */
  record CriticalHeader(Set<String> names) implements Rejection {
    @Override
    public String logReason() {
      return "crit " + new TreeSet<>(names) + "; expected none";
    }
  }

  /**
   * A {@code typ} of another kind of token (RFC 8725 §3.11).
   *
   * @param type as sent
   * @param accepted the types that are
   */
  record UnexpectedType(String type, Set<String> accepted) implements Rejection {
    @Override
    public String logReason() {
      return "typ " + type + "; expected none or one of " + new TreeSet<>(accepted);
    }
  }

  /**
   * No key of the issuer suits the header.
   *
   * @param keyId {@code kid} as sent, if any
   * @param algorithm {@code alg} as sent
   */
  record UnknownKey(Optional<String> keyId, String algorithm) implements Rejection {
    @Override
    public String logReason() {
      return "no key for kid " + keyId.orElse("(none)") + " and alg " + algorithm;
    }
  }

  /**
   * A signature that does not hold.
   *
   * @param keyId the {@code kid} of the key it was checked with, if it has one
   */
  record BadSignature(Optional<String> keyId) implements Rejection {
    @Override
    public String logReason() {
      return "the signature is not that of key " + keyId.orElse("(without kid)");
    }
  }

  /**
   * Past its end (RFC 7519 §4.1.4).
   *
   * @param exp seconds since the epoch
   * @param now seconds since the epoch
   */
  record Expired(long exp, long now) implements Rejection {
    @Override
    public String logReason() {
      return "exp " + exp + "; it is " + now;
    }
  }

  /**
   * Before its beginning (RFC 7519 §4.1.5), or issued in the future.
   *
   * @param claim {@code nbf} or {@code iat}
   * @param value seconds since the epoch
   * @param now seconds since the epoch
   */
  record NotYetValid(String claim, long value, long now) implements Rejection {
    @Override
    public String logReason() {
      return claim + " " + value + "; it is " + now;
    }
  }

  /**
   * Issued longer ago than allowed (MicroProfile JWT 2.1, {@code mp.jwt.verify.token.age}).
   *
   * @param iat seconds since the epoch
   * @param now seconds since the epoch
   * @param maxAge what is allowed
   */
  record TooOld(long iat, long now, Duration maxAge) implements Rejection {
    @Override
    public String logReason() {
      return "iat " + iat + "; it is " + now + ", expected at most " + maxAge + " later";
    }
  }

  /**
   * A claim that must be there is not.
   *
   * @param claim its name
   */
  record MissingClaim(String claim) implements Rejection {
    @Override
    public String logReason() {
      return "no claim " + claim;
    }
  }

  /**
   * A claim that is not what it must be.
   *
   * @param claim its name
   * @param expected what it should have been
   */
  record ClaimMismatch(String claim, String expected) implements Rejection {
    @Override
    public String logReason() {
      return "claim " + claim + "; expected " + expected;
    }
  }

  /**
   * An issuer that is not trusted here (RFC 8725 §3.8).
   *
   * @param issuer as sent
   * @param expected the one that is
   */
  record UntrustedIssuer(String issuer, String expected) implements Rejection {
    @Override
    public String logReason() {
      return "iss " + issuer + "; expected " + expected;
    }
  }

  /**
   * An encrypted token that does not open; deliberately without a detail (RFC 7516 §11.5).
   *
   * @param keyId {@code kid} as sent, if any
   */
  record Undecryptable(Optional<String> keyId) implements Rejection {
    @Override
    public String logReason() {
      return "cannot be decrypted; kid " + keyId.orElse("(none)");
    }
  }

  /**
   * A token that is bound to somebody, presented by whoever does not prove to be that ({@code cnf},
   * RFC 7800 §3.1); or one that is bound to nobody where it must be.
   *
   * @param detail what it is bound to, and what the request lacks
   */
  record UnprovenBinding(String detail) implements Rejection {
    @Override
    public String logReason() {
      return detail;
    }
  }

  /**
   * A proof of possession that is none of this request (RFC 9449 §4.3).
   *
   * @param detail what is wrong with it
   */
  record InvalidProof(String detail) implements Rejection {
    @Override
    public BearerError error() {
      return BearerError.INVALID_DPOP_PROOF;
    }

    @Override
    public String logReason() {
      return "DPoP proof: " + detail;
    }
  }

  /** A proof of possession that has been used before (RFC 9449 §11.1): somebody listens. */
  record ReplayedProof() implements Rejection {
    @Override
    public BearerError error() {
      return BearerError.INVALID_DPOP_PROOF;
    }

    @Override
    public String logReason() {
      return "a DPoP proof that has been used before";
    }
  }

  /**
   * A proof of possession without a nonce of ours, or with a stale one (RFC 9449 §9).
   *
   * @param nonce the one to use
   */
  record NonceNeeded(String nonce) implements Rejection {
    @Override
    public BearerError error() {
      return BearerError.USE_DPOP_NONCE;
    }

    @Override
    public String logReason() {
      return "a DPoP proof without a fresh nonce";
    }
  }

  /**
   * A proven caller without a role that is needed.
   *
   * @param needed any of these would have done
   */
  record InsufficientScope(Set<String> needed) implements Rejection {
    @Override
    public BearerError error() {
      return BearerError.INSUFFICIENT_SCOPE;
    }

    @Override
    public String logReason() {
      return "the caller has none of the roles " + new TreeSet<>(needed);
    }
  }

  /**
   * A request with the caller's cookie that another site's page may have made.
   *
   * @param found what the browser says of the page
   * @param own the origin that the request is for, as the container has it
   */
  record CrossSite(String found, String own) implements Rejection {
    @Override
    public BearerError error() {
      return BearerError.CROSS_SITE;
    }

    @Override
    public String logReason() {
      return found
          + "; expected Sec-Fetch-Site same-origin or none, or Origin "
          + own
          + ", or one of vouchgate.csrf.origins";
    }
  }

  /**
   * No keys to judge by, or roles that cannot be asked for: the identity provider's fault or ours,
   * never the client's.
   *
   * @param detail which source, since when, the last error
   * @param retryAfter what the client is told
   */
  record Unavailable(String detail, Duration retryAfter) implements Rejection {
    @Override
    public BearerError error() {
      return BearerError.UNAVAILABLE;
    }

    @Override
    public String logReason() {
      return detail;
    }
  }
}
