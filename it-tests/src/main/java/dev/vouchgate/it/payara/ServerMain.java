package dev.vouchgate.it.payara;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vouchgate.it.server.TemporaryFolder;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * The child's side: Payara Micro, then one command a line on standard input and one reply a line on
 * standard output. The end of the input, which the death of the parent brings too, is the command
 * to end.
 */
final class ServerMain {

  static final String DEPLOY = "deploy";
  static final String UNDEPLOY = "undeploy";
  static final String OK = "ok";
  private static final String REFUSED = "refused";

  private ServerMain() {}

  /** Takes the options of Payara Micro's own command line. */
  public static void main(String... options) throws Exception {
    PrintStream replies = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    // The replies have standard output to themselves; what the server prints joins its log.
    System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8));
    PayaraMicroRuntime server = PayaraMicroLauncher.create(options).getRuntime();
    replies.println(OK);
    try (BufferedReader commands =
        new BufferedReader(new InputStreamReader(new FileInputStream(FileDescriptor.in), UTF_8))) {
      for (String line = commands.readLine(); line != null; line = commands.readLine()) {
        replies.println(obey(server, line.split("\t", -1)) ? OK : REFUSED);
      }
    }
    server.shutdown();
    TemporaryFolder.delete(Path.of(System.getProperty("java.io.tmpdir")));
    Runtime.getRuntime().halt(0);
  }

  private static boolean obey(PayaraMicroRuntime server, String[] command) {
    String application = command[1];
    return switch (command[0]) {
      case DEPLOY -> {
        server.deploy(application, command[2], new File(command[3]));
        yield isDeployed(server, application); // deploy() answers true to refused archives too
      }
      case UNDEPLOY -> {
        server.undeploy(application);
        yield !isDeployed(server, application);
      }
      default -> throw new IllegalArgumentException("No such command: " + command[0]);
    };
  }

  private static boolean isDeployed(PayaraMicroRuntime server, String application) {
    return server.getDeployedApplicationNames().contains(application);
  }
}
