/**
 * An Open Liberty as it is distributed, with the features that an ordinary application lists. Uses
 * {@code server} and the JDK; archives come and go as files in the server's {@code configDropins},
 * and its log says what became of them.
 */
@NullMarked
package dev.vouchgate.it.liberty;

import org.jspecify.annotations.NullMarked;
