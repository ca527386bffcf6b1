package dev.vouchgate.it.sample;

/** What the sample serves, and the status that each kind of proven caller gets. */
enum Endpoint {
  PUBLIC("GET", "public", 200, 200, 200),
  USER("GET", "user", 401, 200, 200),
  ADMIN("GET", "admin", 401, 403, 200),
  SERVLET_SECURITY("GET", "receipt", 401, 200, 200),
  WEB_XML_CONSTRAINT("GET", "backoffice/all", 401, 403, 200),
  EJB_FOR_USERS("GET", "stock/tea", 401, 200, 200),
  EJB_FOR_ADMINS("GET", "stock", 401, 403, 200),
  CDI_BEAN_THROUGH_REST("GET", "totals", 401, 403, 200),
  CDI_BEAN_THROUGH_SERVLET("GET", "totals.csv", 401, 403, 200),
  CLAIMS("GET", "claims", 401, 200, 200),
  PERMITTED_METHOD_OF_DENIED_CLASS("GET", "maintenance", 200, 200, 200),
  DENIED_CLASS("DELETE", "maintenance/orders", 403, 403, 403);

  private final String method;
  private final String path;
  private final int nobody;
  private final int user;
  private final int admin;

  Endpoint(String method, String path, int nobody, int user, int admin) {
    this.method = method;
    this.path = path;
    this.nobody = nobody;
    this.user = user;
    this.admin = admin;
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  /** The status for a caller; whoever sends a token that proves nothing gets 401 everywhere. */
  int statusFor(Caller caller) {
    return switch (caller) {
      case NOBODY -> nobody;
      case USER -> user;
      case ADMIN -> admin;
      default -> 401;
    };
  }

  /** Whether our own code refuses, and not a constraint of the container's. */
  boolean isGuardedByUs() {
    return this != SERVLET_SECURITY && this != WEB_XML_CONSTRAINT;
  }
}
