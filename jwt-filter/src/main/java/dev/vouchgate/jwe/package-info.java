/**
 * Encrypted tokens as RFC 7516 and 7518 write them: syntax and decryption, no policy.
 *
 * <p>Uses {@code jws} (an encrypted token carries a signed one) and {@code codec}; does no I/O.
 */
@NullMarked
package dev.vouchgate.jwe;

import org.jspecify.annotations.NullMarked;
