/**
 * Proven tokens as MicroProfile JWT's {@link org.eclipse.microprofile.jwt.JsonWebToken} shows them.
 *
 * <p>Uses {@code verify} of jwt-filter; the rooms beside it use it.
 */
@NullMarked
package dev.vouchgate.mp.token;

import org.jspecify.annotations.NullMarked;
