/** Checks whether what a section names exists and may be named. */
package org.careunit.settings.internal.references;
