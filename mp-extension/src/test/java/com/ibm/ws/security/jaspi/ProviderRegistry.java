package com.ibm.ws.security.jaspi;

import dev.vouchgate.mp.testing.FakeAuthConfigFactory;

/** What Open Liberty's factory is known by. */
public final class ProviderRegistry extends FakeAuthConfigFactory {}
