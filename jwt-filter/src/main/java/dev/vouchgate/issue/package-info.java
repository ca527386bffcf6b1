/**
 * Where tokens are signed: whose keys rotate by themselves, and whose public halves are published
 * before they sign.
 *
 * <p>Uses {@code jws} to sign and {@code keys} to publish; exported.
 */
@NullMarked
package dev.vouchgate.issue;

import org.jspecify.annotations.NullMarked;
