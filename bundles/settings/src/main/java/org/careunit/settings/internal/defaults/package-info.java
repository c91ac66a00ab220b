/** Settings of regions, and their defaults for units. */
package org.careunit.settings.internal.defaults;
