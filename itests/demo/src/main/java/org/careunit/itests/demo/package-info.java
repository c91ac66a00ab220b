/** One command that starts everything, tells a story and shows what came in and what went out. */
package org.careunit.itests.demo;
