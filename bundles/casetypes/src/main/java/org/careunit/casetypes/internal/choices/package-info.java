/** What a unit decides of its case types. */
package org.careunit.casetypes.internal.choices;
