/**
 * The door for whole containers: an authentication module (Jakarta Authentication 3.0, Servlet
 * Container Profile) and what registers it.
 *
 * <p>Uses {@code access}, {@code token} and {@code server}, and {@code filter} of jwt-filter.
 */
@NullMarked
package dev.vouchgate.mp.auth;

import org.jspecify.annotations.NullMarked;
