package org.tinybabel.lab.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceGroupTest {

    @ParameterizedTest
    @CsvSource({
        "apache-2.0, PERMISSIVE",
        "mit, PERMISSIVE",
        "bsd-3-clause, PERMISSIVE",
        "CC-BY-4.0 , PERMISSIVE",
        "cc-by-2.5, PERMISSIVE",
        "cc-by, OTHER",
        "cc0-1.0, PERMISSIVE",
        "cdla-permissive-2.0, PERMISSIVE",
        "mpl-2.0, PERMISSIVE",
        "odc-by, PERMISSIVE",
        "odbl, PERMISSIVE",
        "pddl, PERMISSIVE",
        "wtfpl, PERMISSIVE",
        "unlicense, PERMISSIVE",
        "gpl-3.0, RESTRICTED",
        "agpl-3.0, RESTRICTED",
        "lgpl, RESTRICTED",
        "gfdl, RESTRICTED",
        "cc-by-sa-3.0, RESTRICTED",
        "cc-by-nc-sa-4.0, RESTRICTED",
        "cc-by-nd-4.0, RESTRICTED",
        "cdla-sharing-1.0, RESTRICTED",
        "bigscience-openrail-m, RESTRICTED",
        "openrail++, RESTRICTED",
        "unknown, UNKNOWN",
        "None, UNKNOWN",
        "'', UNKNOWN",
        "'  ', UNKNOWN",
        "other, OTHER",
        "llama3.1, OTHER",
        "limited-use, OTHER",
        "mitigated, OTHER"
    })
    void nameTellsGroup(String name, LicenceGroup group) {
        assertThat(LicenceGroup.of(name)).isEqualTo(group);
    }

    @Test
    void ofSeveralTheStrictestCounts() {
        assertThat(LicenceGroup.of(List.of("mit", "gfdl"))).isEqualTo(LicenceGroup.RESTRICTED);
        assertThat(LicenceGroup.of(List.of("mit", "llama3"))).isEqualTo(LicenceGroup.OTHER);
        assertThat(LicenceGroup.of(List.of("unknown", "mit"))).isEqualTo(LicenceGroup.PERMISSIVE);
        assertThat(LicenceGroup.of(List.of())).isEqualTo(LicenceGroup.UNKNOWN);
    }

    @Test
    void theMachinesLanguageDoesNotMatter() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(LicenceGroup.of("MIT")).isEqualTo(LicenceGroup.PERMISSIVE);
        } finally {
            Locale.setDefault(before);
        }
    }
}
