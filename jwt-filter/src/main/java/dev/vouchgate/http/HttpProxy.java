package dev.vouchgate.http;

import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The proxy through which every document is fetched.
 *
 * @param host its name
 * @param port its port
 * @param credentials for it alone, if it wants any
 */
public record HttpProxy(String host, int port, Optional<Credentials> credentials) {

  /** What the platform refuses to send Basic credentials through a tunnel by. */
  public static final String TUNNEL_OPTION = "jdk.http.auth.tunneling.disabledSchemes";

  /**
   * A name and a password.
   *
   * @param user the name
   * @param password the password
   */
  public record Credentials(String user, String password) {
    /** Without the password. */
    @Override
    public String toString() {
      return user;
    }
  }

  /**
   * Whether the platform sends Basic credentials to a proxy that makes a tunnel, as it has to for
   * an https address: by default it does not.
   *
   * @return true if the option that forbids it was set to something without Basic
   */
  public static boolean isTunnelAuthenticationAllowed() {
    String disabled = System.getProperty(TUNNEL_OPTION);
    return disabled != null
        && Arrays.stream(disabled.split(","))
            .noneMatch(scheme -> scheme.strip().toLowerCase(Locale.ROOT).equals("basic"));
  }

  ProxySelector selector() {
    return ProxySelector.of(InetSocketAddress.createUnresolved(host, port));
  }

  Optional<Authenticator> authenticator() {
    return credentials.map(ProxyOnly::new);
  }

  /** Answers the proxy, and no server that asks for the same. */
  private static final class ProxyOnly extends Authenticator {
    private final Credentials credentials;

    ProxyOnly(Credentials credentials) {
      this.credentials = credentials;
    }

    @Override
    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
      return getRequestorType() == RequestorType.PROXY
          ? new PasswordAuthentication(credentials.user(), credentials.password().toCharArray())
          : null;
    }
  }
}
