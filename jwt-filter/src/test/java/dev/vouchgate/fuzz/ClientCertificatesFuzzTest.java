package dev.vouchgate.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vouchgate.binding.ClientCertificates;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The header in which a proxy tells its client's certificate. */
class ClientCertificatesFuzzTest implements Property {
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + "abcdefghijklmnopqrstuvwxyz" + "0123456789" + "+/";

  @DictionaryEntries({
    "-----BEGIN CERTIFICATE-----",
    "-----END CERTIFICATE-----",
    "%0A",
    "%20",
    "%"
  })
  @DictionaryEntries({":", "==", "=", "+", "%2B", "%3D", "-----BEGIN%20CERTIFICATE-----", "%c3%a4"})
  @FuzzTest
  void readsTheBytesThatTheProxyHasSent(byte[] input) {
    takes(input);
  }

  @Override
  public boolean takes(byte[] input) {
    String value = new String(input, UTF_8);
    Optional<byte[]> read = ClientCertificates.parse(value);
    Optional<byte[]> expected =
        encoded(value)
            .or(() -> percentDecoded(value).flatMap(ClientCertificatesFuzzTest::inPem))
            .filter(der -> der.length > 0);
    Assure.that(read.isPresent() == expected.isPresent(), "takes what the reference takes");
    if (read.isPresent()) {
      byte[] der = read.get();
      Assure.that(Arrays.equals(der, expected.get()), "reads what the reference reads");
      String base64 = Base64.getEncoder().encodeToString(der);
      isRead(base64, der);
      isRead(":" + base64 + ":", der);
      isRead(BEGIN + "%0A" + base64 + "%0a" + END, der);
    }
    return read.isPresent();
  }

  private static void isRead(String value, byte[] der) {
    Assure.that(
        ClientCertificates.parse(value).filter(again -> Arrays.equals(again, der)).isPresent(),
        "reads " + value);
  }

  private static Optional<byte[]> encoded(String value) {
    String inner = value.startsWith(":") ? value.substring(1) : value;
    inner = inner.endsWith(":") ? inner.substring(0, inner.length() - 1) : inner;
    return inner.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0 && c != '=')
        ? Optional.empty()
        : base64(inner, "");
  }

  private static Optional<byte[]> inPem(String text) {
    String pem = text.strip();
    int end = pem.indexOf(END, BEGIN.length());
    return pem.startsWith(BEGIN) && end >= 0
        ? base64(pem.substring(BEGIN.length(), end), " \t\n\u000b\f\r")
        : Optional.empty();
  }

  /** Bit by bit; the platform's reader forgives a missing end, and in lines more than one. */
  private static Optional<byte[]> base64(String text, String space) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int pending = 0;
    int bits = 0;
    int at = 0;
    while (at < text.length() && text.charAt(at) != '=') {
      int value = ALPHABET.indexOf(text.charAt(at));
      if (value < 0 && space.indexOf(text.charAt(at)) < 0) {
        return Optional.empty();
      }
      if (value >= 0) {
        pending = pending << 6 | value;
        bits += 6;
      }
      if (bits >= 8) {
        bits -= 8;
        bytes.write(pending >> bits);
        pending &= (1 << bits) - 1;
      }
      at++;
    }
    String rest = text.substring(at);
    String padding = bits == 4 ? "==" : "=";
    boolean ends =
        rest.isEmpty()
            || (bits > 0
                && rest.startsWith(padding)
                && rest.substring(padding.length()).chars().allMatch(c -> isAfterEnd(c, space)));
    return bits == 6 || !ends ? Optional.empty() : Optional.of(bytes.toByteArray());
  }

  private static boolean isAfterEnd(int c, String space) {
    return !space.isEmpty() && (c == '=' || space.indexOf(c) >= 0);
  }

  private static Optional<String> percentDecoded(String value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) != '%') {
        // No octet of what follows can complete a letter that was left unfinished.
        byte[] plain =
            value.substring(i, Character.charCount(value.codePointAt(i)) + i).getBytes(UTF_8);
        bytes.writeBytes(plain);
        i += Character.charCount(value.codePointAt(i)) - 1;
        continue;
      }
      // The platform's reader takes a minus sign, and then only a zero, for a digit.
      boolean minusZero = value.startsWith("-0", i + 1);
      int high =
          i + 2 >= value.length() || minusZero ? 0 : Character.digit(value.charAt(i + 1), 16);
      int low = i + 2 >= value.length() || high < 0 ? -1 : Character.digit(value.charAt(i + 2), 16);
      if (low < 0) {
        return Optional.empty();
      }
      bytes.write(high << 4 | low);
      i += 2;
    }
    return Optional.of(bytes.toString(UTF_8));
  }
}
