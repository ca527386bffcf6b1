/** What is verified: algorithms, keys and tokens. Made anew for each run, by jose4j. */
@NullMarked
package dev.vouchgate.it.bench.token;

import org.jspecify.annotations.NullMarked;
