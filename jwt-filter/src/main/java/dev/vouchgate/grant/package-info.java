/**
 * Who is given a token at the token endpoint, and which: clients and their credentials, and the
 * grants of RFC 6749 and RFC 8693, without servlets.
 *
 * <p>Uses {@code issue} to sign, {@code verify} for assertions and {@code binding} to know them
 * again; {@code config} builds it and {@code endpoint} serves it.
 */
@NullMarked
package dev.vouchgate.grant;

import org.jspecify.annotations.NullMarked;
