/**
 * The doors under load: servers with the gate and without it, side by side, and {@code wrk} before
 * them.
 */
@NullMarked
package dev.vouchgate.it.bench.load;

import org.jspecify.annotations.NullMarked;
