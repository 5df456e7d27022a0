package org.tinybabel.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tinybabel.kernel.notebook.Notebook;
import org.tinybabel.kernel.notebook.NotebookFormatException;

class StoredFindingsTest {

    private static StoredFindings finding(String text, String template, String values) throws NotebookFormatException {
        return StoredFindings.of(Notebook.parse(
                ("{'nbformat': 4, 'nbformat_minor': 5, 'metadata': {}, 'cells': [{'cell_type': 'code', 'id': 'a', "
                                + "'metadata': {}, 'execution_count': 1, 'source': [], 'outputs': [{'output_type': "
                                + "'display_data', 'metadata': {}, 'data': {'application/vnd.tinybabel.finding+json': "
                                + "{'version': 1, 'text': '" + text + "', 'template': '" + template + "', 'values': ["
                                + values + "]}}}]}]}")
                        .replace('\'', '"'),
                "a notebook"));
    }

    private static StoredFindings gain(double gain, String word) throws NotebookFormatException {
        return finding("It is " + gain + " " + word + ".", "It is {} {}.", "{'mean': " + gain + "}, '" + word + "'");
    }

    @Test
    void theSameSentenceIsNoDifference() throws NotebookFormatException {
        assertThat(gain(0.5, "more").differences(gain(0.5, "more"), 0)).isEmpty();
    }

    @Test
    void numbersMayMoveAsFarAsIsAllowedAndWordsMayNot() throws NotebookFormatException {
        assertThat(gain(0.5, "more").differences(gain(0.52, "more"), 0.1)).isEmpty();
        assertThat(gain(0.5, "more").differences(gain(0.6, "more"), 0.1))
                .containsExactly("cell a: stored as \"It is 0.5 more.\", now \"It is 0.6 more.\"");
        assertThat(gain(0.5, "more").differences(gain(0.6, "more"), Double.POSITIVE_INFINITY))
                .isEmpty();
        assertThat(gain(0.5, "more").differences(gain(0.5, "less"), Double.POSITIVE_INFINITY))
                .hasSize(1);
    }

    @Test
    void anotherSentenceAndAMissingOneAreDifferences() throws NotebookFormatException {
        assertThat(gain(0.5, "more").differences(finding("It was 0.5.", "It was {}.", "0.5"), 1))
                .hasSize(1);
        assertThat(gain(0.5, "more").differences(new StoredFindings(java.util.List.of()), 1))
                .containsExactly("stored with 1 findings, now there are 0");
    }
}
