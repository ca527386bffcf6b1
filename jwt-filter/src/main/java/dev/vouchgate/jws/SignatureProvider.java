package dev.vouchgate.jws;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who does the arithmetic of signatures: one provider (JCA) for the algorithms in which it has
 * proven itself, or the platform for all.
 *
 * <p>Used by many threads. The provider is used for this alone and never registered, so that
 * nothing else in the JVM comes to use it.
 */
public final class SignatureProvider {
  /** Whichever of its providers the platform has for an algorithm. */
  public static final SignatureProvider PLATFORM =
      new SignatureProvider(null, Set.of(), Set.of(), null);

  /** Ed448 is left to the platform: no provider that is worth choosing has it. */
  private static final Set<JwsAlgorithm> ASKED =
      Stream.of(JwsAlgorithm.values())
          .filter(algorithm -> algorithm.keyType() != KeyType.OCT)
          .filter(algorithm -> algorithm != JwsAlgorithm.ED448)
          .collect(Collectors.toUnmodifiableSet());

  private final @Nullable Provider provider;
  private final Set<JwsAlgorithm> algorithms;

  /** Names of the keys that it makes its own of. */
  private final Set<String> translated;

  /**
   * Its own keys by the platform's, for as long as those are in use; null to make none. A provider
   * would otherwise translate a foreign key at every verification.
   */
  private final @Nullable LoadingCache<PublicKey, Optional<PublicKey>> own;

  /**
   * What a self-test has shown.
   *
   * @param provider the provider, for those algorithms in which it is right; for others it is not
   *     asked
   * @param problems why it is not used for algorithms that it says it has
   */
  public record SelfTest(SignatureProvider provider, Map<JwsAlgorithm, String> problems) {
    /** Copies the map. */
    public SelfTest {
      problems = Map.copyOf(problems);
    }
  }

  private SignatureProvider(
      @Nullable Provider provider,
      Set<JwsAlgorithm> algorithms,
      Set<String> translated,
      @Nullable LoadingCache<PublicKey, Optional<PublicKey>> own) {
    this.provider = provider;
    this.algorithms = algorithms;
    this.translated = translated;
    this.own = own;
  }

  /**
   * Asks a provider, for each algorithm that it says it has, whether signatures hold of which that
   * is known.
   *
   * @param provider any, registered or not
   * @return what it is good for
   */
  public static SelfTest selfTest(Provider provider) {
    Set<String> translated =
        Stream.of("RSA", "EC", "EdDSA")
            .filter(name -> provider.getService("KeyFactory", name) != null)
            .collect(Collectors.toUnmodifiableSet());
    LoadingCache<PublicKey, Optional<PublicKey>> own =
        Caffeine.newBuilder()
            .weakKeys()
            .executor(Runnable::run)
            .build(key -> translation(key, provider));
    SignatureProvider asked = new SignatureProvider(provider, ASKED, translated, own);
    Set<JwsAlgorithm> right = EnumSet.noneOf(JwsAlgorithm.class);
    Map<JwsAlgorithm, String> problems = new EnumMap<>(JwsAlgorithm.class);
    for (JwsAlgorithm algorithm : ASKED) {
      if (provider.getService("Signature", algorithm.jcaName()) != null) {
        Optional<String> problem = KnownAnswers.problem(asked, algorithm);
        problem.ifPresentOrElse(what -> problems.put(algorithm, what), () -> right.add(algorithm));
      }
    }
    return new SelfTest(new SignatureProvider(provider, right, translated, own), problems);
  }

  /** The algorithms that it is used for; for others the platform is. */
  public Set<JwsAlgorithm> algorithms() {
    return Set.copyOf(algorithms);
  }

  /** The same for keys that come with what they have signed: none of its own is kept of them. */
  public SignatureProvider forPassingKeys() {
    return new SignatureProvider(provider, algorithms, translated, null);
  }

  boolean has(JwsAlgorithm algorithm) {
    return algorithms.contains(algorithm);
  }

  /**
   * Its verdict on a signature whose form is right.
   *
   * @throws GeneralSecurityException if it has none
   */
  boolean holds(JwsAlgorithm algorithm, PublicKey key, byte[] signed, int length, byte[] signature)
      throws GeneralSecurityException {
    // A new one each time: keeping one per thread gains nothing measurable, and the JDK's Ed25519
    // stays broken after verify has thrown, so that the next caller's good token would fail.
    Signature verification =
        provider == null
            ? Signature.getInstance(algorithm.jcaName())
            : Signature.getInstance(algorithm.jcaName(), provider);
    verification.initVerify(own(key));
    AlgorithmParameterSpec parameters = algorithm.parameters();
    if (parameters != null) {
      verification.setParameter(parameters);
    }
    verification.update(signed, 0, length);
    return verification.verify(signature);
  }

  private PublicKey own(PublicKey key) throws InvalidKeyException {
    if (own == null || !translated.contains(key.getAlgorithm())) {
      return key;
    }
    return own.get(key)
        .orElseThrow(() -> new InvalidKeyException("a key that the provider cannot read"));
  }

  private static Optional<PublicKey> translation(PublicKey key, Provider provider) {
    try {
      // Not by translateKey: what that makes, a provider may destroy after its first use.
      return Optional.of(
          KeyFactory.getInstance(key.getAlgorithm(), provider)
              .generatePublic(new X509EncodedKeySpec(key.getEncoded())));
    } catch (GeneralSecurityException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
