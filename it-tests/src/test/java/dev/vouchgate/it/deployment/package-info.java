/**
 * Deployments in a real server, whichever is under test: several applications beside each other, an
 * application beside its server's own things, and applications that come and go.
 */
@NullMarked
package dev.vouchgate.it.deployment;

import org.jspecify.annotations.NullMarked;
