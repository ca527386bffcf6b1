package dev.vouchgate.keys;

import dev.vouchgate.codec.CodecException;
import dev.vouchgate.codec.StrictJson;
import dev.vouchgate.http.FetchException;
import dev.vouchgate.http.HttpFetcher;
import dev.vouchgate.observe.LogText;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An address that the issuer publishes in its metadata (OpenID Connect Discovery 1.0 §4, otherwise
 * RFC 8414 §3), looked up anew each time so that it may move.
 */
public final class Discovery implements KeySetAddress {
  private static final String OPENID = "/.well-known/openid-configuration";
  private static final String OAUTH = "/.well-known/oauth-authorization-server";

  private final String issuer;

  /**
   * Creates an address; nothing is looked up yet.
   *
   * @param issuer the configured issuer, an https URL without query and fragment
   */
  public Discovery(String issuer) {
    this.issuer = issuer;
  }

  /**
   * Finds the address in the issuer's metadata.
   *
   * @param fetcher to fetch the metadata with
   * @return {@code jwks_uri}; it may be at another host
   * @throws FetchException if neither document can be had, or {@code issuer} in it is not exactly
   *     the configured one: it would be somebody else's metadata
   */
  @Override
  public URI resolve(HttpFetcher fetcher) throws FetchException {
    URI base = base();
    String path = base.getRawPath().replaceFirst("/$", "");
    try {
      return keySet(fetcher, at(base, path + OPENID));
    } catch (FetchException first) {
      try {
        return keySet(fetcher, at(base, OAUTH + path));
      } catch (FetchException second) {
        FetchException both =
            new FetchException(
                "no metadata of " + issuer + ": " + first.getMessage() + "; " + second.getMessage(),
                first);
        both.addSuppressed(second);
        throw both;
      }
    }
  }

  private URI base() throws FetchException {
    try {
      URI uri = URI.create(issuer);
      if (uri.getHost() != null && uri.getRawQuery() == null && uri.getRawFragment() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw notUrl();
    }
    throw notUrl();
  }

  private FetchException notUrl() {
    return new FetchException(
        "the issuer '"
            + issuer
            + "' is no URL without query and fragment, so its keys cannot be discovered;"
            + " expected mp.jwt.verify.publickey.location");
  }

  private URI keySet(HttpFetcher fetcher, URI address) throws FetchException {
    Map<String, @Nullable Object> metadata;
    try {
      metadata = StrictJson.parseObject(fetcher.fetch(address).body());
    } catch (CodecException e) {
      throw new FetchException(address + " is " + e.getMessage() + "; expected metadata");
    }
    if (!issuer.equals(metadata.get("issuer"))) {
      throw new FetchException(
          address
              + " is not metadata of the issuer '"
              + issuer
              + "': its issuer is "
              + LogText.of(String.valueOf(metadata.get("issuer")))
              + ", which must be exactly the configured one");
    }
    try {
      if (metadata.get("jwks_uri") instanceof String keys) {
        return URI.create(keys);
      }
    } catch (IllegalArgumentException e) {
      throw new FetchException(address + " has a jwks_uri that is no address", e);
    }
    throw new FetchException(address + " has no jwks_uri");
  }

  private static URI at(URI base, String path) {
    return URI.create(base.getScheme() + "://" + base.getRawAuthority() + path);
  }

  @Override
  public String identity() {
    return "issuer " + issuer;
  }

  /** The issuer. */
  @Override
  public String toString() {
    return issuer;
  }
}
