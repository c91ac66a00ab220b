/** What units are called. */
package org.careunit.settings.internal.names;
