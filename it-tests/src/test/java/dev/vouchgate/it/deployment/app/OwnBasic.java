package dev.vouchgate.it.deployment.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;

/** Asks for the application's own Basic authentication. */
@ApplicationScoped
@BasicAuthenticationMechanismDefinition(realmName = "own")
public class OwnBasic {}
