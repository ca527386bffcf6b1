package dev.vouchgate.it.liberty;

import static java.util.Objects.requireNonNull;

import dev.vouchgate.it.Poll;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The applications of a server: a file of configuration each, which the server looks for. */
final class LibertyDeployments {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String STARTED = "CWWKZ0001I";
  private static final String STOPPED = "CWWKZ0009I";

  /** Failed, not started, two of that name, not found, invalid, late, no web module, no module. */
  private static final String REFUSED = "CWWKZ0(?:002E|012I|013E|014W|021E|022W|106E|124E)";

  private final Path configuration;
  private final Path archives;
  private final LibertyLog log;
  private final Map<String, Path> kept = new ConcurrentHashMap<>();

  /**
   * The applications of one server.
   *
   * @param configuration where it looks for configuration
   * @param archives where archives are kept while they are deployed
   * @param log what it says
   */
  LibertyDeployments(Path configuration, Path archives, LibertyLog log) {
    this.configuration = configuration;
    this.archives = archives;
    this.log = log;
  }

  void add(String name, String contextRoot, Path archive) {
    long before = log.end();
    configure(name, contextRoot, archive);
    String verdict = said(before, name, STARTED + "|" + REFUSED);
    if (!verdict.startsWith(STARTED)) {
      forget(name);
      throw new IllegalStateException("Open Liberty refused " + archive + ": " + verdict);
    }
  }

  void remove(String name) {
    if (!kept.containsKey(name)) {
      throw new IllegalStateException("Open Liberty has no application " + name);
    }
    long before = log.end();
    delete(file(name));
    said(before, name, STOPPED);
    forget(name);
  }

  private void configure(String name, String contextRoot, Path archive) {
    boolean enterprise = archive.toString().endsWith(".ear");
    // What the server makes of an archive depends on how its name ends.
    Path copy = archives.resolve(name + (enterprise ? ".ear" : ".war"));
    kept.put(name, copy);
    String xml =
        String.format(
            Locale.ROOT,
            "<server><%s id=\"%s\" name=\"%s\" location=\"%s\" contextRoot=\"%s\"/></server>",
            enterprise ? "enterpriseApplication" : "webApplication",
            name,
            name,
            copy,
            contextRoot);
    try {
      Files.copy(archive, copy, StandardCopyOption.REPLACE_EXISTING);
      Path written = Files.writeString(archives.resolve(name + ".xml"), xml);
      Files.move(written, file(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void forget(String name) {
    delete(file(name));
    delete(requireNonNull(kept.remove(name)));
  }

  private Path file(String name) {
    return configuration.resolve(name + ".xml");
  }

  /** The first message about an application, such as «CWWKZ0001I: Application shop started …». */
  private String said(long before, String name, String codes) {
    Pattern message =
        Pattern.compile(
            "(?:" + codes + "): [^\\n]*?\\b" + Pattern.quote(name) + "\\b[^\\n]*(?=\\n)");
    Poll.until(
        LIMIT,
        "Open Liberty says what became of " + name,
        () -> first(message, before).isPresent());
    return first(message, before).orElseThrow();
  }

  private Optional<String> first(Pattern message, long before) {
    Matcher found = message.matcher(log.after(before));
    return found.find() ? Optional.of(found.group()) : Optional.empty();
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
