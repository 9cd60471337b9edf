package org.startupatlas.network.match;

import java.math.BigDecimal;
import org.startupatlas.network.match.criterion.Compared;
import org.startupatlas.network.match.criterion.Criterion;

/** What came of one criterion in a match. */
record Verdict(Criterion criterion, BigDecimal weight, Compared compared) {}
