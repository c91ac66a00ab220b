/** The table of rights, and the access control by it. */
package org.careunit.access.internal.rights;
