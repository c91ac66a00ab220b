/** What a resident may send to a unit now, and why not. */
package org.careunit.casetypes.internal.offers;
