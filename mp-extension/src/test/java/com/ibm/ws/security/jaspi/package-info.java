/** Open Liberty's factory, by name. */
@NullMarked
package com.ibm.ws.security.jaspi;

import org.jspecify.annotations.NullMarked;
