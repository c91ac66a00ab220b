/** Keeps each section of a unit's settings as a document of its own, and answers what it says from memory. */
package org.careunit.settings.internal;
