package dev.vouchgate.it.deployment.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** A neighbour, which leaves it to the server's own MicroProfile JWT to find out who calls. */
@ApplicationPath("/rest")
@ApplicationScoped
@LoginConfig(authMethod = "MP-JWT")
public class NeighbourApplication extends Application {}
