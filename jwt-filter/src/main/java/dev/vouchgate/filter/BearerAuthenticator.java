package dev.vouchgate.filter;

import dev.vouchgate.config.Gate;
import dev.vouchgate.config.Settings;
import dev.vouchgate.filter.Authentication.Anonymous;
import dev.vouchgate.filter.Authentication.Authenticated;
import dev.vouchgate.filter.Authentication.Rejected;
import dev.vouchgate.filter.Authentication.Unavailable;
import dev.vouchgate.verify.Credential;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection;
import dev.vouchgate.verify.VerifiedJwt;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * An application's one gate for requests: extractor and verifier together, asked by every door.
 *
 * <p>It answers once per request and keeps the outcome there, with its own identity beside it: an
 * outcome that another application's gate left in the same request does not count.
 */
public final class BearerAuthenticator implements AutoCloseable {
  private static final String CONTEXT_ATTRIBUTE = BearerAuthenticator.class.getName();
  private static final String REQUEST_ATTRIBUTE = BearerAuthenticator.class.getName() + ".outcome";

  private final Gate gate;
  private final BearerTokenExtractor extractor;
  private final PathPolicies policies;
  private final Realm realm;
  private final List<CallerRoles> more;
  private final Optional<RequestOrigin> origin;
  private final OpenPaths open = new OpenPaths();

  BearerAuthenticator(Gate gate) {
    this(gate, List.of());
  }

  BearerAuthenticator(Gate gate, List<CallerRoles> more) {
    this(gate, more, false);
  }

  BearerAuthenticator(Gate gate, List<CallerRoles> more, boolean mayMisplace) {
    this.gate = gate;
    this.more = more;
    this.extractor =
        new BearerTokenExtractor(
            gate.request().cookie(), !gate.binding().dpopAlgorithms().isEmpty());
    this.realm =
        new Realm(
            gate.request().realm(), gate.binding().takesBearer(), gate.binding().dpopAlgorithms());
    this.policies = new PathPolicies(gate.request(), mayMisplace);
    this.origin = gate.request().origins().map(RequestOrigin::new);
  }

  /**
   * The gate of an application, built at the first call, whichever door comes first.
   *
   * @param context the application
   * @return its gate, always the same until {@link #close(ServletContext)}
   * @throws dev.vouchgate.config.SettingsException if its settings are wrong
   * @throws IllegalStateException if it has no jackson-core that will do
   */
  public static BearerAuthenticator of(ServletContext context) {
    if (context.getAttribute(CONTEXT_ATTRIBUTE) instanceof BearerAuthenticator present) {
      return present;
    }
    ClassLoader loader = ContextSources.loader(context);
    Settings settings = Settings.read(ContextSources.of(context), loader);
    List<CallerRoles> more =
        ServiceLoader.load(CallerRoles.class, loader).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    // Every other container finds a place anew, and some have rewritten the address before.
    boolean mayMisplace = String.valueOf(context.getServerInfo()).contains("WebSphere");
    BearerAuthenticator built = new BearerAuthenticator(Gate.from(settings), more, mayMisplace);
    context.setAttribute(CONTEXT_ATTRIBUTE, built);
    return built;
  }

  /**
   * Closes an application's gate, if it has one.
   *
   * @param context the application
   */
  public static void close(ServletContext context) {
    if (context.getAttribute(CONTEXT_ATTRIBUTE) instanceof BearerAuthenticator present) {
      context.removeAttribute(CONTEXT_ATTRIBUTE);
      present.close();
    }
  }

  /**
   * What this application's gate has found out about a request so far.
   *
   * @param request a request, wrapped or not
   * @return the outcome; empty if nobody has asked yet
   */
  public static Optional<Authentication> outcome(HttpServletRequest request) {
    return request.getServletContext().getAttribute(CONTEXT_ATTRIBUTE)
            instanceof BearerAuthenticator own
        ? own.stored(request)
        : Optional.empty();
  }

  /**
   * Finds out who calls: once per request, then from memory.
   *
   * @param request the request
   * @return the outcome
   */
  public Authentication authenticate(HttpServletRequest request) {
    Optional<Authentication> known = stored(request);
    if (known.isPresent()) {
      return known.get();
    }
    Authentication found = ask(request);
    request.setAttribute(REQUEST_ATTRIBUTE, new Outcome(this, found));
    return found;
  }

  /**
   * Forgets who calls, for the rest of the request: from now on its caller is anonymous.
   *
   * @param request the request
   */
  void forget(HttpServletRequest request) {
    request.setAttribute(REQUEST_ATTRIBUTE, new Outcome(this, new Anonymous(Optional.empty())));
  }

  /**
   * What a request must be answered before it may go on: the gate's own verdict, then the path
   * policies'.
   *
   * @param request the request, whose mapping is known
   * @param found what {@link #authenticate} has found out about it
   * @return the answer; empty if it may go on
   */
  public Optional<BearerChallenge> refusal(HttpServletRequest request, Authentication found) {
    if (open.has(request)) {
      return Optional.empty();
    }
    if (!found.mayProceed()) {
      return Optional.of(found.challenge(realm, Set.of()));
    }
    Optional<Set<String>> missing = policies.missing(request, found.caller());
    return missing.isEmpty() ? Optional.empty() : Optional.of(refuse(request, missing.get()));
  }

  /**
   * Refuses a request that has come past the doors, and reports it.
   *
   * @param request the request
   * @param needed the roles of which its caller would need one; empty if none would do
   * @return the answer
   */
  public BearerChallenge refuse(HttpServletRequest request, Set<String> needed) {
    Authentication found = authenticate(request);
    if (found.caller().isPresent()) {
      gate.report(new Rejection.InsufficientScope(needed));
    }
    return found.challenge(realm, needed);
  }

  /**
   * Lets everybody in at the path of a servlet of ours, whatever credentials they send: the gate
   * does not look at them there.
   *
   * @param path below the context path, to which exactly the servlet is mapped
   */
  public void leaveOpen(String path) {
    open.add(path);
  }

  /** Whether a page of another origin made a request; not asked where no cookie names callers. */
  boolean isCrossSite(HttpServletRequest request) {
    Optional<Rejection> foreign = origin.flatMap(check -> check.refusal(request));
    foreign.ifPresent(gate::report);
    return foreign.isPresent();
  }

  /** The gate that is asked. */
  public Gate gate() {
    return gate;
  }

  /** Who asks for credentials in challenges, and for which. */
  public Realm realm() {
    return realm;
  }

  /** Ends the background work of the gate. */
  @Override
  public void close() {
    gate.close();
  }

  private Authentication ask(HttpServletRequest request) {
    try {
      Optional<Credential> token =
          open.has(request) ? Optional.empty() : extractor.extract(request);
      if (token.isEmpty()) {
        return new Anonymous(Optional.empty());
      }
      VerifiedJwt jwt = gate.verify(token.get(), presentation(request));
      Optional<Rejection> foreign = origin.flatMap(check -> check.refusal(request));
      if (foreign.isPresent()) {
        gate.report(foreign.get());
        return new Rejected(foreign.get());
      }
      return new Authenticated(AddedRoles.to(jwt, more, gate));
    } catch (RejectedException e) {
      return refused(e.rejection());
    }
  }

  private RequestPresentation presentation(HttpServletRequest request) {
    return new RequestPresentation(
        request, extractor.usesDpop(request), gate.binding().certificates());
  }

  private Authentication refused(Rejection rejection) {
    if (rejection instanceof Rejection.AmbiguousCredentials) {
      gate.report(rejection);
    }
    if (extractor.readsCookie()) {
      return new Anonymous(Optional.of(rejection));
    }
    return rejection instanceof Rejection.Unavailable unavailable
        ? new Unavailable(unavailable)
        : new Rejected(rejection);
  }

  private Optional<Authentication> stored(HttpServletRequest request) {
    return request.getAttribute(REQUEST_ATTRIBUTE) instanceof Outcome outcome
            && outcome.gate() == this
        ? Optional.of(outcome.found())
        : Optional.empty();
  }

  private record Outcome(BearerAuthenticator gate, Authentication found) {}
}
