package dev.vouchgate.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vouchgate.testing.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.Key;
import java.security.PrivateKey;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * A file of examples: those that must pass, and those that this gate refuses, each with its reason.
 */
final class Vectors {

  private Vectors() {}

  static Stream<Example> examples(String file) {
    return list(file, "examples");
  }

  static Stream<Example> refused(String file) {
    return list(file, "refused");
  }

  static Stream<Example> list(String file, String name) {
    try (InputStream json = Vectors.class.getResourceAsStream("/vectors/" + file)) {
      Map<String, Object> parsed = JsonUtil.parseJson(new String(json.readAllBytes(), UTF_8));
      return ((List<?>) parsed.get(name)).stream().map(entry -> new Example((Map<?, ?>) entry));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One of them. Keys are read by jose4j, so that a fault in our own reader cannot hide here. */
  record Example(Map<?, ?> members) {

    String text(String name) {
      return (String) members.get(name);
    }

    byte[] hex(String name) {
      return HexFormat.of().parseHex(text(name));
    }

    /** What another example is nested in this one. */
    Example nested() {
      return new Example((Map<?, ?>) members.get("nested"));
    }

    /** The public or the secret key. */
    Key key() throws JoseException {
      return jwk().getKey();
    }

    PrivateKey privateKey() throws JoseException {
      return ((PublicJsonWebKey) jwk()).getPrivateKey();
    }

    private JsonWebKey jwk() throws JoseException {
      return JsonWebKey.Factory.newJwk(Json.of(members.get("jwk")));
    }

    @Override
    public String toString() {
      String reason = members.containsKey("reason") ? ": " + text("reason") : "";
      return text("section") + " " + text("title") + reason;
    }
  }
}
