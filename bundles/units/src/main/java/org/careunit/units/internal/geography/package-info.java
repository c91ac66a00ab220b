/** Counties and municipalities. */
package org.careunit.units.internal.geography;
