/** Case types: the catalogue, units' choices, named residents, the offer, and the operator's commands. */
package org.careunit.casetypes.internal;
