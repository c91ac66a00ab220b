/** Stored terms: their points, how a unit's are merged with its region's, and their JSON. */
package org.careunit.terms.internal.text;
