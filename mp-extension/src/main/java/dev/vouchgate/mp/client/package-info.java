/**
 * Calling other services: REST clients that send a token for the service that they call.
 *
 * <p>Uses {@code cdi}, {@code caller} and {@code server}, and {@code client} of jwt-filter.
 */
@NullMarked
package dev.vouchgate.mp.client;

import org.jspecify.annotations.NullMarked;
