/**
 * Where tokens are signed: whose keys rotate by themselves, and whose public halves are published
 * before they sign.
 *
 * <p>Uses {@code jws} to sign, {@code keys} to publish and {@code jwe} for its curves and to
 * encrypt; exported.
 */
@NullMarked
package dev.vouchgate.issue;

import org.jspecify.annotations.NullMarked;
