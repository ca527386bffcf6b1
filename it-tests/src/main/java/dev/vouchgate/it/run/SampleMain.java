package dev.vouchgate.it.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vouchgate.it.payara.PayaraMicro;
import dev.vouchgate.it.server.ServerOptions;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;

/**
 * Serves the sample until Ctrl-C. Arguments: the port, the archive, the file for the server's log,
 * and {@code one}, or {@code two} if it is to be served a second time, at the next port, as a
 * service that the first calls.
 *
 * <p>The demo issuer is switched on here and nowhere else, and by system properties alone, so that
 * an archive never carries the switch.
 */
public final class SampleMain {

  private SampleMain() {}

  /** Ends this JVM with 1 if the server does not start, or ends before it is told to. */
  public static void main(String... arguments) {
    PrintStream terminal = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    int port = Integer.parseInt(arguments[0]);
    Path archive = Path.of(arguments[1]);
    Path log = Path.of(arguments[2]);
    boolean two = arguments[3].equals("two");
    try {
      serve(port, archive, log, terminal, two);
    } catch (IllegalStateException e) {
      terminal.println();
      terminal.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void serve(int port, Path archive, Path log, PrintStream terminal, boolean two) {
    LoopbackPort.requireFree(port);
    terminal.println("Payara Micro is starting. Log: " + log);
    ServerOptions options = options(port, log);
    try (PayaraMicro server = PayaraMicro.start(two ? TwoServices.calling(options) : options)) {
      server.deploy("sample-war", "/", archive);
      URI base = server.baseUri();
      new DemoCaller(base).awaitProven();
      terminal.println(Invitation.to(base));
      if (two) {
        serveInventory(base, archive, log, terminal);
      }
      server.handle().onExit().join();
      throw new IllegalStateException("The server has ended.");
    }
  }

  /** It ends with this JVM. */
  private static void serveInventory(URI orders, Path archive, Path log, PrintStream terminal) {
    LoopbackPort.requireFree(TwoServices.inventoryPort(orders));
    Path own = log.resolveSibling("inventory-" + log.getFileName());
    terminal.println("A second one is starting. Log: " + own);
    PayaraMicro inventory = PayaraMicro.start(TwoServices.called(orders, own));
    inventory.deploy("sample-war", "/", archive);
    terminal.println(TwoServices.invitation(orders, inventory.baseUri()));
  }

  private static ServerOptions options(int port, Path log) {
    String issuer = "http://127.0.0.1:" + port + "/demo";
    return ServerOptions.loggingTo(log)
        .withHttpPort(port)
        .withSystemProperty("vouchgate.demo", "true")
        .withSystemProperty("mp.jwt.verify.issuer", issuer)
        .withSystemProperty("mp.jwt.verify.publickey.location", issuer + "/jwks");
  }
}
