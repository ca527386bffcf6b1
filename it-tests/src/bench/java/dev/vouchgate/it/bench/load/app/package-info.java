/** What is in the archives that are put under load. */
@NullMarked
package dev.vouchgate.it.bench.load.app;

import org.jspecify.annotations.NullMarked;
