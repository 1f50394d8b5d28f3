/** Contract suites for the ports, seeded simulation, FlowTester and fakes; for tests only. */
@NullMarked
package dev.legato.testkit;

import org.jspecify.annotations.NullMarked;
