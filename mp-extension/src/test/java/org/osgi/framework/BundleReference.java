package org.osgi.framework;

/** What belongs to a part, such as its class loader. */
public interface BundleReference {
  Bundle getBundle();
}
