package dev.vouchgate.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.codec.Sha256;
import dev.vouchgate.jws.CompactJws;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.SignatureProvider;
import dev.vouchgate.jws.SignatureVerifier;
import dev.vouchgate.keys.EmbeddedJwk;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.verify.RejectedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The examples of RFC 9449, RFC 8705 and RFC 7638, as their text has them. */
class Rfc9449ExamplesTest {
  /** Section 6.1. */
  private static final String THUMBPRINT = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";

  /** Section 7.1, figure 12. */
  private static final String TOKEN = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU";

  /** The same. */
  private static final String PROOF =
      "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6Ik"
          + "VDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCR"
          + "nMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JE"
          + "QSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiJlMWozVl9iS2ljOC1MQUVCIiwiaHRtIj"
          + "oiR0VUIiwiaHR1IjoiaHR0cHM6Ly9yZXNvdXJjZS5leGFtcGxlLm9yZy9wcm90ZWN0Z"
          + "WRyZXNvdXJjZSIsImlhdCI6MTU2MjI2MjYxOCwiYXRoIjoiZlVIeU8ycjJaM0RaNTNF"
          + "c05yV0JiMHhXWG9hTnk1OUlpS0NBcWtzbVFFbyJ9.2oW9RP35yRqzhrtNP86L-Ey71E"
          + "OptxRimPPToA1plemAgR6pxHF8y6-yqyVnmcw6Fy1dqd-jfxSYoMxhAJpLjA";

  private static final DpopPolicy POLICY =
      new DpopPolicy(
          List.of(HttpUri.parse("https://resource.example.org").orElseThrow()),
          Set.of(JwsAlgorithm.ES256),
          Duration.ofSeconds(60),
          1000,
          Optional.empty());

  private final DpopVerifier verifier =
      new DpopVerifier(
          POLICY,
          SignatureProvider.PLATFORM,
          new MutableClock(Instant.ofEpochSecond(1_562_262_618)));

  @Test
  void acceptsTheProtectedResourceRequest() {
    StubPresentation how = StubPresentation.dpop().with(PROOF).path("/protectedresource");
    assertThatCode(() -> verifier.verify(TOKEN, THUMBPRINT, how)).doesNotThrowAnyException();
    assertThatThrownBy(() -> verifier.verify(TOKEN, THUMBPRINT, how))
        .isInstanceOf(RejectedException.class);
  }

  @Test
  @SuppressWarnings("unchecked")
  void findsTheThumbprintOfTheKeyInTheProof() throws Exception {
    CompactJws proof = CompactJws.parse(PROOF, 8192);
    EmbeddedJwk jwk = EmbeddedJwk.parse((Map<String, Object>) proof.header().asMap().get("jwk"));
    assertThat(jwk.thumbprint()).isEqualTo(THUMBPRINT);
    assertThat(proof.isSignedBy(JwsAlgorithm.ES256, jwk.key().key(), new SignatureVerifier()))
        .isTrue();
  }

  @Test
  void findsTheThumbprintOfRfc7638Section31() throws Exception {
    Map<String, Object> jwk =
        Map.of(
            "kty",
            "RSA",
            "n",
            "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86z"
                + "wu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY"
                + "4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaS"
                + "qzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhA"
                + "I4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU"
                + "8awapJzKnqDKgw",
            "e",
            "AQAB",
            "alg",
            "RS256",
            "kid",
            "2011-04-29");
    assertThat(EmbeddedJwk.parse(jwk).thumbprint())
        .isEqualTo("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
  }

  @Test
  void findsTheThumbprintOfRfc8705AppendixA() {
    String certificate =
        "MIIBBjCBrAIBAjAKBggqhkjOPQQDAjAPMQ0wCwYDVQQDDARtdGxzMB4XDTE4MTAx"
            + "ODEyMzcwOVoXDTIyMDUwMjEyMzcwOVowDzENMAsGA1UEAwwEbXRsczBZMBMGByqG"
            + "SM49AgEGCCqGSM49AwEHA0IABNcnyxwqV6hY8QnhxxzFQ03C7HKW9OylMbnQZjjJ"
            + "/Au08/coZwxS7LfA4vOLS9WuneIXhbGGWvsDSb0tH6IxLm8wCgYIKoZIzj0EAwID"
            + "SQAwRgIhAP0RC1E+vwJD/D1AGHGzuri+hlV/PpQEKTWUVeORWz83AiEA5x2eXZOV"
            + "bUlJSGQgjwD5vaUaKlLR50Q2DmFfQj1L+SY=";
    byte[] der = ClientCertificates.parse(":" + certificate + ":").orElseThrow();
    assertThat(dev.vouchgate.codec.Base64Url.encode(Sha256.digest(der)))
        .isEqualTo("A4DtL2JmUMhAsvJj5tKyn64SqzmuXbMrJa0n761y5v0");
  }
}
