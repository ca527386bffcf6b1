package dev.vouchgate.mp.client;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a MicroProfile REST client which service it calls: it sends a token for that service with
 * each request.
 *
 * <pre>{@code
 * @ApplicationScoped
 * @RegisterRestClient(configKey = "inventory")
 * @BearerFor("inventory")
 * @Path("/stock")
 * public interface Inventory { … }
 * }</pre>
 *
 * <p>Nothing has to be registered. Where the token comes from, {@code
 * vouchgate.call.<service>.from} says; see {@link BearerTokens}, which is for all other REST
 * clients.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface BearerFor {
  /** The service's name in the settings, and unless they say otherwise in {@code aud}. */
  String value();
}
