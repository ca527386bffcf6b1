/** As much of OSGi as Open Liberty is asked by. */
@NullMarked
package org.osgi.framework;

import org.jspecify.annotations.NullMarked;
