package dev.vouchgate.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An http or https address without query and fragment, normalised: two that are equal name the same
 * resource (RFC 3986 §6.2.2 and §6.2.3, as RFC 9449 §4.3 wants {@code htu} compared).
 *
 * @param origin scheme, host and, unless it is the scheme's own, port; in small letters
 * @param path not decoded, but for what need not be encoded; begins with a slash
 */
public record HttpUri(String origin, String path) {
  private static final Pattern FORM =
      Pattern.compile(
          "(https?)://([A-Z0-9._~%!$&'()*+,;=-]+|\\[[0-9A-F:.]+])(?::(\\d{0,5}))?(/[^?#]*)?([?#].*)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");
  private static final Pattern UNRESERVED = Pattern.compile("[A-Za-z0-9._~-]");

  /**
   * Reads an address.
   *
   * @param text an absolute address; a query or fragment is left away
   * @return it; empty if it is none of http or https, or has a user's name in it
   */
  public static Optional<HttpUri> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String scheme = form.group(1).toLowerCase(Locale.ROOT);
    String port = form.group(3);
    String own = scheme.equals("https") ? "443" : "80";
    String origin = scheme + "://" + form.group(2).toLowerCase(Locale.ROOT);
    if (port != null && !port.isEmpty() && !port.equals(own)) {
      origin += ":" + port;
    }
    String path = form.group(4);
    return Optional.of(new HttpUri(origin, path == null ? "/" : normal(path)));
  }

  /**
   * An address below this one.
   *
   * @param below a path, empty or beginning with a slash
   * @return the two together
   */
  HttpUri with(String below) {
    String base = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    String whole = base + below;
    return new HttpUri(origin, whole.isEmpty() ? "/" : normal(whole));
  }

  private static String normal(String path) {
    String decoded =
        path.indexOf('%') < 0
            ? path
            : ENCODED
                .matcher(path)
                .replaceAll(found -> Matcher.quoteReplacement(decoded(found.group(1))));
    return decoded.contains("/.") ? withoutDots(decoded) : decoded;
  }

  private static String decoded(String hex) {
    String character = Character.toString(Integer.parseInt(hex, 16));
    return UNRESERVED.matcher(character).matches() ? character : "%" + hex.toUpperCase(Locale.ROOT);
  }

  /** RFC 3986 §5.2.4, for a path that begins with a slash. */
  private static String withoutDots(String path) {
    String[] segments = path.substring(1).split("/", -1);
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < segments.length; i++) {
      boolean dots = segments[i].equals(".") || segments[i].equals("..");
      if (!dots) {
        kept.add(segments[i]);
        continue;
      }
      if (segments[i].equals("..") && !kept.isEmpty()) {
        kept.remove(kept.size() - 1);
      }
      if (i == segments.length - 1) {
        kept.add("");
      }
    }
    return "/" + String.join("/", kept);
  }

  /** The address. */
  @Override
  public String toString() {
    return origin + path;
  }
}
