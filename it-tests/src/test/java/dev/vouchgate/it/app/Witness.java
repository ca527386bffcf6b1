package dev.vouchgate.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Says who calls, as all parts of the application see it: {@code principal/roles/token/doors}, such
 * as {@code alice/user/alice/user+**}. The doors are the methods of {@link Members} that let the
 * caller in.
 */
@ApplicationScoped
public class Witness {
  /** Alice, who is a user. */
  public static final String ALICE = "alice/user/alice/user+**";

  /** Bob, who is a user and an administrator. */
  public static final String BOB = "bob/user+admin/bob/user+admin+**";

  /** A caller without a token. */
  public static final String NOBODY = "null//null/";

  @Inject JsonWebToken token;
  @Inject Members members;

  /** All of it. */
  public String of(HttpServletRequest request) {
    Principal principal = request.getUserPrincipal();
    String roles =
        Stream.of("user", "admin").filter(request::isUserInRole).collect(Collectors.joining("+"));
    return (principal == null ? "null" : principal.getName()) + "/" + roles + "/" + ofBeans();
  }

  /** Token and doors: what can be said without a request. */
  public String ofBeans() {
    String doors =
        Stream.<Callable<String>>of(members::forUsers, members::forAdmins, members::forProven)
            .map(Witness::attempt)
            .filter(door -> !door.isEmpty())
            .collect(Collectors.joining("+"));
    return token.getName() + "/" + doors;
  }

  private static String attempt(Callable<String> door) {
    try {
      return door.call();
    } catch (SecurityException e) {
      return "";
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
