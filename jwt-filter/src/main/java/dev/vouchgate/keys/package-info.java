/**
 * Where verification keys come from and how one is chosen: fixed, from a file, or fetched and kept
 * fresh.
 *
 * <p>Uses {@code http} to reach remote sets, {@code jws} and {@code jwe} for algorithms; not
 * exported.
 */
@NullMarked
package dev.vouchgate.keys;

import org.jspecify.annotations.NullMarked;
