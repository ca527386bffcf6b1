package dev.vouchgate.it.glassfish;

import dev.vouchgate.it.server.ServerHome;
import java.nio.file.Path;
import java.util.List;

/** What the servers of the family differ in: where they are, and what their start command runs. */
public enum Distribution {
  GLASSFISH("GlassFish", "GlassFishMain", "lib/bootstrap/glassfish.jar") {
    @Override
    int javaVersion() {
      return 25;
    }

    @Override
    List<String> jvmOptions() {
      return List.of(
          "--module-path=" + root().resolve("lib/bootstrap"),
          "--add-modules=ALL-MODULE-PATH",
          // Its start command names the main class to Java itself, for which this is not needed.
          "--add-exports=org.glassfish.main.bootstrap/" + BOOTSTRAP + "=ALL-UNNAMED");
    }
  },
  PAYARA("Payara Server", "ASMain", "modules/glassfish.jar") {
    @Override
    int javaVersion() {
      return Runtime.version().feature();
    }

    @Override
    List<String> jvmOptions() {
      return List.of(
          "-Dhazelcast.socket.server.bind.any=false", "-Dhazelcast.phone.home.enabled=false");
    }
  };

  private static final String BOOTSTRAP = "com.sun.enterprise.glassfish.bootstrap";

  private final String title;
  private final String main;
  private final String classPath;

  Distribution(String title, String main, String classPath) {
    this.title = title;
    this.main = main;
    this.classPath = classPath;
  }

  /** The major version of the Java that it is to run on. */
  abstract int javaVersion();

  /** Options of its JVM besides those of its domain. */
  abstract List<String> jvmOptions();

  String title() {
    return title;
  }

  /** The folder that has the domains and the modules in it. */
  Path root() {
    return ServerHome.unpacked().resolve("glassfish").toAbsolutePath();
  }

  Path classPath() {
    return root().resolve(classPath);
  }

  String main() {
    return BOOTSTRAP + "." + main;
  }
}
