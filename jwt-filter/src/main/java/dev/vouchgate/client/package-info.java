/**
 * Calling other services: where the tokens come from that they are called with. Each is for one
 * service alone, short-lived, and in memory only.
 *
 * <p>Uses {@code issue} to sign, {@code http} to ask a token endpoint, {@code verify} for a
 * caller's token; exported.
 */
@NullMarked
package dev.vouchgate.client;

import org.jspecify.annotations.NullMarked;
