package dev.vouchgate.verify;

import dev.vouchgate.keys.KeyLocator;

/**
 * One issuer that is trusted, and how far: what its tokens must satisfy, its keys, and which roles
 * it may give.
 *
 * @param policy header and claim rules; one of them holds the token to this issuer
 * @param keys the issuer's keys, and nobody else's
 * @param roles how roles are read
 */
public record TrustedIssuer(VerificationPolicy policy, KeyLocator keys, RoleMapping roles) {}
