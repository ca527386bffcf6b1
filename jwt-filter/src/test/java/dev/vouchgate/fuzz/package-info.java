/**
 * The parsers under inputs that nobody thought of: each fuzzer holds what is read against an
 * independent reading, not only against exceptions.
 */
@NullMarked
package dev.vouchgate.fuzz;

import org.jspecify.annotations.NullMarked;
