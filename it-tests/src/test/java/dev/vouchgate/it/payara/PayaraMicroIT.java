package dev.vouchgate.it.payara;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.server.ServerOptions;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one Payara Micro must do to take the archives of the TCK one after another. */
class PayaraMicroIT {
  private static final String PAGE =
      "<%= org.eclipse.microprofile.config.ConfigProvider.getConfig()"
          + ".getOptionalValue(\"of.the.first\", String.class).orElse(\"none\") %>";

  @TempDir Path folder;

  @Test
  void leavesNoSettingOfOneArchiveToTheNext() throws Exception {
    ServerOptions options = ServerOptions.loggingTo(Path.of("target/payara-micro-it.log"));
    try (PayaraMicro server = PayaraMicro.start(options)) {
      server.deploy("with", "/", page("with", "of.the.first=some"));
      assertThat(ask(server)).isEqualTo("some");
      server.undeploy("with");

      server.deploy("without", "/", page("without", ""));
      assertThat(ask(server)).isEqualTo("none");
    }
  }

  private Path page(String name, String settings) {
    Path archive = folder.resolve(name + ".war");
    ShrinkWrap.create(WebArchive.class)
        .addAsWebResource(new StringAsset(PAGE), "index.jsp")
        .addAsResource(new StringAsset(settings), "META-INF/microprofile-config.properties")
        .as(ZipExporter.class)
        .exportTo(archive.toFile());
    return archive;
  }

  private static String ask(PayaraMicro server) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(server.baseUri().resolve("index.jsp")).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
