package dev.vouchgate.it.tck;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/**
 * Asks for MP-JWT as the TCK's applications do, so that the server's own would answer, if it could.
 */
@LoginConfig(authMethod = "MP-JWT")
@ApplicationPath("/")
public class WitnessApplication extends Application {}
