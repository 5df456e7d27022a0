package org.tinybabel.lab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ContingencyTableTest {

    /** Licence groups of Chinese, Japanese and Korean datasets; the numbers below are SciPy's. */
    private static final long[][] LICENCES = {{792, 318, 301, 45}, {393, 203, 156, 105}, {286, 159, 288, 27}};

    @Test
    void chiSquareAndCramersVAreThoseOfSciPy() {
        var table = ContingencyTable.of(LICENCES);

        assertThat(table.total()).isEqualTo(3073);
        assertThat(table.degreesOfFreedom()).isEqualTo(6);
        assertThat(table.chiSquare()).isCloseTo(197.9, within(0.05));
        assertThat(table.cramersV()).isCloseTo(0.179, within(5e-4));
        assertThat(table.pValue()).isLessThan(1e-30);
    }

    @Test
    void adjustedResidualsNameTheCellsThatDiffer() {
        var residuals = ContingencyTable.of(LICENCES).adjustedResiduals();

        assertThat(residuals[2][2]).isCloseTo(10.1, within(0.05));
        assertThat(residuals[1][3]).isCloseTo(9.6, within(0.05));
        assertThat(residuals[0][0]).isCloseTo(6.9, within(0.05));
    }

    @Test
    void theSquareOfAResidualOfTwoByTwoIsChiSquare() {
        var table = ContingencyTable.of(new long[][] {{12, 5}, {7, 9}});

        assertThat(Math.pow(table.adjustedResiduals()[0][1], 2)).isCloseTo(table.chiSquare(), within(1e-12));
    }

    @Test
    void oneIsPerfectAndZeroIndependent() {
        assertThat(ContingencyTable.of(new long[][] {{10, 0}, {0, 10}}).cramersV())
                .isCloseTo(1, within(1e-12));
        assertThat(ContingencyTable.of(new long[][] {{5, 5}, {5, 5}}).cramersV())
                .isZero();
    }

    @Test
    void rowsAndColumnsWithoutCountsChangeNothing() {
        var full = ContingencyTable.of(new long[][] {{8, 2}, {3, 7}});
        var wider = ContingencyTable.of(new long[][] {{8, 0, 2}, {0, 0, 0}, {3, 0, 7}});

        assertThat(wider.cramersV()).isEqualTo(full.cramersV());
        assertThat(wider.pValue()).isEqualTo(full.pValue());
        assertThat(wider.degreesOfFreedom()).isEqualTo(1);
        assertThat(wider.adjustedResiduals()[2][2]).isEqualTo(full.adjustedResiduals()[1][1]);
        assertThat(wider.adjustedResiduals()[1]).containsOnly(0);
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ContingencyTable.of(new long[][] {{1, 2}, {3}}));
        assertThatIllegalArgumentException().isThrownBy(() -> ContingencyTable.of(new long[][] {{1, -2}, {3, 4}}));
        assertThatIllegalArgumentException().isThrownBy(() -> ContingencyTable.of(new long[][] {{1, 2}, {0, 0}}));
        assertThatIllegalArgumentException().isThrownBy(() -> ContingencyTable.of(new long[0][]));
    }
}
