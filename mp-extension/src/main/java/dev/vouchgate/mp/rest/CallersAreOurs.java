package dev.vouchgate.mp.rest;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/**
 * Makes WildFly take callers from an authentication module, by being found.
 *
 * <p>WildFly looks through an archive for an {@code Application} that asks for MicroProfile JWT.
 * Without one it lets no caller in whom its own user stores do not know, and answers 500 for each
 * ({@code ELY01177}), unless the server is told otherwise. It reads the class file and no more:
 * nothing instantiates this class, and since it is abstract no container serves it. Its own
 * implementation, which this switches on, then stands by unused.
 *
 * <p>Open Liberty would take it for the archive's {@code login-config}, which no archive may have
 * beside a mechanism of its own: {@code META-INF/web-fragment.xml} says that there is nothing here
 * to be found.
 */
@LoginConfig(authMethod = "MP-JWT")
abstract class CallersAreOurs extends Application {}
