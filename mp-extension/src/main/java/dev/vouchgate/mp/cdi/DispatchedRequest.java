package dev.vouchgate.mp.cdi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds the request for whose dispatch {@link AsyncDispatchFilter} has opened a context. */
public class DispatchedRequest {
  private @Nullable HttpServletRequest request;

  /** Creates an empty holder; the container does, one for each context. */
  public DispatchedRequest() {}

  /** The request; empty if none has been set. */
  public Optional<HttpServletRequest> get() {
    return Optional.ofNullable(request);
  }

  /** Sets the request. */
  public void set(HttpServletRequest dispatched) {
    request = dispatched;
  }
}
