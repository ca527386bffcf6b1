package dev.vouchgate.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.vouchgate.config.Gate;
import dev.vouchgate.config.Settings;
import dev.vouchgate.config.SettingsSource;
import dev.vouchgate.observe.GateListener;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.KeyTexts;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.interfaces.XECPublicKey;
import java.text.ParseException;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * The gate as its settings build it, and two libraries set up the same way by somebody careful: the
 * algorithm, the issuer, the audience, a required expiry, the key only for its {@code kid}.
 */
final class Peers implements AutoCloseable {
  private final Gate gate;
  private final Gate nativeGate;
  private final Optional<DefaultJWTProcessor<SecurityContext>> nimbus;
  private final JwtConsumer jose4j;

  private Peers(
      Map<String, String> settings,
      Optional<DefaultJWTProcessor<SecurityContext>> nimbus,
      JwtConsumer jose4j) {
    this.gate = gate(settings, "jdk");
    this.nativeGate = gate(settings, "auto");
    this.nimbus = nimbus;
    this.jose4j = jose4j;
  }

  /** For tokens of {@code Tokens.valid(alg)}. */
  static Peers signed(String alg) {
    return new Peers(
        settings(alg),
        // It does EdDSA through a library of Google's, which is not here.
        Optional.of(processor(alg)).filter(processor -> !alg.equals("EdDSA")),
        consumer(alg).build());
  }

  /** For tokens of {@code Tokens.valid()}, encrypted to that key. */
  static Peers encrypted(String alg, TestKey recipient, Path folder) throws IOException {
    Path file = folder.resolve(recipient.kid() + alg + ".json");
    Files.writeString(file, Jwks.set(List.of(Jwks.privateOf(recipient))));
    Map<String, String> settings = settings("RS256");
    settings.put("mp.jwt.decrypt.key.location", file.toString());
    settings.put("vouchgate.decrypt.algorithms", alg);

    DefaultJWTProcessor<SecurityContext> processor = processor("RS256");
    processor.setJWEKeySelector(
        (header, context) ->
            header.getAlgorithm().getName().equals(alg) && names(header.getKeyID(), recipient)
                ? List.of(recipient.privateKey())
                : List.of());
    JwtConsumer consumer =
        consumer("RS256")
            .setEnableRequireEncryption()
            .setJweAlgorithmConstraints(ConstraintType.PERMIT, alg)
            .setJweContentEncryptionAlgorithmConstraints(
                ConstraintType.PERMIT, "A128GCM", "A256GCM")
            .setDecryptionKeyResolver(
                (token, nesting) -> {
                  if (names(token.getKeyIdHeaderValue(), recipient)) {
                    return recipient.privateKey();
                  }
                  throw new UnresolvableKeyException("another kid");
                })
            .build();
    return new Peers(
        settings,
        Optional.of(processor).filter(any -> !(recipient.publicKey() instanceof XECPublicKey)),
        consumer);
  }

  /** Why the gate refuses a token, with and without a native provider; empty if it does not. */
  Optional<Rejection> refusal(String compact) {
    Optional<Rejection> refusal = refusal(gate, compact);
    assertThat(refusal(nativeGate, compact)).as("natively, of %s", compact).isEqualTo(refusal);
    return refusal;
  }

  private static Optional<Rejection> refusal(Gate gate, String compact) {
    try {
      gate.verify(compact);
      return Optional.empty();
    } catch (RejectedException e) {
      return Optional.of(e.rejection());
    }
  }

  /** The others that can judge such tokens, and whether they accept this one. */
  Map<String, Boolean> verdicts(String compact) {
    Map<String, Boolean> verdicts = new LinkedHashMap<>();
    verdicts.put("jose4j", jose4jAccepts(compact));
    nimbus.ifPresent(processor -> verdicts.put("Nimbus", accepts(processor, compact)));
    return verdicts;
  }

  @Override
  public void close() {
    gate.close();
    nativeGate.close();
  }

  private static boolean accepts(DefaultJWTProcessor<SecurityContext> processor, String compact) {
    try {
      processor.process(compact, null);
      return true;
    } catch (ParseException | BadJOSEException | JOSEException e) {
      return false;
    } catch (RuntimeException e) {
      // A refusal that it did not mean to give.
      return false;
    }
  }

  private boolean jose4jAccepts(String compact) {
    try {
      jose4j.processToClaims(compact);
      return true;
    } catch (InvalidJwtException e) {
      return false;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static Gate gate(Map<String, String> settings, String provider) {
    Map<String, String> whole = new LinkedHashMap<>(settings);
    whole.put("vouchgate.crypto.provider", provider);
    GateListener silent = new GateListener() {};
    return Gate.from(
        Settings.read(SettingsSource.of(whole), Peers.class.getClassLoader(), silent),
        new MutableClock());
  }

  private static Map<String, String> settings(String alg) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("mp.jwt.verify.issuer", Tokens.ISSUER);
    settings.put("mp.jwt.verify.audiences", Tokens.AUDIENCE);
    settings.put("vouchgate.clock.ahead", "0");
    settings.put("vouchgate.algorithms", alg);
    TestKey key = TestKeys.of(alg);
    if (key.verification() instanceof SecretKey secret) {
      settings.put("vouchgate.secret", Tokens.base64Url(secret.getEncoded()));
    } else {
      settings.put("mp.jwt.verify.publickey", KeyTexts.jwks(key));
    }
    return settings;
  }

  private static DefaultJWTProcessor<SecurityContext> processor(String alg) {
    TestKey key = TestKeys.of(alg);
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(types());
    processor.setJWSKeySelector(
        (header, context) ->
            header.getAlgorithm().getName().equals(alg) && names(header.getKeyID(), key)
                ? List.of(key.verification())
                : List.of());
    DefaultJWTClaimsVerifier<SecurityContext> claims =
        new DefaultJWTClaimsVerifier<>(
            Tokens.AUDIENCE,
            new JWTClaimsSet.Builder().issuer(Tokens.ISSUER).build(),
            Set.of("exp")) {
          @Override
          protected Date currentTime() {
            return Date.from(Tokens.NOW);
          }
        };
    claims.setMaxClockSkew(0);
    processor.setJWTClaimsSetVerifier(claims);
    return processor;
  }

  private static DefaultJOSEObjectTypeVerifier<SecurityContext> types() {
    return new DefaultJOSEObjectTypeVerifier<>(
        JOSEObjectType.JWT,
        new JOSEObjectType("at+jwt"),
        new JOSEObjectType("application/at+jwt"),
        null);
  }

  private static JwtConsumerBuilder consumer(String alg) {
    TestKey key = TestKeys.of(alg);
    return new JwtConsumerBuilder()
        .setEvaluationTime(NumericDate.fromSeconds(Tokens.NOW.getEpochSecond()))
        .setRequireExpirationTime()
        .setExpectedIssuer(Tokens.ISSUER)
        .setExpectedAudience(Tokens.AUDIENCE)
        .setJwsAlgorithmConstraints(ConstraintType.PERMIT, alg)
        .setVerificationKeyResolver(
            (token, nesting) -> {
              if (names(token.getKeyIdHeaderValue(), key)) {
                return key.verification();
              }
              throw new UnresolvableKeyException("another kid");
            });
  }

  /** The gate's one secret has no name, and serves every kid. */
  private static boolean names(@Nullable String kid, TestKey key) {
    Key held = key.verification();
    return kid == null || held instanceof SecretKey || kid.equals(key.kid());
  }
}
