/** Registers and opens care units, over the store's register of them. */
package org.careunit.units.internal;
