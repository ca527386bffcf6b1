package dev.vouchgate.it.browser;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A browser without a window, which knows no other hosts than this machine. It and the driver
 * between it and this JVM are gone after {@link #close()}, and when this JVM is killed.
 */
final class Chromium implements AutoCloseable {
  private static final int STOP_SECONDS = 20;
  private static final List<String> ARGUMENTS =
      List.of(
          // root may run it only so; it opens no pages but the tests'
          "--no-sandbox",
          "--disable-dev-shm-usage",
          "--disable-gpu",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost"
              + " , EXCLUDE *.localhost");

  private final Playwright playwright;
  private final Browser browser;
  private final List<ProcessHandle> drivers;

  private Chromium(Path executable) {
    List<ProcessHandle> others = ProcessHandle.current().children().toList();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        // where it would leave folders
                        "HOME",
                        System.getProperty("chromium.home"))));
    drivers = ProcessHandle.current().children().filter(child -> !others.contains(child)).toList();
    try {
      browser =
          playwright
              .chromium()
              .launch(
                  new LaunchOptions()
                      .setExecutablePath(executable)
                      .setHeadless(true)
                      .setArgs(ARGUMENTS));
    } catch (RuntimeException e) {
      playwright.close();
      throw e;
    }
  }

  /**
   * Starts the one that the system property {@code chromium} names.
   *
   * @throws IllegalStateException if it is not installed
   */
  static Chromium start() {
    Path executable = Path.of(System.getProperty("chromium"));
    if (!Files.isExecutable(executable)) {
      throw new IllegalStateException(
          "There is no browser at "
              + executable
              + ". Install Debian's (apt-get install --no-install-recommends chromium), or say by"
              + " -Dchromium=/path/to/it where another Chromium or Chrome is.");
    }
    return new Chromium(executable);
  }

  /** Somebody's own: no cookies yet. */
  BrowserContext newProfile() {
    return browser.newContext();
  }

  /** The same for somebody who lets no script run. */
  BrowserContext newProfileWithoutScripts() {
    return browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
  }

  @Override
  public void close() {
    List<ProcessHandle> family =
        drivers.stream()
            .flatMap(driver -> Stream.concat(Stream.of(driver), driver.descendants()))
            .toList();
    playwright.close();
    for (ProcessHandle process : family) {
      try {
        process.onExit().get(STOP_SECONDS, SECONDS);
      } catch (TimeoutException | ExecutionException e) {
        family.forEach(ProcessHandle::destroyForcibly);
        throw new IllegalStateException("The browser left a process behind: " + process, e);
      } catch (InterruptedException e) {
        family.forEach(ProcessHandle::destroyForcibly);
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
