/** The table of rights, and who may do what now. */
package org.careunit.access.internal.rights;
