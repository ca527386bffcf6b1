package dev.vouchgate.it.server;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * The child's side of a {@link ServerProcess}: the server's own main class, and an end when
 * standard input ends, which the death of the parent brings too.
 */
final class ChildMain {

  private ChildMain() {}

  /** Takes the server's main class and its arguments. */
  public static void main(String... arguments) throws Exception {
    Thread watch = new Thread(ChildMain::endWithParent, "end-with-parent");
    watch.setDaemon(true);
    watch.start();
    Method server = Class.forName(arguments[0]).getMethod("main", String[].class);
    server.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  private static void endWithParent() {
    try (InputStream parent = new FileInputStream(FileDescriptor.in)) {
      parent.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      System.exit(0);
    }
  }
}
