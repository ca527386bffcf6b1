/**
 * What the security annotations ask of a caller, and what a caller is answered whom they keep out.
 *
 * <p>Uses {@code filter} of jwt-filter only; {@code auth}, {@code cdi} and {@code rest} use it.
 */
@NullMarked
package dev.vouchgate.mp.access;

import org.jspecify.annotations.NullMarked;
