package org.samokasa.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The directions in which code may look. Each rule's reason is in docs/decisions/0001-architecture.md. */
@AnalyzeClasses(packages = "org.samokasa", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String WHY = "see docs/decisions/0001-architecture.md, rule ";

    @ArchTest
    static final ArchRule rule_1_the_domain_depends_on_the_jdk_alone = classes()
            .that()
            .resideInAPackage("org.samokasa.kiosk.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.samokasa.kiosk.domain..", "java.lang..", "java.util..", "java.math..", "java.time..")
            .allowEmptyShould(true)
            .because(WHY + 1);

    @ArchTest
    static final ArchRule rule_2_the_core_sees_no_surroundings = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.samokasa.kiosk.lane..",
                    "org.samokasa.kiosk.help..",
                    "org.samokasa.kiosk.insight..",
                    "org.samokasa.kiosk.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.samokasa.kiosk.ui..",
                    "org.samokasa.kiosk.persistence..",
                    "org.samokasa.kiosk.network..",
                    "org.samokasa.kiosk.web..",
                    "org.samokasa.kiosk.hardware..",
                    "org.samokasa.kiosk.app..")
            .allowEmptyShould(true)
            .because(WHY + 2);

    @ArchTest
    static final ArchRule rule_2_only_hardware_and_app_see_devices = noClasses()
            .that()
            .resideInAPackage("org.samokasa.kiosk..")
            .and()
            .resideOutsideOfPackages("org.samokasa.kiosk.hardware..", "org.samokasa.kiosk.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.samokasa.devices..")
            .allowEmptyShould(true)
            .because(WHY + 2);

    @ArchTest
    static final ArchRule rule_3_protocols_are_pure = noClasses()
            .that()
            .resideInAPackage("org.samokasa.protocol..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.samokasa.transport..",
                    "org.samokasa.driver..",
                    "org.samokasa.devices..",
                    "java.io..",
                    "java.net..",
                    "java.util.concurrent..",
                    "java.util.logging..",
                    "org.slf4j..")
            .allowEmptyShould(true)
            .because(WHY + 3);

    @ArchTest
    static final ArchRule rule_4_port_libraries_stay_in_transport = noClasses()
            .that()
            .resideOutsideOfPackage("..transport..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fazecast..", "org.usb4java..", "javax.usb..", "org.hid4java..", "com.sun.jna..")
            .allowEmptyShould(true)
            .because(WHY + 4);

    @ArchTest
    static final ArchRule rule_4_javapos_stays_in_its_drivers = noClasses()
            .that()
            .resideOutsideOfPackage("org.samokasa.driver.javapos..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jpos..")
            .because(WHY + 4);

    @ArchTest
    static final ArchRule rule_4_sql_stays_in_persistence = noClasses()
            .that()
            .resideOutsideOfPackage("org.samokasa.kiosk.persistence..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.h2..")
            .allowEmptyShould(true)
            .because(WHY + 4);

    @ArchTest
    static final ArchRule rule_5_windows_stay_in_ui = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.samokasa.kiosk.ui..",
                    "org.samokasa.sim.panel..",
                    "org.samokasa.sim.paper..",
                    "org.samokasa.transport.picture..",
                    "org.samokasa..app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.swing..", "java.awt..", "com.formdev..")
            .allowEmptyShould(true)
            .because(WHY + 5);

    @ArchTest
    static final ArchRule rule_5_the_code_library_is_seen_by_those_who_read_and_draw_codes = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.samokasa.driver.camera..", "org.samokasa.sim.paper..", "org.samokasa.kiosk.ui.code..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.zxing..")
            .because("see docs/decisions/0015-camera.md and 0026-codes-on-screen.md");

    @ArchTest
    static final ArchRule rule_6_drivers_see_neither_kiosk_nor_simulator = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.samokasa.devices..",
                    "org.samokasa.protocol..",
                    "org.samokasa.transport..",
                    "org.samokasa.driver..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.samokasa.kiosk..", "org.samokasa.sim..")
            .because(WHY + 6);

    @ArchTest
    static final ArchRule rule_6_simulator_and_kiosk_do_not_see_each_other = noClasses()
            .that()
            .resideInAPackage("org.samokasa.sim..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.samokasa.kiosk..")
            .because(WHY + 6);

    @ArchTest
    static final ArchRule rule_6_kiosk_does_not_see_the_simulator = noClasses()
            .that()
            .resideInAPackage("org.samokasa.kiosk..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.samokasa.sim..")
            .allowEmptyShould(true)
            .because(WHY + 6);

    @ArchTest
    static final ArchRule rule_7_only_app_chooses_drivers = noClasses()
            .that()
            .resideInAPackage("org.samokasa.kiosk..")
            .and()
            .resideOutsideOfPackage("org.samokasa.kiosk.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.samokasa.driver..")
            .allowEmptyShould(true)
            .because(WHY + 7);

    @ArchTest
    static final ArchRule rule_7_the_simulator_stays_across_the_wire = noClasses()
            .that()
            .resideInAPackage("org.samokasa.sim..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.samokasa.driver..")
                    .or(resideInAPackage("org.samokasa.protocol..").and(simpleNameEndingWith("Session"))))
            .because(WHY + 7);

    @ArchTest
    static final ArchRule rule_8_time_and_chance_are_passed_in = noClasses()
            .that()
            .resideOutsideOfPackages("org.samokasa..app..", "org.samokasa..transport..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callConstructor(java.util.Random.class)
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .because(WHY + 8);

    @ArchTest
    static final ArchRule rule_9_no_floating_point_in_the_domain = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("org.samokasa.kiosk.domain..")
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class)
            .allowEmptyShould(true)
            .because(WHY + 9);

    @ArchTest
    static final ArchRule rule_10_features_form_no_cycle = slices().matching("org.samokasa.kiosk.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true)
            .because(WHY + 10);

    @ArchTest
    static final ArchRule rule_10_events_are_records = classes()
            .that()
            .haveSimpleNameEndingWith("Event")
            .and()
            .resideInAnyPackage("org.samokasa.kiosk.lane..", "org.samokasa.kiosk.help..")
            .should(beSealedOrRecord())
            .allowEmptyShould(true)
            .because(WHY + 10);

    private static ArchCondition<JavaClass> beSealedOrRecord() {
        return new ArchCondition<>("be a record or a sealed interface") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean fine = item.reflect().isRecord() || item.reflect().isSealed();
                events.add(new SimpleConditionEvent(item, fine, item.getName() + (fine ? " is" : " is neither")));
            }
        };
    }
}
