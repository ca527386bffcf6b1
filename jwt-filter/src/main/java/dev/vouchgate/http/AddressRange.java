package dev.vouchgate.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** IP addresses that share their first bits, such as {@code 10.0.0.0/8} or one alone. */
public final class AddressRange {
  /** Never a name: names are asked for over the network. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

  private final byte[] address;
  private final int bits;

  private AddressRange(byte[] address, int bits) {
    this.address = address;
    this.bits = bits;
  }

  /**
   * Reads a range.
   *
   * @param text a literal IPv4 or IPv6 address, maybe with a slash and a number of bits
   * @return the range; empty if it is none
   */
  public static Optional<AddressRange> parse(String text) {
    int slash = text.indexOf('/');
    byte[] address = bytes(slash < 0 ? text : text.substring(0, slash));
    String bits = slash < 0 ? "" + address.length * Byte.SIZE : text.substring(slash + 1);
    if (address.length == 0
        || !bits.matches("\\d{1,3}")
        || Integer.parseInt(bits) > address.length * Byte.SIZE) {
      return Optional.empty();
    }
    return Optional.of(new AddressRange(address, Integer.parseInt(bits)));
  }

  /**
   * Whether an address is one of these.
   *
   * @param literal an IPv4 or IPv6 address as containers write it: maybe in brackets, maybe with a
   *     zone
   */
  public boolean contains(String literal) {
    byte[] other = bytes(literal.replaceFirst("^\\[(.*)]$", "$1").replaceFirst("%.*$", ""));
    if (other.length != address.length) {
      return false;
    }
    int whole = bits / Byte.SIZE;
    int rest = Byte.SIZE - bits % Byte.SIZE;
    return Arrays.equals(other, 0, whole, address, 0, whole)
        && (whole == address.length
            || (other[whole] & 0xff) >> rest == (address[whole] & 0xff) >> rest);
  }

  /** Empty if it is no address. */
  private static byte[] bytes(String literal) {
    try {
      return LITERAL.matcher(literal).matches()
          ? InetAddress.getByName(literal).getAddress()
          : new byte[0];
    } catch (UnknownHostException e) {
      return new byte[0];
    }
  }
}
