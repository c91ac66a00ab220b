/** Looks up who may be what, and holds the one table that says what that allows them to do. */
package org.careunit.access.internal;
