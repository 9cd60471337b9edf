package org.startupatlas.imports.cell.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.startupatlas.schema.Field;
import org.startupatlas.schema.Fields;
import org.startupatlas.testing.H2Only;

/** Tests that the other cells of a column decide what an ambiguous number is. */
@H2Only
class NumberStyleTest {

    private static final Field COUNT = Fields.integer("count", 0, 10_000_000, "A count.", 1);
    private static final Field SUM = Fields.decimal("value", 0, 1_000_000_000_000_000L, "A sum.", 1);

    private static NumberStyle style(Field field, String cells) {
        NumberStyle style = NumberStyle.UNKNOWN;
        for (String cell : cells.split("\\|")) {
            style = style.with(field, cell);
        }
        return style;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "1,000 # 1,234 # 1000",
                "1,000 # 12|250|1.5 # 1000",
                "1,000 # 250,00 # 1",
                "98.000 # 1.234.567 # 98000",
                "98.000 # 1.234 # 98000",
                "98.000 # 12.0 # 98",
                "98.000 # 12,0 # 98000",
                "98.000 # 12|250|N/A #",
                "98.000 # 1,234|1.234 #",
                "1.234 # 12 # 1234",
            })
    void integersAreDecidedByTheirColumn(String cell, String others, String number) {
        assertEquals(
                number == null ? "" : number,
                NumberParser.read(COUNT, cell, style(COUNT, others), false)
                        .map(Object::toString)
                        .orElse(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "1,000 # 1,000,000 # 1000",
                "1,000 # 12,5 # 1",
                "98.000 # 1 234,50 # 98000",
                "98.000 # 1234,50 # 98000",
                "98.000 # 1 500 000 #",
                "98.000 # 12.5 # 98",
                "98.000 # 1,5 M€ # 98000",
                "98.000 # 12.5|12,5 #",
                "1.234 # 12 #",
                "0.125 # 12 # 0.125",
                "5000000,00 # 12 # 5000000",
                "٥٠٠٠٠٠٠ # 12 # 5000000",
            })
    void sumsAreDecidedByTheirColumn(String cell, String others, String number) {
        assertEquals(
                number == null ? "" : number,
                NumberParser.read(SUM, cell, style(SUM, others), true)
                        .map(Object::toString)
                        .orElse(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "1,5 M€ # 1500000 EUR null",
                "€1.5m # 1500000 EUR null",
                "US$ 5M # 5000000 USD null",
                "5 M$ # 5000000 USD null",
                "12 MDH # 12000000 MAD null",
                "12 MMAD # 12000000 MAD null",
                "12 millions de dirhams # 12000000 MAD null",
                "800 k€ # 800000 EUR null",
                "2 Mds MAD # 2000000000 MAD null",
                "3 مليون درهم # 3000000 MAD null",
                "5 000 000 dhs # 5000000 MAD null",
                "EUR 250,000.50 # 250000.50 EUR null",
                "~ 3 M€ # 3000000 EUR about",
                "> 3 M€ # 3000000 EUR at_least",
                "plus de 3 M€ # 3000000 EUR at_least",
                "3 M€+ # 3000000 EUR at_least",
                "250000 # 250000 null null",
                "5 M # 5000000 null null",
                "5 florins # #",
                "3-5 M€ # #",
                "€5 $ # #",
                "10 millions d'euros # 10000000 EUR null",
                "MAD 10 millions # 10000000 MAD null",
                "US$500K # 500000 USD null",
                "1'000'000 CHF # 1000000 CHF null",
                "10 000 F CFA # #",
                "98.000 € # #",
            })
    void sumsHaveCurrenciesAndMillions(String text, String sum) {
        assertEquals(
                sum == null ? "" : sum,
                MoneyText.parse(SUM, text, NumberStyle.UNKNOWN)
                        .map(money -> money.value().toPlainString() + " " + money.currency() + " " + money.qualifier())
                        .orElse(""));
    }
}
