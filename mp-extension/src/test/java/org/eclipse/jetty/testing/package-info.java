/** A stand-in for the messages in which Jetty asks an authentication module. */
@NullMarked
package org.eclipse.jetty.testing;

import org.jspecify.annotations.NullMarked;
