/** Open Liberty's class loaders, by name. */
@NullMarked
package com.ibm.ws.classloading;

import org.jspecify.annotations.NullMarked;
