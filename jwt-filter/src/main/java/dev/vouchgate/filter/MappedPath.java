package dev.vouchgate.filter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The path that the container has mapped, without the context path: servlet path and path info,
 * decoded by the container, never the raw address.
 *
 * <p>What a container or a framework behind it may take for the same resource is one path here:
 * path parameters, empty segments and a slash at the end do not count.
 *
 * @param text begins with a slash and, but for the root, does not end with one
 */
record MappedPath(String text) {
  private static final Pattern PARAMETERS = Pattern.compile(";[^/]*");
  private static final Pattern SLASHES = Pattern.compile("/{2,}");
  private static final Pattern ENCODED =
      Pattern.compile("%(2[EF]|3B|5C)", Pattern.CASE_INSENSITIVE);
  private static final Pattern DOT_SEGMENT = Pattern.compile("(^|[/\\\\])\\.{1,2}($|[/\\\\])");

  MappedPath {
    String plain =
        isPlain(text)
            ? text
            : SLASHES.matcher(PARAMETERS.matcher("/" + text).replaceAll("")).replaceAll("/");
    text =
        plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
  }

  /** The path of the resource that a request, at this dispatch, is for. */
  static MappedPath of(HttpServletRequest request) {
    // During an include the request's own path is still that of the including page.
    if (request.getDispatcherType() == DispatcherType.INCLUDE
        && request.getAttribute(RequestDispatcher.INCLUDE_SERVLET_PATH) instanceof String path) {
      return new MappedPath(
          path + orEmpty(request.getAttribute(RequestDispatcher.INCLUDE_PATH_INFO)));
    }
    String path = orEmpty(request.getServletPath());
    String info = request.getPathInfo();
    return new MappedPath(info == null ? path : path + info);
  }

  /**
   * Whether a client has written dot segments, in whatever disguise. The container follows them,
   * but what it hands the request to may read the address on its own: Jersey serves what was named
   * before the dots. Clients of good will follow them before they send anything (RFC 3986 §5.2.4).
   */
  static boolean wasSentWithDots(HttpServletRequest request) {
    String sent = request.getRequestURI();
    return request.getDispatcherType() == DispatcherType.REQUEST
        && (sent.contains("/.") || sent.indexOf('%') >= 0 || sent.indexOf('\\') >= 0)
        && new MappedPath(withSeparators(sent)).hasDotSegments();
  }

  /**
   * Whether a client has asked for another place than the container has found: Open Liberty
   * remembers places by address, and may be made to remember one for an address that is not its
   * own, of which servlet path and path info are then a blend of both. What containers decode or
   * leave out makes no other place, nor does a welcome file.
   */
  static boolean isElsewhere(HttpServletRequest request) {
    if (request.getDispatcherType() != DispatcherType.REQUEST) {
      return false;
    }
    String sent = request.getRequestURI();
    String context = request.getContextPath();
    String path = orEmpty(request.getServletPath());
    String info = orEmpty(request.getPathInfo());
    int infoBegins = context.length() + path.length();
    if (sent.length() == infoBegins + info.length()
        && sent.startsWith(context)
        && sent.startsWith(path, context.length())
        && sent.startsWith(info, infoBegins)) {
      return false;
    }
    String asked = place(decoded(sent));
    String found = place(decoded(context) + path + info);
    return !found.equals(asked) && !found.startsWith(asked.endsWith("/") ? asked : asked + "/");
  }

  /**
   * The path up to the first semicolon, if the client has sent one: Open Liberty serves {@code
   * /orders} for {@code /orders;/x}, and calls it {@code /orders/x}.
   */
  static Optional<MappedPath> beforeParameters(HttpServletRequest request) {
    String sent = request.getRequestURI();
    int semicolon = sent.indexOf(';');
    if (semicolon < 0 || request.getDispatcherType() != DispatcherType.REQUEST) {
      return Optional.empty();
    }
    String context = request.getContextPath();
    String path = sent.substring(0, semicolon);
    String own = path.startsWith(context) ? path.substring(context.length()) : path;
    return Optional.of(new MappedPath(decoded(own)));
  }

  /**
   * Whether it still leads somewhere else: a container should have followed its dots or refused.
   */
  boolean hasDotSegments() {
    return text.indexOf('.') >= 0 && DOT_SEGMENT.matcher(text).find();
  }

  /** The pattern rules of Servlet 6 §12.2; {@code /admin/*} is for {@code /admin} too. */
  boolean matches(String pattern) {
    if (pattern.startsWith("*.")) {
      return text.endsWith(pattern.substring(1));
    }
    if (pattern.endsWith("/*")) {
      String prefix = pattern.substring(0, pattern.length() - 2);
      return text.startsWith(prefix)
          && (text.length() == prefix.length() || text.charAt(prefix.length()) == '/');
    }
    return text.equals(new MappedPath(pattern).text());
  }

  /** As most are: the expressions cost more than all else that a policy asks. */
  private static boolean isPlain(String text) {
    return text.startsWith("/") && text.indexOf(';') < 0 && !text.contains("//");
  }

  private static String decoded(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // No encoding, which few containers let through: it can only be what it is.
      return path;
    }
  }

  /** Some containers leave separators encoded; Payara takes a plus for a space. */
  private static String place(String path) {
    return new MappedPath(withSeparators(path.replace('+', ' '))).text();
  }

  private static String withSeparators(String path) {
    return ENCODED.matcher(path).replaceAll(MappedPath::decoded);
  }

  private static String decoded(MatchResult octet) {
    return Matcher.quoteReplacement(Character.toString(Integer.parseInt(octet.group(1), 16)));
  }

  private static String orEmpty(@Nullable Object part) {
    return part == null ? "" : part.toString();
  }
}
