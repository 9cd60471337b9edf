package org.startupatlas.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.startupatlas.record.Claim;
import org.startupatlas.record.OtherName;

/** Tests that a schema that differs from its record stops the application with a message that says where. */
class SchemaRegistryTest {

    record Place(String city, Integer capacity) {}

    record ThingRecord(
            UUID id,
            String slug,
            Integer version,
            String name,
            List<OtherName> otherNames,
            String color,
            List<Place> places,
            String notes,
            List<Claim> provenance,
            Instant createdAt,
            Instant updatedAt) {}

    private static final Field COLOR = Fields.text("color", "Its color.", "red");
    private static final Field CITY = Fields.text("city", "The city.", "Rabat");
    private static final Field CAPACITY = Fields.integer("capacity", 0, 10, "How many it holds.", 1);
    private static final Field PLACES = Fields.objects("places", "Where it is.", CITY, CAPACITY);

    @Test
    void fieldsInTheOrderOfTheComponentsAreAccepted() {
        assertEquals(
                1, new SchemaRegistry(List.of(things(COLOR, PLACES))).schemas().size());
    }

    @Test
    void componentWithoutFieldIsNamed() {
        assertRejected(
                "things and the components of ThingRecord differ: no field is declared for [color], no component for []",
                PLACES);
    }

    @Test
    void fieldWithoutComponentIsNamed() {
        assertRejected(
                "things and the components of ThingRecord differ: no field is declared for [], no component for [size]",
                COLOR,
                PLACES,
                Fields.text("size", "Its size.", "small"));
    }

    @Test
    void partWithoutComponentIsNamed() {
        assertRejected(
                "things.places and the components of Place differ: no field is declared for [capacity], no component for []",
                COLOR,
                Fields.objects("places", "Where it is.", CITY));
    }

    @Test
    void otherOrderIsRejected() {
        assertRejected(
                "things.places and the components of Place differ: the fields are in the order [capacity, city],"
                        + " the components in [city, capacity]",
                COLOR,
                Fields.objects("places", "Where it is.", CAPACITY, CITY));
    }

    private static void assertRejected(String violation, Field... fields) {
        List<ResourceSchema> schemas = List.of(things(fields));
        IllegalStateException rejected = assertThrows(IllegalStateException.class, () -> new SchemaRegistry(schemas));
        assertEquals("wrong declarations: " + violation, rejected.getMessage());
    }

    private static ResourceSchema things(Field... fields) {
        return ResourceSchema.of("things", "thing", "thing", "Things.", ThingRecord.class)
                .fields(CommonFields.leading(true, "a-thing", "A thing"))
                .fields(List.of(fields))
                .fields(CommonFields.trailing());
    }
}
