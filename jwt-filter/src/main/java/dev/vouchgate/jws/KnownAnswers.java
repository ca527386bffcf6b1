package dev.vouchgate.jws;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/**
 * A signature of each algorithm that is known to hold, under keys whose private halves are gone:
 * whoever is to check signatures is asked about these first.
 */
final class KnownAnswers {
  private static final byte[] MESSAGE = "Vouchgate".getBytes(StandardCharsets.US_ASCII);

  private static final String RSA =
      "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAq1NdyyrQeYOnVc+nB36tFWDNmzcTBS"
          + "+/c2TRFgLii3EHnrMAbtJze+ePbTBC05aMOW/Q1eTHE0w7WPZ5aIPbT32ZOpOvEYVdyoMjWxJk"
          + "jEKeR7sqpDSfmMWkTv9aYXynxQeHWAwZAmHZROvTxxXWIx72MBWHWP0UlR+QhZK46PdSkvw1ck"
          + "FtsvfFQAqtSmdPpGzeRducU3Q7pflwZCa4AxhGF0b6EAycaCY4X9byIvIvFxH6pSbatksxi7r0"
          + "vcH5BskiWrHi8yyY6ZkHGFBIXA9mD1L5fLcxNPxn+oPKyYLwXWPKGQtcwcfzaLIfaqoBfuFA05"
          + "k/e2BaQCDlOydruQIDAQAB";

  private static final String P256 =
      "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEPFZgOyZHkEMRjLTPo/+7AMhCLqiNOshotzeG0+"
          + "5r3HrdrRYY4EJDAIRCLlrYZZcooSyccNtOAkONbZArsDVlxg";

  private static final String P384 =
      "MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEm6DMqsdON4dzxRHyDFMzNVxmhsevIRyyOSQsTTTfe/"
          + "MctraJy68FnoHxVwN1HRLMENMSd6iEteZyWsm0bOnzMzpZBblGyNvc4IkObg61JF+m4Nk/e7m4"
          + "IAxA4QhCzWIO";

  private static final String P521 =
      "MIGbMBAGByqGSM49AgEGBSuBBAAjA4GGAAQBlwMuICxxJAS94r9hSmozZ3CM7/qzo5R4vdy/IB"
          + "JejXxWMoq7MSlMKxLcZOrNfOX63b1TkaI2+X1zWQ/0tWaNAGwByGg3FDnjiTwzwirRvG04C37q"
          + "S9bv5fSZSWbYIusCgsoj1uz8YXp1x/bELYi0G5+40siyWHB3kn3mBUgb9vRK1os";

  private static final String ED25519 =
      "MCowBQYDK2VwAyEAHD067/s77TgYKL6ffwNUViGscP1JKOnx2WntPHmVvzs";

  private KnownAnswers() {}

  /**
   * What is wrong with a provider's answers.
   *
   * @param provider the one that is asked
   * @param algorithm asked about
   * @return empty if it tells right from wrong
   */
  static Optional<String> problem(SignatureProvider provider, JwsAlgorithm algorithm) {
    byte[] signature = Base64.getDecoder().decode(signature(algorithm));
    try {
      PublicKey key = key(algorithm);
      if (!provider.holds(algorithm, key, MESSAGE, MESSAGE.length, signature)) {
        return Optional.of("it refuses a signature that holds");
      }
      boolean lenient = provider.holds(algorithm, key, MESSAGE, MESSAGE.length - 1, signature);
      signature[signature.length / 2] ^= 1; // of EdDSA and ECDSA in s: r may be no point then
      return lenient || provider.holds(algorithm, key, MESSAGE, MESSAGE.length, signature)
          ? Optional.of("it accepts a signature that does not hold")
          : Optional.empty();
    } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
      return Optional.of(e.toString());
    }
  }

  private static PublicKey key(JwsAlgorithm algorithm) throws GeneralSecurityException {
    String encoded =
        switch (algorithm) {
          case ES256 -> P256;
          case ES384 -> P384;
          case ES512 -> P521;
          case EDDSA, ED25519 -> ED25519;
          default -> RSA;
        };
    return KeyFactory.getInstance(algorithm.keyType().jcaName())
        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(encoded)));
  }

  private static String signature(JwsAlgorithm algorithm) {
    return switch (algorithm) {
      case RS256 ->
          "hOiVvs+H+R8+CrZS3yDgiunO5vC+w9bRDjqbY3ey00OuvFkaH3uUocDqazzIy5+jxXkB/I"
              + "l0EfMJfYYAth72frsG7L394xodgz485MoyQgCBnwoL1LtTij5EsfxbaWdHkxjSL/FKbVfF"
              + "j+ufiFoJZHZeKpVlxgnibVihmJ9SRCTQ2WinTudSzysLyQn5JiXzZv3ii1mFflq78Fnb0e"
              + "K0ZATeVHA8AtqhdwEpK0YGzHZf7dacMgaIDmJAbOXaxoYn3NhXp1NxPk0GB6Eul2l4+UNF"
              + "JrRJ5Mlgu5ghwow9RFYdmeXYbsaG000rqkhd/65xRfJ4hPSVtKz7Zf8EVPrx4Q";
      case RS384 ->
          "EZrAkUQLOX3XqQY+9WVcksal4WX468Olv9pMUNyBLq1wPfLd+2BT6QuJ9jDSMrRC7yYqRg"
              + "rO0J4rrApPtmd9fCNQ0CJOPCb5oqTGsfcjbkWankcDnAVqRgDfCBVSkMd6EDchNYZbOC+V"
              + "7ugw3+qwIhFLe9otI1szw3R9LHLEvfhQ/vh/p7Sx8DEV56ipfZaGrSegU6ubiakJjO6luq"
              + "eHItyUwHbn6u5jFsxA3gI9/BVZZsxfsR86UIB8HThPxjINO4426S31DprlS7MLplvvIZ4K"
              + "F2+ul1Nixt4DfDu595y0qBmetQvxBANHfxuVa6LfsWw6niQiALyBM2LCBV86yQ";
      case RS512 ->
          "HMJj+7tPozncbx30OqUu9rqQX0gXSKkX4hh6zI/pcx+siih7YrYoYn5/idaSmnVxaltfH5"
              + "R5yi3a8rO7uIgWNXGCHho8U9tBvPQEtydOxKYwk2Av+E2K0o04mWB4vpMVAIJJL5qjWlV2"
              + "7K6gov7bYWpQQx4hWP0+fv1a7bNyR3w+bGlfxxKYzz6VkU81CZQK/nxCi9TLECcCP9AOTy"
              + "RR2Zx8g5ykrjmVrWto+GuDVvQAw9GSbXOcvzc6lqnlC6LyUR92huNH5wmhyJjqAMQH+b0G"
              + "lg0LGR89LgraV0p1Iu4m9RA8kYYc6IdGxPzj8+Fxz+vCPtJWU1/gNusJom4Mnw";
      case PS256 ->
          "B+fdBk0+QGVXs2QH4O1qbwxCi2h/XbTIEEp3ZbB5mYng/iAKgAuO/eXfQ1FsRWF9KODSiL"
              + "XZewyAJDwp2yvPJRG5x2Y+1UsyvGBt4Q3nOBOt2RBtviY35t1Vk4u4FHc9bm2SChbrVV4x"
              + "HKebr6cylZOix3ctuUDnxl/lQuaC0dtTEjmHJXpIJKz+BUi3xAi8khMJiGPdbUZ5MjZqQE"
              + "OhZfVIqnRwYZIGTOgK15kgzxIXPpWIOtVEVoKueC9eooVvP3SxHZl8gSiE9S9hXNFll2jj"
              + "QBgyzIC9+QAi9pU7dmmFl1efXebnPdzzj2Am1kOfW0fuUVh0/NK2oxCfa54F0g";
      case PS384 ->
          "HvvR/ENZDIWnKbvWIIRU3Lc44Lal95hD3RoHNj9x9JV3Iz/QdHF/Gw5w6wOWfGLfPKNyN2"
              + "Cszgf6GDBOsCIHi5cSaojyQ79ZQ2fOLQer7QH4fBXF+8Xd38a1ru4ItS8HWr0mjzZIcjRQ"
              + "mMXChA+aGG8tim2CANye8uu7wA6sBm28iQuxcCgTJ7STJYBBwEU4i2Mtbz7eA6t0iYNanC"
              + "ct3GDPfn8FQC5to0Ay4i+EVre3H/qb5XmIh3NVdKxxZr67IEs8wQB+haWSph7+doM71L4J"
              + "CwK+JaJjhoyY61IQSflrYJtrLnpSqK3jNm6hxdxz0wTqejYlX3FLbszMK3Tijg";
      case PS512 ->
          "cvNwmQqzBecf4Ww6R7f36BdS8s06czGiN3GfnFtDQ6gW4fCfBA1n82RPNE5omblj8cnnvV"
              + "Gu2SJxwhGtn1TmS2DDiGWCZe/wlHs5PfgbnTlfXZUdV7C6tC8cVZkFouvCe1tDSbiJ/0W3"
              + "WXqUSJ7rFKmsnV3+uQvEMvg54JiYbqssR50P6D1p1kLzsK2nVWuAEP1/lfKG7N21HNDfab"
              + "rUrnyBrSFmFvdNJjGRYVQC3t85O1b9Itjp6kpFkB5uhVKQfz/KhijGW7ECucS+pEYR7K8t"
              + "XR+j/pIOiymKUouqLYGEu0/AElt57NS22pIXnRDsNqa6Yf51yl8WgnmkSqCCDg";
      case ES256 ->
          "O5AGqYQJNTWi5gGaetGxUUQ1B6VPe5YpiQj8omjxFkiHzFqNLCHm2peKmMM7ZDbZFgK6Cg"
              + "WNYfb8MNd/E3Pf1Q";
      case ES384 ->
          "Ho7cS8yMEgMIPyaInUE6waig7RIMS6QM2aqvJO5QRBS7Xz8WA+7PI6GpQp/+M7XOtmPG6a"
              + "IgkXgtqgadR+gzFZ8J3dp9FETEY0B0gRy8qCic8LDYy3h/Drv4B65ldxJL";
      case ES512 ->
          "AGmG7greuayBDOlvTzurvDztl3/s86ZL+dFxQ8zsNYT2EU6llmxStzsJo/Sx9kJX4IeIv6"
              + "Ils+6ZP8TcybVlmZD2AVjraZocnHBExlUeubk0o6pjawomwsBfmY4Ya70w8vxwIKyNy3Ph"
              + "1GqiOIcrc57WrbzujTj2yCdtigTNgCzpgZRh";
      case EDDSA, ED25519 ->
          "vnBvAtZ03888aDSs2O2O3RotKooJht7dyH2125eiqBfBQ4EL0PArfven8ErKZJeH3xt5W9"
              + "YHFQDgTjtiNlxeBA";
      default -> throw new IllegalArgumentException("nothing is known of " + algorithm);
    };
  }
}
