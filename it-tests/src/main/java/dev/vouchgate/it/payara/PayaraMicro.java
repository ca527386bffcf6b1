package dev.vouchgate.it.payara;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.vouchgate.it.server.FreePort;
import dev.vouchgate.it.server.JavaHome;
import dev.vouchgate.it.server.Server;
import dev.vouchgate.it.server.ServerOptions;
import dev.vouchgate.it.server.ServerProcess;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * A running Payara Micro in a process of its own, bound to 127.0.0.1 alone.
 *
 * <p>It ends with {@link #close()}, with this JVM, and when this JVM is killed: the child reads its
 * commands from a pipe and leaves when the pipe breaks. Its temporary files go with it.
 */
public final class PayaraMicro implements Server {

  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration DEPLOY_LIMIT = Duration.ofMinutes(1);

  private final ServerProcess process;
  private final URI baseUri;
  private final BufferedWriter commands;
  private final BufferedReader replies;

  private PayaraMicro(Process process, Path folder, Redirect log, URI baseUri) {
    this.process = ServerProcess.owning(process, folder, log);
    this.baseUri = baseUri;
    this.commands = process.outputWriter(UTF_8);
    this.replies = process.inputReader(UTF_8);
  }

  /**
   * Starts a server on this JVM's Java and waits until it takes deployments.
   *
   * @throws IllegalStateException if it does not start; the reason is in its log
   */
  public static PayaraMicro start(ServerOptions options) {
    return start(JavaHome.current(), options);
  }

  /** Starts a server on any Java; else it is the same. */
  public static PayaraMicro start(JavaHome java, ServerOptions options) {
    try {
      int httpPort = options.httpPort() == 0 ? FreePort.any() : options.httpPort();
      Path folder = Files.createTempDirectory("payara-micro-");
      Process process =
          new ProcessBuilder(ServerCommandLine.of(java, options, httpPort, FreePort.any(), folder))
              .redirectError(options.log())
              .start();
      PayaraMicro server =
          new PayaraMicro(
              process, folder, options.log(), URI.create("http://127.0.0.1:" + httpPort + "/"));
      server.awaitStart();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public URI baseUri() {
    return baseUri;
  }

  @Override
  public ProcessHandle handle() {
    return process.handle();
  }

  @Override
  public void deploy(String name, String contextRoot, Path archive) {
    send(ServerMain.DEPLOY, name, contextRoot, archive.toAbsolutePath().toString());
  }

  @Override
  public void undeploy(String name) {
    send(ServerMain.UNDEPLOY, name);
  }

  @Override
  public void close() {
    process.close();
  }

  private void awaitStart() {
    try {
      expectOk("start", START_LIMIT);
    } catch (IllegalStateException e) {
      close();
      throw e;
    }
  }

  private synchronized void send(String... command) {
    try {
      commands.write(String.join("\t", command));
      commands.newLine();
      commands.flush();
    } catch (IOException e) {
      throw new IllegalStateException("Payara Micro has ended; see its log.", e);
    }
    expectOk(String.join(" ", command), DEPLOY_LIMIT);
  }

  private void expectOk(String command, Duration limit) {
    String reply;
    try {
      reply = CompletableFuture.supplyAsync(this::nextReply).get(limit.toSeconds(), SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      String threads = process.dumpThreads();
      close();
      throw new IllegalStateException(
          "Payara Micro gave no answer to: " + command + ". " + threads, e);
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while Payara Micro did: " + command, e);
    }
    if (!reply.equals(ServerMain.OK)) {
      throw new IllegalStateException(
          "Payara Micro answered «" + reply + "» to: " + command + ". See its log.");
    }
  }

  private String nextReply() {
    try {
      String reply = replies.readLine();
      return reply == null ? "end of stream" : reply;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
