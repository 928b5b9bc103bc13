package org.samokasa.protocol.zvt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.protocol.Bytes;

/** Golden frames of payment-zvt.md section 17, read and, where we may send them, written. */
class ZvtCodecTest {
    private static final String PASSWORD = "102030";

    @Test
    void f1_registration() {
        Tlv wishes = Tlv.of(
                Tlv.object(0x12, Bytes.of(0x40)),
                Tlv.object(0x1A, Bytes.of(0x08, 0x00)),
                Tlv.object(0x26, Tlv.object(0x0A, Bytes.of(0x06, 0xD3))),
                Tlv.object(0x27, Tlv.object(0x14, Bytes.of(0x01))));
        Fields fields = Fields.NONE.with(Fields.SERVICE, Bytes.of(1)).with(Fields.TLV, wishes);
        EcrCommand registration = new EcrCommand.Registration(PASSWORD, 0xBE, Optional.of("0978"), fields);
        assertThat(EcrCommand.encode(registration).encode()).isEqualTo(ZvtExamples.F1);
        assertThat(readEcr(ZvtExamples.F1)).isEqualTo(registration);
    }

    @Test
    void f2_completion_of_the_registration() {
        Fields fields = ((PtCommand.Completion) readPt(ZvtExamples.F2)).fields();
        assertThat(fields.octet(Fields.STATUS)).contains(0);
        assertThat(fields.digits(Fields.TERMINAL_ID)).contains("52100477");
        assertThat(fields.currency()).contains("EUR");
        assertThat(fields.tlv().find(0x27).flatMap(set -> set.part(0x14)).map(Tlv.TlvObject::value))
                .contains(Bytes.of(1));
        assertThat(fields.tlv().find(0x26).orElseThrow().parts()).hasSize(2);
    }

    @Test
    void f3_registration_refused_with_the_terminals_currency() {
        Response refusal = Response.read(ZvtExamples.apdu(ZvtExamples.F3)).orElseThrow();
        assertThat(refusal.isPositive()).isFalse();
        assertThat(refusal.code()).isEqualTo(0x1E);
        assertThat(refusal.data()).isEqualTo(Bytes.hex("6F 07 56"));
    }

    @Test
    void f4_authorisation() {
        Fields fields = Fields.NONE
                .with(Fields.AMOUNT, Bcd.encode(2310, 6))
                .with(Fields.CURRENCY, Bcd.encode("0978"))
                .with(Fields.STATUS, Bytes.of(0x40));
        EcrCommand payment = new EcrCommand.Authorisation(fields);
        assertThat(EcrCommand.encode(payment).encode()).isEqualTo(ZvtExamples.F4);
        assertThat(readEcr(ZvtExamples.F4)).isEqualTo(payment);
    }

    @Test
    void f5_and_f6_intermediate_status() {
        PtCommand.IntermediateStatus insert = (PtCommand.IntermediateStatus) readPt(ZvtExamples.F5);
        assertThat(insert.status()).isEqualTo(0x0A);
        assertThat(insert.minutes()).contains(1);
        assertThat(insert.tlv().find(0x24).orElseThrow().parts())
                .extracting(line -> ZvtCharset.CP437.decode(line.value()))
                .containsExactly("Karte bitte", "23,10 EUR");
        assertThat(readPt(ZvtExamples.F6))
                .isEqualTo(new PtCommand.IntermediateStatus(0x04, Optional.empty(), Tlv.EMPTY));
        assertWrittenAgain(ZvtExamples.F5);
        assertWrittenAgain(ZvtExamples.F6);
    }

    @Test
    void an_intermediate_status_may_leave_out_the_time_limit_before_its_container() {
        // F5 without its third byte: section 8.5 marks T4 as optional.
        PtCommand.IntermediateStatus status = (PtCommand.IntermediateStatus)
                readPt(Bytes.hex("04 FF 13 0A 06 10 24 0E 07 0C 4B 61 72 74 65 20 62 69 74 74 65 21"));
        assertThat(status.minutes()).isEmpty();
        assertThat(status.tlv().find(0x24)).isPresent();
    }

    @Test
    void f7_approval() {
        Fields fields = ((PtCommand.StatusInformation) readPt(ZvtExamples.F7)).fields();
        assertThat(fields.octet(Fields.RESULT)).contains(ResultCode.APPROVED);
        assertThat(fields.amountMinor()).contains(2310L);
        assertThat(fields.currency()).contains("EUR");
        assertThat(fields.digits(Fields.TRACE)).contains("000418");
        assertThat(fields.digits(Fields.TIME)).contains("141037");
        assertThat(fields.digits(Fields.DATE)).contains("1106");
        assertThat(fields.digits(Fields.RECEIPT)).contains("0318");
        assertThat(fields.digits(Fields.TERMINAL_ID)).contains("52100477");
        assertThat(fields.text(Fields.APPROVAL_CODE, ZvtCharset.CP437)).contains("710426");
        assertThat(fields.text(Fields.CARD_NAME, ZvtCharset.CP437)).contains("Debit Mastercard");
        assertThat(fields.text(Fields.CONTRACT, ZvtCharset.CP437)).contains("4501077310");
        assertThat(fields.text(Fields.TEXT, ZvtCharset.CP437)).contains("Genehmigt");
        assertThat(fields.find(Fields.PAN).flatMap(MaskedPan::text)).contains("999999******6104");
        assertThat(fields.tlv().find(0x2F).flatMap(how -> how.part(0x1F12)).map(Tlv.TlvObject::value))
                .contains(Bytes.of(2));
        assertThat(fields.unread()).isEmpty();
        assertThat(fields.damaged()).isEmpty();
        assertWrittenAgain(ZvtExamples.F7);
    }

    @Test
    void f8_and_f9_receipts() {
        PtCommand.PrintTextBlock merchant = (PtCommand.PrintTextBlock) readPt(ZvtExamples.F8);
        assertThat(merchant.tlv().find(0x1F07).map(Tlv.TlvObject::value)).contains(Bytes.of(1));
        Tlv.TlvObject first = merchant.tlv().find(0x25).orElseThrow().part(0x07).orElseThrow();
        assertThat(ZvtCharset.ISO_8859_1.decode(first.value())).isEqualTo("Händlerbeleg");
        PtCommand.PrintTextBlock customer = (PtCommand.PrintTextBlock) readPt(ZvtExamples.F9);
        assertThat(customer.tlv().find(0x25).orElseThrow().parts()).hasSize(17);
        assertWrittenAgain(ZvtExamples.F8);
        assertWrittenAgain(ZvtExamples.F9);
    }

    @Test
    void f10_to_f12_print_lines() {
        assertThat(readPt(ZvtExamples.F10))
                .isEqualTo(new PtCommand.PrintLine(0x40, Bytes.ascii("* * * 23,10 EUR * * *")));
        assertThat(readPt(ZvtExamples.F11)).isEqualTo(new PtCommand.PrintLine(0xFF, Bytes.of(3)));
        assertThat(readPt(ZvtExamples.F12)).isEqualTo(new PtCommand.PrintLine(0x81, Bytes.EMPTY));
        for (Bytes frame : List.of(ZvtExamples.F10, ZvtExamples.F11, ZvtExamples.F12)) {
            assertWrittenAgain(frame);
        }
    }

    @Test
    void a_container_behind_a_print_line_is_not_text() {
        // Section 15: 06 D1 with a TLV container after the text.
        assertThat(readPt(Bytes.hex("06 D1 0B 00 42 65 6C 65 67 06 03 1F 07 02")))
                .isEqualTo(new PtCommand.PrintLine(
                        0x00,
                        Bytes.ascii("Beleg").plus(Bytes.hex("06 03 1F 07 02")).slice(0, 5)));
    }

    @Test
    void f13_to_f17_ends_and_declines() {
        assertThat(readPt(ZvtExamples.F13)).isEqualTo(new PtCommand.Completion(Bytes.EMPTY));
        Fields declined = ((PtCommand.StatusInformation) readPt(ZvtExamples.F14)).fields();
        assertThat(declined.octet(Fields.RESULT)).contains(5);
        assertThat(declined.digits(Fields.RECEIPT)).contains("0000");
        assertThat(((PtCommand.Abort) readPt(ZvtExamples.F15)).result()).contains(5);
        Fields stopped = ((PtCommand.StatusInformation) readPt(ZvtExamples.F16)).fields();
        assertThat(stopped.octet(Fields.RESULT)).contains(ResultCode.ABORTED);
        assertThat(stopped.amountMinor()).isEmpty();
        assertThat(((PtCommand.Abort) readPt(ZvtExamples.F17)).result()).contains(ResultCode.ABORTED);
        for (Bytes frame :
                List.of(ZvtExamples.F13, ZvtExamples.F14, ZvtExamples.F15, ZvtExamples.F16, ZvtExamples.F17)) {
            assertWrittenAgain(frame);
        }
    }

    @Test
    void f18_to_f23_abort_and_answers() {
        assertThat(EcrCommand.encode(new EcrCommand.Abort()).encode()).isEqualTo(ZvtExamples.F18);
        assertThat(readEcr(ZvtExamples.F18)).isEqualTo(new EcrCommand.Abort());
        assertThat(Response.negative(ResultCode.FUNCTION_UNKNOWN).encode()).isEqualTo(ZvtExamples.F19);
        assertThat(Response.negative(0xCC).encode()).isEqualTo(ZvtExamples.F20);
        assertThat(Response.negative(ResultCode.PLEASE_WAIT).encode()).isEqualTo(ZvtExamples.F21);
        Response partial = Response.read(ZvtExamples.apdu(ZvtExamples.F22)).orElseThrow();
        assertThat(partial.code()).isEqualTo(0x9D);
        assertThat(Fields.read(partial.data()).amountMinor()).contains(1000L);
        assertThat(Response.negative(ResultCode.GOODS_NOT_DELIVERED).encode()).isEqualTo(ZvtExamples.F23);
    }

    @Test
    void both_kinds_of_yes_are_yes_and_nothing_else_is() {
        assertThat(Response.read(Apdu.of(0x8000)).orElseThrow().isPositive()).isTrue();
        assertThat(Response.read(Apdu.of(0x8400)).orElseThrow().isPositive()).isTrue();
        assertThat(Response.read(Apdu.of(0x8001))).isEmpty();
        assertThat(Response.read(ZvtExamples.apdu(ZvtExamples.F13))).isEmpty();
    }

    @Test
    void f24_authorisation_with_mirror_id_and_partial_approval() {
        Fields fields = ((EcrCommand.Authorisation) readEcr(ZvtExamples.F24)).fields();
        assertThat(fields.amountMinor()).contains(845L);
        assertThat(fields.tlv().find(0x1F1F).map(Tlv.TlvObject::value)).contains(Bytes.hex("03 17"));
        assertThat(fields.tlv().octet(0x1F70)).contains(1);
        assertThat(EcrCommand.encode(new EcrCommand.Authorisation(fields)).encode())
                .isEqualTo(ZvtExamples.F24);
    }

    @Test
    void f25_to_f27_partial_approval_and_reversal() {
        assertThat(((PtCommand.StatusInformation) readPt(ZvtExamples.F25))
                        .fields()
                        .amountMinor())
                .contains(500L);
        Fields wanted = Fields.NONE
                .with(Fields.RECEIPT, Bcd.encode("0318"))
                .with(Fields.AMOUNT, Bcd.encode(2310, 6))
                .with(Fields.CURRENCY, Bcd.encode("0978"));
        EcrCommand reversal = new EcrCommand.Reversal(PASSWORD, wanted);
        assertThat(EcrCommand.encode(reversal).encode()).isEqualTo(ZvtExamples.F26);
        assertThat(readEcr(ZvtExamples.F26)).isEqualTo(reversal);
        Fields result = ((PtCommand.StatusInformation) readPt(ZvtExamples.F27)).fields();
        assertThat(result.digits(Fields.ORIGINAL_TRACE)).contains("000418");
        assertWrittenAgain(ZvtExamples.F25);
        assertWrittenAgain(ZvtExamples.F27);
    }

    @Test
    void f28_and_f39_are_read_as_commands_we_do_not_speak() {
        assertThat(readEcr(ZvtExamples.F28)).isInstanceOf(EcrCommand.Other.class);
        assertThat(readEcr(ZvtExamples.F39)).isInstanceOf(EcrCommand.Other.class);
    }

    @Test
    void f29_f30_f32_f35_f37_f40_are_written_as_printed() {
        Fields quietly = Fields.NONE.with(Fields.SERVICE, Bytes.of(3));
        Fields noVersion = Fields.NONE.with(Fields.SERVICE, Bytes.of(2));
        Fields line = Fields.NONE.with(Fields.TLV, Tlv.of(Tlv.object(0x1B, Bytes.of(1))));
        assertBothWays(new EcrCommand.RepeatReceipt(PASSWORD, quietly), ZvtExamples.F29);
        assertBothWays(new EcrCommand.EndOfDay(PASSWORD, Fields.NONE), ZvtExamples.F30);
        assertBothWays(new EcrCommand.StatusEnquiry(Optional.of(PASSWORD), noVersion), ZvtExamples.F32);
        assertBothWays(new EcrCommand.Diagnosis(line), ZvtExamples.F35);
        assertBothWays(new EcrCommand.Initialisation(PASSWORD, Fields.NONE), ZvtExamples.F37);
        assertBothWays(new EcrCommand.LogOff(), ZvtExamples.F40);
    }

    @Test
    void f31_totals() {
        Fields totals = ((PtCommand.StatusInformation) readPt(ZvtExamples.F31)).fields();
        assertThat(totals.amountMinor()).contains(20285L);
        assertThat(totals.find(0x60).map(Bytes::size)).contains(53);
        assertWrittenAgain(ZvtExamples.F31);
    }

    @Test
    void f33_and_f34_terminal_status_with_and_without_version() {
        TerminalStatus ready = ((PtCommand.Completion) readPt(ZvtExamples.F33))
                .terminalStatus()
                .orElseThrow();
        assertThat(ready.code()).isZero();
        assertThat(ready.version()).isEmpty();
        assertThat(ready.remedy()).isEqualTo(TerminalStatus.Remedy.NONE);
        TerminalStatus inserted = ((PtCommand.Completion) readPt(ZvtExamples.F34))
                .terminalStatus()
                .orElseThrow();
        assertThat(inserted.version()).isEqualTo("KS-PT 4.10b2");
        assertThat(inserted.code()).isEqualTo(0xDC);
    }

    @Test
    void f36_and_f38_clock_and_vendor_text() {
        Fields clock = ((PtCommand.SetClock) readPt(ZvtExamples.F36)).fields();
        assertThat(clock.digits(Fields.FULL_DATE)).contains("311106");
        PtCommand.Abort fault = (PtCommand.Abort) readPt(ZvtExamples.F38);
        assertThat(fault.result()).contains(0xFF);
        assertThat(fault.fields().tlv().find(0x1F17).map(text -> ZvtCharset.CP437.decode(text.value())))
                .contains("Leser blockiert");
        assertWrittenAgain(ZvtExamples.F36);
        assertWrittenAgain(ZvtExamples.F38);
    }

    @Test
    void an_abort_for_the_wrong_currency_names_the_right_one() {
        // Section 11.11.
        PtCommand.Abort abort = (PtCommand.Abort) readPt(Bytes.hex("06 1E 03 6F 07 56"));
        assertThat(abort.currency()).contains("0756");
        assertThat(PtCommand.encode(abort).encode()).isEqualTo(Bytes.hex("06 1E 03 6F 07 56"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"06 00 00", "06 00 03 10 20 30", "06 00 03 1A 20 30", "06 00 05 10 20 30 BE 09", "06 30 02 10 20"
            })
    void a_command_without_its_fixed_parts_is_unreadable(String frame) {
        assertThat(readEcr(Bytes.hex(frame))).isInstanceOf(EcrCommand.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"04 FF 00", "06 1E 00", "06 D1 00", "06 D3 00", "04 0F 00", "04 01 00"})
    void an_empty_command_of_the_terminal_is_read_as_saying_nothing(String frame) {
        PtCommand command = readPt(Bytes.hex(frame));
        assertThat(command).isNotInstanceOf(PtCommand.Other.class);
    }

    private static void assertBothWays(EcrCommand command, Bytes frame) {
        assertThat(EcrCommand.encode(command).encode()).isEqualTo(frame);
        assertThat(readEcr(frame)).isEqualTo(command);
    }

    private static void assertWrittenAgain(Bytes frame) {
        assertThat(PtCommand.encode(readPt(frame)).encode()).isEqualTo(frame);
    }

    private static EcrCommand readEcr(Bytes frame) {
        return ZvtCodec.readEcr(ZvtExamples.apdu(frame));
    }

    private static PtCommand readPt(Bytes frame) {
        return ZvtCodec.readPt(ZvtExamples.apdu(frame));
    }
}
