/** Settings of units and regions: each section is a versioned document, read from a cache. */
package org.careunit.settings.internal;
