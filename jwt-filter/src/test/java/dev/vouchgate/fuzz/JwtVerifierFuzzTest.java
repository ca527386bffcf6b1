package dev.vouchgate.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.SignatureProvider;
import dev.vouchgate.keys.FixedKeys;
import dev.vouchgate.keys.JwkParser;
import dev.vouchgate.keys.JwkSet;
import dev.vouchgate.keys.KeyFormatException;
import dev.vouchgate.keys.KeyOrigin;
import dev.vouchgate.keys.KeyPolicy;
import dev.vouchgate.keys.VerificationKey;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.ClaimPathRoles;
import dev.vouchgate.verify.ClaimRules;
import dev.vouchgate.verify.JwtVerifier;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.TrustedIssuer;
import dev.vouchgate.verify.TrustedIssuers;
import dev.vouchgate.verify.VerificationPolicy;
import dev.vouchgate.verify.VerifiedJwt;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two lines, a header and a payload, are signed with the secret; all else is as sent. */
class JwtVerifierFuzzTest implements Property {
  private static final int MAX_LENGTH = 8_000;
  private static final Set<String> VALID = new Corpus(JwtVerifierFuzzTest.class).valid();

  private final JwtVerifier verifier = verifier();

  @DictionaryEntries({
    "\"alg\":\"RS256\"",
    "\"alg\":\"HS256\"",
    "\"alg\":\"none\"",
    "\"typ\":\"JWT\""
  })
  @DictionaryEntries({
    "\"kid\":\"secret\"",
    "\"kid\":\"rsa\"",
    "\"crit\":[\"exp\"]",
    "\"jwk\":{",
    "\"cty\":\"JWT\""
  })
  @DictionaryEntries({"\"iss\":", "\"aud\":[", "\"exp\":", "\"nbf\":", "\"iat\":", "\"upn\":\""})
  @DictionaryEntries({
    "https://issuer.example.com",
    "\"shop\"",
    "1772366400",
    "null",
    "\"groups\":["
  })
  @FuzzTest
  void acceptsWhatIsProvenAndFitAndNothingElse(byte[] input) throws Exception {
    takes(input);
  }

  @Override
  public boolean takes(byte[] input) throws GeneralSecurityException {
    List<String> lines = TokenText.lines(input);
    String compact = lines.size() == 2 ? signed(lines) : TokenText.compact(input);
    Optional<VerifiedJwt> verified = verified(compact);

    if (lines.size() == 2) {
      Optional<Map<String, @Nullable Object>> header =
          ReferenceToken.header(lines.get(0).getBytes(ISO_8859_1));
      Optional<Map<String, @Nullable Object>> claims = members(lines.get(1));
      boolean fit =
          compact.length() <= MAX_LENGTH
              && header.isPresent()
              && claims.isPresent()
              && ReferenceVerdict.accepts(header.get(), claims.get());
      Assure.that(verified.isPresent() == fit, "accepts what the reference accepts");
      Assure.that(!fit || verified.get().claims().asMap().equals(claims.get()), "reads the claims");
    } else {
      Assure.that(verified.isEmpty() || VALID.contains(compact), "accepts nothing forged");
    }
    Assure.that(verified.isEmpty() || verified.get().compact().equals(compact), "keeps the token");
    return verified.isPresent();
  }

  private Optional<VerifiedJwt> verified(String compact) {
    try {
      return Optional.of(verifier.verify(compact));
    } catch (RejectedException e) {
      Assure.that(e.getStackTrace().length == 0, "costs no stack walk");
      Assure.that(e.rejection().error().status() == 401, "is the client's fault");
      Assure.that(e.getMessage().chars().allMatch(c -> c >= ' ' && c < 127), "can be logged");
      return Optional.empty();
    }
  }

  private static Optional<Map<String, @Nullable Object>> members(String line) {
    return ReferenceJson.object(line.getBytes(ISO_8859_1));
  }

  private static String signed(List<String> lines) throws GeneralSecurityException {
    String input = TokenText.joined(lines);
    return input + "." + TokenText.encoded(KnownKeys.hmac(input.getBytes(US_ASCII)));
  }

  private static JwtVerifier verifier() {
    VerificationPolicy policy =
        new VerificationPolicy(
            EnumSet.of(
                JwsAlgorithm.RS256,
                JwsAlgorithm.PS256,
                JwsAlgorithm.ES256,
                JwsAlgorithm.EDDSA,
                JwsAlgorithm.HS256),
            Set.of("JWT"),
            List.of(
                ClaimRules.issuer(Tokens.ISSUER),
                ClaimRules.audience(Set.of(Tokens.AUDIENCE)),
                ClaimRules.lifetime(Duration.ZERO, Duration.ofSeconds(10)),
                ClaimRules.strings("sub", "jti")));
    TrustedIssuer issuer =
        new TrustedIssuer(
            policy,
            new FixedKeys(keys()),
            new ClaimPathRoles(List.of("groups", "realm_access/roles", "scope"), "", Map.of()));
    return new JwtVerifier(
        TrustedIssuers.of(Tokens.ISSUER, issuer),
        MAX_LENGTH,
        Optional.empty(),
        SignatureProvider.PLATFORM,
        new MutableClock());
  }

  /** Nobody has the private halves of those that are published. */
  private static JwkSet keys() {
    try (InputStream jwks = JwtVerifierFuzzTest.class.getResourceAsStream("keys.json")) {
      JwkParser parser = new JwkParser(new KeyPolicy(false), KeyOrigin.PUBLISHED);
      List<VerificationKey> keys = new ArrayList<>(parser.parse(jwks.readAllBytes()).set().keys());
      keys.add(VerificationKey.of(Optional.of("secret"), KnownKeys.SECRET, Optional.empty()));
      return new JwkSet(keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (KeyFormatException e) {
      throw new IllegalStateException(e);
    }
  }
}
