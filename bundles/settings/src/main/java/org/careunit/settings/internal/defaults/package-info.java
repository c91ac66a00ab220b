/** What a region decides for itself and its units. */
package org.careunit.settings.internal.defaults;
