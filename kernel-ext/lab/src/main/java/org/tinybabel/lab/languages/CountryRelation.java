package org.tinybabel.lab.languages;

import com.ibm.icu.text.CurrencyMetaInfo;
import com.ibm.icu.text.CurrencyMetaInfo.CurrencyFilter;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.Region;
import com.ibm.icu.util.Region.RegionType;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Date;
import java.util.Optional;

/** What Unicode CLDR (in ICU4J) knows of a country: the relation of a fact (country, relation, value). */
public enum CountryRelation {

    /** The first legal tender on the date, as an ISO 4217 code such as {@code EUR}. */
    CURRENCY {
        @Override
        Optional<String> find(String country, LocalDate date) {
            var noon = Date.from(date.atTime(12, 0).toInstant(ZoneOffset.UTC));
            var filter = CurrencyFilter.onRegion(country).withDate(noon).withTender();
            return CurrencyMetaInfo.getInstance().currencies(filter).stream().findFirst();
        }

        @Override
        public String name(String value, ULocale language) {
            return Currency.getInstance(value).getName(language, Currency.LONG_NAME, null);
        }
    },

    /** The language that CLDR takes to be the likeliest there, such as {@code uz}: a guess, not a census. */
    LANGUAGE {
        @Override
        Optional<String> find(String country, LocalDate date) {
            return known(likely(country).getLanguage());
        }

        @Override
        public String name(String value, ULocale language) {
            return ULocale.getDisplayLanguage(value, language);
        }
    },

    /** The script that CLDR takes to be the likeliest there, as an ISO 15924 code such as {@code Latn}. */
    SCRIPT {
        @Override
        Optional<String> find(String country, LocalDate date) {
            return known(likely(country).getScript());
        }

        @Override
        public String name(String value, ULocale language) {
            return ULocale.getDisplayScript("und_" + value, language);
        }
    },

    /** The sub-region of the United Nations' M49 standard, such as {@code 143} for Central Asia. */
    SUBREGION {
        @Override
        Optional<String> find(String country, LocalDate date) {
            return containing(country, RegionType.SUBCONTINENT);
        }

        @Override
        public String name(String value, ULocale language) {
            return ULocale.getDisplayCountry("und_" + value, language);
        }
    },

    /** The continent of the United Nations' M49 standard, such as {@code 142} for Asia. */
    CONTINENT {
        @Override
        Optional<String> find(String country, LocalDate date) {
            return containing(country, RegionType.CONTINENT);
        }

        @Override
        public String name(String value, ULocale language) {
            return ULocale.getDisplayCountry("und_" + value, language);
        }
    },

    /** The first time zone in alphabetical order, such as {@code Asia/Samarkand}; its name is the same in every language. */
    TIME_ZONE {
        @Override
        Optional<String> find(String country, LocalDate date) {
            var zones = TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, country, null);
            return zones.stream().sorted().findFirst();
        }

        @Override
        public String name(String value, ULocale language) {
            return value;
        }
    },

    /** The distance of the first time zone's standard time from that of Greenwich, such as {@code UTC+5}. */
    UTC_OFFSET {
        @Override
        Optional<String> find(String country, LocalDate date) {
            return TIME_ZONE.find(country, date).map(zone -> {
                var offsets = new int[2];
                TimeZone.getTimeZone(zone)
                        .getOffset(date.atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli(), false, offsets);
                var minutes = offsets[0] / 60_000;
                return "UTC" + (minutes < 0 ? "-" : "+") + Math.abs(minutes) / 60
                        + (minutes % 60 == 0 ? "" : ":" + Math.abs(minutes) % 60);
            });
        }

        @Override
        public String name(String value, ULocale language) {
            return value;
        }
    },

    /** The day with which calendars begin the week, such as {@code MONDAY}; where CLDR says nothing of a country, that of the world. */
    WEEK_START {
        @Override
        Optional<String> find(String country, LocalDate date) {
            var first = Calendar.getWeekDataForRegion(country).firstDayOfWeek;
            return Optional.of(
                    DayOfWeek.of(first == Calendar.SUNDAY ? 7 : first - 1).name());
        }

        @Override
        public String name(String value, ULocale language) {
            return DayOfWeek.valueOf(value).getDisplayName(TextStyle.FULL, language.toLocale());
        }
    },

    /** How lengths and weights are measured: {@code SI}, {@code US} or {@code UK}. */
    MEASUREMENT {
        @Override
        Optional<String> find(String country, LocalDate date) {
            var system = LocaleData.getMeasurementSystem(new ULocale("und_" + country));
            return Optional.of(
                    system == LocaleData.MeasurementSystem.US
                            ? "US"
                            : system == LocaleData.MeasurementSystem.UK ? "UK" : "SI");
        }

        @Override
        public String name(String value, ULocale language) {
            return value;
        }
    };

    abstract Optional<String> find(String country, LocalDate date);

    /**
     * The name of a value.
     *
     * @param value a code of this relation, such as {@code EUR} for {@link #CURRENCY}
     * @param language the language of the name
     * @return such as {@code Euro}; where CLDR has no name, the code
     */
    public abstract String name(String value, ULocale language);

    private static ULocale likely(String country) {
        return ULocale.addLikelySubtags(new ULocale("und_" + country));
    }

    private static Optional<String> known(String code) {
        return code.isEmpty() || code.equals("und") ? Optional.empty() : Optional.of(code);
    }

    private static Optional<String> containing(String country, RegionType type) {
        return Optional.ofNullable(Region.getInstance(country).getContainingRegion(type))
                .map(Region::toString);
    }
}
