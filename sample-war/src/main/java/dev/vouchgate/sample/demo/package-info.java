/**
 * An issuer for trying the service out: it hands an admin's token to whoever asks. Hence the locks:
 * it exists only with the system property {@code vouchgate.demo=true}, answers this machine only,
 * and its key is gone when the server ends. Nothing else refers to this package. It signs with the
 * JDK and verifies nothing.
 */
@NullMarked
package dev.vouchgate.sample.demo;

import org.jspecify.annotations.NullMarked;
