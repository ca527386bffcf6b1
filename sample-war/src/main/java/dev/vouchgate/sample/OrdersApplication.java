package dev.vouchgate.sample;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/**
 * The REST application at the root of the context.
 *
 * <table>
 *   <caption>Who is let in, and by what</caption>
 *   <tr><th>path</th><th>needs</th><th>guarded by</th></tr>
 *   <tr><td>{@code GET /public}</td><td>nothing</td><td>{@code @PermitAll} on a REST resource</td></tr>
 *   <tr><td>{@code GET, POST /user}</td><td>user</td><td>{@code @RolesAllowed} on a REST resource</td></tr>
 *   <tr><td>{@code GET /admin}</td><td>admin</td><td>{@code @RolesAllowed} on a REST resource</td></tr>
 *   <tr><td>{@code GET /claims}</td><td>user or admin</td><td>{@code @RolesAllowed} on a REST method</td></tr>
 *   <tr><td>{@code GET /stock/{item}}</td><td>user</td><td>{@code @RolesAllowed} on an EJB method</td></tr>
 *   <tr><td>{@code GET /stock}</td><td>admin</td><td>{@code @RolesAllowed} on an EJB method</td></tr>
 *   <tr><td>{@code GET /availability/{item}}</td><td>user</td><td>{@code @RolesAllowed} on a REST resource, which asks another service</td></tr>
 *   <tr><td>{@code GET /totals}</td><td>admin</td><td>{@code @RolesAllowed} on a CDI bean, asked by REST</td></tr>
 *   <tr><td>{@code GET /totals.csv}</td><td>admin</td><td>the same CDI bean, asked by a servlet</td></tr>
 *   <tr><td>{@code GET /receipt}</td><td>user</td><td>{@code @ServletSecurity}</td></tr>
 *   <tr><td>{@code GET /backoffice}</td><td>admin</td><td>a {@code security-constraint} in web.xml</td></tr>
 *   <tr><td>{@code GET /maintenance}</td><td>nothing</td><td>{@code @PermitAll} in a class that is {@code @DenyAll}</td></tr>
 *   <tr><td>{@code DELETE /maintenance/orders}</td><td>nobody</td><td>the class's {@code @DenyAll}</td></tr>
 * </table>
 */
@ApplicationPath("/")
public class OrdersApplication extends Application {}
