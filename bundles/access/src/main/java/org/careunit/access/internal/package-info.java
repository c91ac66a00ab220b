/** Permissions of staff, and the access control with its table of rights. */
package org.careunit.access.internal;
