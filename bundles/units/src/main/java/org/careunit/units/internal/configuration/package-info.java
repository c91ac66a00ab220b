/** Configuration as text: puts the parts of the bundles together into one document, and takes it apart again. */
package org.careunit.units.internal.configuration;
