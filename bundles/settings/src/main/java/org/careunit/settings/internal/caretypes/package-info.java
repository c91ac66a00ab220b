/** What residents may search by: a catalogue that an operator may replace. */
package org.careunit.settings.internal.caretypes;
