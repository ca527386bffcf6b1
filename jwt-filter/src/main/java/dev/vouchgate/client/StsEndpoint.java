package dev.vouchgate.client;

import dev.vouchgate.codec.CodecException;
import dev.vouchgate.codec.StrictJson;
import dev.vouchgate.http.FetchAddress;
import dev.vouchgate.http.FetchException;
import dev.vouchgate.http.FormAnswer;
import dev.vouchgate.http.HttpFetcher;
import dev.vouchgate.issue.IssuedToken;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A security token service's endpoint, asked for tokens in our own name (RFC 6749 §4.4). */
public final class StsEndpoint {
  /** RFC 6750 §2.1. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  private static final Pattern CODE = Pattern.compile("[a-z_]{1,40}");

  /** RFC 6749 §5.1 lets an answer say nothing: then the token is soon asked for again. */
  private static final long SHORT_LIFE = 60;

  private static final long LONGEST_LIFE = 24L * 60 * 60;

  private final URI address;
  private final Supplier<ClientCredential> client;
  private final HttpFetcher http;
  private final InstantSource clock;

  /**
   * Creates an endpoint; it is not asked yet.
   *
   * @param address where it is: https, or this machine
   * @param client who we are there, asked each time
   * @param http how it is reached; not closed here
   * @param clock the time
   */
  public StsEndpoint(
      URI address, Supplier<ClientCredential> client, HttpFetcher http, InstantSource clock) {
    this.address = address;
    this.client = client;
    this.http = http;
    this.clock = clock;
  }

  /**
   * Asks for a token, with {@code audience} and {@code scope}.
   *
   * @param call whom it is for, and what it is to allow
   * @return the token
   * @throws TokenUnavailableException if it is refused, or there is no proper answer in time
   */
  public IssuedToken fetch(CallPolicy call) throws TokenUnavailableException {
    Instant now = clock.instant();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    form.put("audience", call.audience());
    call.scope().ifPresent(scope -> form.put("scope", scope));
    ClientCredential us = client.get();
    form.putAll(us.fields(address, now));
    try {
      FormAnswer answer = http.post(address, form, us.authorization());
      if (answer.status() != 200) {
        throw refused(answer);
      }
      return token(StrictJson.parseObject(answer.body()), now);
    } catch (FetchException e) {
      throw new TokenUnavailableException(String.valueOf(e.getMessage()), e);
    } catch (CodecException e) {
      throw unavailable("its answer is no strict JSON object");
    }
  }

  private IssuedToken token(Map<String, @Nullable Object> answer, Instant now)
      throws TokenUnavailableException {
    if (!(answer.get("token_type") instanceof String type) || !type.equalsIgnoreCase("bearer")) {
      throw unavailable("its token_type is not Bearer");
    }
    if (!(answer.get("access_token") instanceof String token) || !TOKEN.matcher(token).matches()) {
      throw unavailable("its access_token is missing, or none that a header can carry");
    }
    Object life = answer.getOrDefault("expires_in", SHORT_LIFE);
    if (!(life instanceof Long seconds) || seconds < 1) {
      throw unavailable("its expires_in is not a number of seconds above 0");
    }
    return new IssuedToken(token, now.plusSeconds(Math.min(seconds, LONGEST_LIFE)));
  }

  /** With the code of RFC 6749 §5.2, if that is what it is, and nothing else that was said. */
  private TokenUnavailableException refused(FormAnswer answer) {
    String code = "and no error code";
    try {
      if (StrictJson.parseObject(answer.body()).get("error") instanceof String error
          && CODE.matcher(error).matches()) {
        code = error;
      }
    } catch (CodecException e) {
      // Then there is none.
    }
    return unavailable("it refused with status " + answer.status() + " (" + code + ")");
  }

  private TokenUnavailableException unavailable(String what) {
    return new TokenUnavailableException(
        "the token endpoint " + FetchAddress.shown(address) + " gave no token: " + what);
  }
}
