/**
 * The door for whole containers: an authentication module (Jakarta Authentication 3.0, Servlet
 * Container Profile), what registers it, and what the security annotations ask of a caller.
 *
 * <p>Uses {@code filter} of jwt-filter and {@code token}; {@code cdi} and {@code rest} use it.
 */
@NullMarked
package dev.vouchgate.mp.auth;

import org.jspecify.annotations.NullMarked;
