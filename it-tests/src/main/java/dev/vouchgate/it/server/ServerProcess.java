package dev.vouchgate.it.server;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A server's JVM and the folder that is its own.
 *
 * <p>It ends with {@link #close()}, with this JVM, and when this JVM is killed: the child leaves
 * when the pipe to it breaks.
 */
public final class ServerProcess implements AutoCloseable {

  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final Process process;
  private final Path folder;
  private final Redirect log;
  private final Object ending = new Object();

  private ServerProcess(Process process, Path folder, Redirect log) {
    this.process = process;
    this.folder = folder;
    this.log = log;
  }

  /**
   * Starts a JVM of the same Java as this one.
   *
   * @param folder deleted at the end
   * @param options of the JVM
   * @param classPath where the server's main class is
   * @param main the server's main class and its arguments
   * @param log where all output goes
   */
  public static ServerProcess start(
      Path folder, List<String> options, Path classPath, List<String> main, Redirect log) {
    return start(JavaHome.current(), folder, options, classPath, main, log);
  }

  /** Starts a JVM of any Java; the other parameters are those of the other method. */
  public static ServerProcess start(
      JavaHome java,
      Path folder,
      List<String> options,
      Path classPath,
      List<String> main,
      Redirect log) {
    return start(java, folder, Map.of(), options, classPath, main, log);
  }

  /** Starts a JVM that finds some variables in its environment, besides those of this one. */
  public static ServerProcess start(
      JavaHome java,
      Path folder,
      Map<String, String> environment,
      List<String> options,
      Path classPath,
      List<String> main,
      Redirect log) {
    List<String> line = new ArrayList<>();
    line.add(java.command().toString());
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx768m"));
    // Java 25 keeps the types of the records that it compared last, and their class loader, softly.
    line.add("-XX:SoftRefLRUPolicyMSPerMB=0");
    line.addAll(List.of("-Djava.io.tmpdir=" + folder, "-Djava.net.preferIPv4Stack=true"));
    line.addAll(options);
    line.add("-classpath");
    line.add(ownClasses() + System.getProperty("path.separator") + classPath);
    line.add(ChildMain.class.getName());
    line.addAll(main);
    try {
      ProcessBuilder child = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log);
      child.environment().putAll(environment);
      return owning(child.start(), folder, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Takes over a process that has just been started, and ends when its standard input does.
   *
   * @param folder deleted at the end
   * @param log where its output goes
   */
  public static ServerProcess owning(Process process, Path folder, Redirect log) {
    ServerProcess owned = new ServerProcess(process, folder, log);
    Runtime.getRuntime().addShutdownHook(new Thread(owned::close, "end-" + folder));
    return owned;
  }

  /** The process itself. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Writes down what its threads are doing, and says where. */
  public String dumpThreads() {
    return ThreadDump.of(handle(), log);
  }

  /** Ends the process, by force if it must be; calling it again does nothing. */
  @Override
  public void close() {
    synchronized (ending) {
      try {
        process.getOutputStream().close();
        if (!process.waitFor(STOP_LIMIT.toSeconds(), SECONDS)) {
          process.destroyForcibly().waitFor();
        }
        TemporaryFolder.delete(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Path ownClasses() {
    try {
      return Path.of(ChildMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The location of these classes is no path.", e);
    }
  }
}
