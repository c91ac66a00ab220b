/** Connections to the directory and searches in it. */
package org.careunit.directory.internal.ldap;
