package dev.vouchgate.config;

import dev.vouchgate.config.setting.TokenSetting;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.SignatureProvider;
import dev.vouchgate.jws.SignatureProvider.SelfTest;
import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.SignatureProviderChosen;
import java.lang.reflect.InvocationTargetException;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads who checks signatures, and finds out whether they can. */
final class SignatureProviderReader {
  private static final String AUTO = "auto";
  private static final String JDK = "jdk";

  private final SettingsReader reader;
  private final ClassLoader loader;
  private final GateListener listener;

  SignatureProviderReader(SettingsReader reader, ClassLoader loader, GateListener listener) {
    this.reader = reader;
    this.loader = loader;
    this.listener = listener;
  }

  SignatureProvider read() {
    String name = reader.text(TokenSetting.CRYPTO_PROVIDER).orElse(AUTO);
    if (name.equals(JDK)) {
      return SignatureProvider.PLATFORM;
    }
    boolean named = !name.equals(AUTO);
    try {
      Optional<Provider> found = find(named ? name : CorrettoProvider.NAME);
      if (found.isPresent()) {
        return tested(found.get(), named);
      }
      if (named) {
        reader.wrong(
            TokenSetting.CRYPTO_PROVIDER,
            "auto, jdk, a provider that this JVM has registered, or "
                + CorrettoProvider.NAME
                + " with its jar for this operating system on the class path");
      }
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      unusable(CorrettoProvider.NAME, named, reason(e));
    }
    return SignatureProvider.PLATFORM;
  }

  private SignatureProvider tested(Provider provider, boolean named) {
    SelfTest test = SignatureProvider.selfTest(provider);
    String problems =
        test.problems().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(problem -> problem.getKey() + ": " + problem.getValue())
            .collect(Collectors.joining("; "));
    String title = provider.getName() + " " + provider.getVersionStr();
    if (test.provider().algorithms().isEmpty()) {
      unusable(title, named, problems.isEmpty() ? "it has no signature algorithm" : problems);
      return SignatureProvider.PLATFORM;
    }
    listener.signatureProviderChosen(
        new SignatureProviderChosen(
            title,
            test.provider().algorithms().stream().sorted().map(JwsAlgorithm::toString).toList(),
            problems));
    return test.provider();
  }

  private void unusable(String provider, boolean named, String reason) {
    if (named) {
      reader.problem(
          TokenSetting.CRYPTO_PROVIDER,
          provider + " cannot be used: " + reason + "; expected one that can, auto or jdk");
    } else {
      listener.signatureProviderChosen(new SignatureProviderChosen(provider, List.of(), reason));
    }
  }

  private Optional<Provider> find(String name) throws ReflectiveOperationException {
    Provider registered = Security.getProvider(name);
    return registered == null && name.equals(CorrettoProvider.NAME)
        ? CorrettoProvider.load(loader)
        : Optional.ofNullable(registered);
  }

  private static String reason(Throwable problem) {
    Throwable cause =
        problem instanceof InvocationTargetException && problem.getCause() != null
            ? problem.getCause()
            : problem;
    return cause.getCause() == null ? cause.toString() : cause + ": " + cause.getCause();
  }
}
