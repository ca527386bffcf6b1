/** Writes {@code docs/performance.md} and its plots from what JMH wrote. */
@NullMarked
package dev.vouchgate.it.bench.page;

import org.jspecify.annotations.NullMarked;
