/** The benchmarks, and what runs them. Compiled in the profile {@code bench} only. */
@NullMarked
package dev.vouchgate.it.bench;

import org.jspecify.annotations.NullMarked;
