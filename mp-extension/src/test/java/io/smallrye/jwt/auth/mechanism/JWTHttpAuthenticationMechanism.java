package io.smallrye.jwt.auth.mechanism;

import jakarta.enterprise.context.ApplicationScoped;

/** Has the name of the bean that WildFly adds, and nothing else of it. */
@ApplicationScoped
public class JWTHttpAuthenticationMechanism {}
