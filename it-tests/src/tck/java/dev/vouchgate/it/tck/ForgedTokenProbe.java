package dev.vouchgate.it.tck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.arquillian.container.spi.event.container.AfterDeploy;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.Node;

/**
 * Sends a forged token to every archive before its tests start and lets the class fail unless
 * Vouchgate answers: its challenge says {@code invalid_token}, which that of the server's own
 * implementation never does.
 */
public final class ForgedTokenProbe {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Set by the container, as arquillian.xml says; the TCK reads it too. */
  private static final String BASE_URI = "mp.jwt.tck.jwks.baseURL";

  void probe(@Observes AfterDeploy deployed) throws IOException, InterruptedException {
    Archive<?> archive = deployed.getDeployment().getArchive();
    if (readsCookies(archive)) {
      return; // it ignores the header, and a forged cookie only makes an anonymous caller
    }
    URI anywhere = URI.create(System.getProperty(BASE_URI)).resolve("forged");
    HttpRequest request =
        HttpRequest.newBuilder(anywhere).header("Authorization", "Bearer forged").build();
    HttpResponse<Void> response = CLIENT.send(request, BodyHandlers.discarding());
    String challenge = response.headers().firstValue("WWW-Authenticate").orElse("no challenge");
    if (response.statusCode() != 401 || !challenge.contains("invalid_token")) {
      throw new IllegalStateException(
          archive.getName()
              + " is not guarded by Vouchgate: a forged token got "
              + response.statusCode()
              + " and "
              + challenge);
    }
  }

  private static boolean readsCookies(Archive<?> archive) throws IOException {
    Node settings = archive.get("/WEB-INF/classes/" + TckArchiveProcessor.CONFIGURATION);
    if (settings == null) {
      return false;
    }
    try (InputStream stream = settings.getAsset().openStream()) {
      return new String(stream.readAllBytes(), UTF_8).contains("mp.jwt.token.header=Cookie");
    }
  }
}
