/**
 * Signed tokens as RFC 7515, 7518 and 8037 write them: syntax, algorithms and signatures, no
 * policy.
 *
 * <p>Uses {@code codec} only; does no I/O and knows no clock.
 */
@NullMarked
package dev.vouchgate.jws;

import org.jspecify.annotations.NullMarked;
