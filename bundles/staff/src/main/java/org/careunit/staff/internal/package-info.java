/** Personal settings: merges a person's choices with the directory's entry, of which a copy is stored for outages. */
package org.careunit.staff.internal;
