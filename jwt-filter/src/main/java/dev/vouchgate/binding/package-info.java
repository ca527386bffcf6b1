/**
 * Tokens that are bound to whoever they were issued to: by a key (DPoP, RFC 9449) or by a client
 * certificate (mutual TLS, RFC 8705 §3). Such a token alone proves nothing.
 *
 * <p>Uses {@code verify} and what lies below it; knows no servlets: a door says how a token was
 * presented.
 */
@NullMarked
package dev.vouchgate.binding;

import org.jspecify.annotations.NullMarked;
