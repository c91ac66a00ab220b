/** A region's case types, and to which units they are handed out. */
package org.careunit.casetypes.internal.catalogue;
