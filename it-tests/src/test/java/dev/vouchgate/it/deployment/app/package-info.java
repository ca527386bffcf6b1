/** What is in the applications of these tests: it runs in the server. */
@NullMarked
package dev.vouchgate.it.deployment.app;

import org.jspecify.annotations.NullMarked;
