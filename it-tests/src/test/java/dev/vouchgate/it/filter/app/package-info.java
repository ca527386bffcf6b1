/** The application in the archives: servlets that use the Servlet API alone. */
@NullMarked
package dev.vouchgate.it.filter.app;

import org.jspecify.annotations.NullMarked;
