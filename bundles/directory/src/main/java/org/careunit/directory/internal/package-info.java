/**
 * The EK directory over LDAP: {@link org.careunit.directory.internal.DirectoryRoutes} asks it,
 * {@link org.careunit.directory.internal.LdapStaffDirectory} remembers what it said and answers even while it is down.
 */
package org.careunit.directory.internal;
