/** A stand-in for Weld in a servlet container. */
@NullMarked
package org.jboss.weld.environment.servlet;

import org.jspecify.annotations.NullMarked;
