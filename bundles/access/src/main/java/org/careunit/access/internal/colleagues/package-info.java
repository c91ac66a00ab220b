/** Looks colleagues up by personal identity number, and follows their employment. */
package org.careunit.access.internal.colleagues;
