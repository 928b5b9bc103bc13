/**
 * The benchmarks behind {@code ./samokasa bench}: each measures ours and a reference in turn in the same run, because
 * machines differ and are noisy. docs/performance.md says what each figure means.
 */
package org.samokasa.bench;
