package dev.vouchgate.it.bench.page;

import dev.vouchgate.it.bench.load.LoadMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the page and its plots. */
public final class PageMain {

  private PageMain() {}

  /**
   * Takes the folder with what JMH and the load test wrote, a file for each Java, and the page to
   * write.
   */
  public static void main(String... arguments) throws IOException {
    Map<String, Run> runs = new TreeMap<>();
    Map<String, LoadRun> loads = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      for (Path file : files.filter(any -> any.toString().endsWith(".json")).toList()) {
        String name = file.getFileName().toString().replace(".json", "");
        if (name.startsWith(LoadMain.PREFIX)) {
          loads.put(name, LoadRun.read(file));
        } else {
          runs.put(name, Run.read(file));
        }
      }
    }
    PerformancePage page = new PerformancePage(runs, List.copyOf(loads.values()));
    Path file = Path.of(arguments[1]);
    Files.writeString(file, page.markdown());
    Path folder = Files.createDirectories(file.resolveSibling(PerformancePage.FOLDER));
    for (Map.Entry<String, String> plot : page.plots().entrySet()) {
      Files.writeString(folder.resolve(plot.getKey()), plot.getValue());
    }
  }
}
