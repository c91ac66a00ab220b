/** Names of units in EK. */
package org.careunit.settings.internal.names;
