using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Reconciliation;

namespace DichVuCong.Payments.Desk;

/// <summary>The refusals of the desk, each worded once in both languages.</summary>
internal static class DeskRefusals
{
    public static DeskRefusedException NoOrder(PaymentReference reference) =>
        new(DeskRule.NotFound, "reference", $"Không có khoản thu {reference}.", $"There is no order {reference}.");

    public static DeskRefusedException NoDifference(string difference) =>
        new(DeskRule.NotFound, "difference", $"Không có sai lệch {difference}.", $"There is no difference {difference}.");

    public static DeskRefusedException NotNamed() => new(
        DeskRule.NotNamed, "account", "tên người thực hiện không dùng được.", "the account's name cannot be used.");

    public static DeskRefusedException NoText(string field) =>
        new(DeskRule.Invalid, field, "Nội dung không được để trống.", "The text must not be empty.");

    public static DeskRefusedException LongText(string field, int most) =>
        new(DeskRule.Invalid, field, $"Nội dung dài quá {most} ký tự.", $"The text is longer than {most} characters.");

    public static DeskRefusedException ControlText(string field) =>
        new(DeskRule.Invalid, field, "Nội dung có ký tự điều khiển.", "The text has control characters.");

    public static DeskRefusedException BankNotConcerned() => new(
        DeskRule.NotAllowed, "party", "Sai lệch này không liên quan đối tác nào: ngân hàng không được hỏi.",
        "This difference concerns no partner: the bank is not asked.");

    public static DeskRefusedException AgencyNotKnown() => new(
        DeskRule.NotAllowed, "party", "Chưa rõ cơ quan thu của sai lệch này: cơ quan không được hỏi.",
        "The agency of this difference is not known: it is not asked.");

    public static DeskRefusedException NoParty() =>
        new(DeskRule.Invalid, "party", "Người trả lời là ngân hàng hoặc cơ quan.", "Who answers is the bank or the agency.");

    public static DeskRefusedException Closed(string difference) =>
        new(DeskRule.WrongState, "difference", $"Tra soát {difference} đã đóng.", $"The inquiry {difference} is closed.");

    public static DeskRefusedException NotProposed(string difference, InquiryState state) => new(
        DeskRule.WrongState, "difference", $"Chưa có đề nghị đóng tra soát {difference} ({PaymentWords.Of(state)}).",
        $"Nobody has proposed to close {difference} ({PaymentWords.Of(state, english: true)}).");

    public static DeskRefusedException ProposerCannotAgree() => new(
        DeskRule.SecondPerson, "account", "Người đề nghị không được tự đồng ý: cần người thứ hai", "Who proposed cannot agree: a second person is needed");

    public static DeskRefusedException RecorderCannotApprove() => new(
        DeskRule.SecondPerson, "account", "Người ghi quyết định không được tự duyệt: cần người thứ hai",
        "Who recorded the decision cannot approve it: a second person is needed");

    public static DeskRefusedException TooMuch(Vnd amount, Vnd most) => new(
        DeskRule.NotAllowed, "amount", $"{amount} vượt số tiền của giao dịch ({most}).", $"{amount} is more than the transaction's amount ({most}).");

    public static DeskRefusedException NoPositiveAmount() =>
        new(DeskRule.Invalid, "amount", "Số tiền là số đồng nguyên lớn hơn 0.", "The amount is whole đồng, more than 0.");

    public static DeskRefusedException NoPayment(PaymentReference reference) => new(
        DeskRule.NotAllowed, "transaction", $"Khoản thu {reference} không có giao dịch đã thu nào như vậy.",
        $"The order {reference} has no such collected transaction.");

    public static DeskRefusedException SeveralPayments() => new(
        DeskRule.Ambiguous, "transaction", "Khoản thu có nhiều giao dịch đã thu: hãy chọn một.", "Several payments of the order were collected: name one.");

    public static DeskRefusedException NoDecision(string number, PaymentReference reference) => new(
        DeskRule.NotFound, "number", $"Chưa ghi quyết định số {number} cho khoản thu {reference}.",
        $"No decision {number} is recorded for the order {reference}.");

    public static DeskRefusedException SeveralDecisions() => new(
        DeskRule.Ambiguous, "decision", "Nhiều giao dịch của khoản thu có quyết định cùng số này: hãy chọn một.",
        "Several payments of the order are decided under this number: name one.");

    public static DeskRefusedException DecidedOtherwise(string number) => new(
        DeskRule.NotAllowed, "number", $"Quyết định số {number} đã được ghi cho giao dịch này với số tiền, ngày hoặc cách hoàn khác.",
        $"The decision {number} is recorded for this transaction with another amount, date or route.");

    public static DeskRefusedException NoPartner(string code, IEnumerable<string> all) => new(
        DeskRule.NotFound, "partner", $"Không có đối tác {code} gửi tệp đối soát; có: {string.Join(", ", all)}.",
        $"No partner {code} sends statements; there are: {string.Join(", ", all)}.");

    public static DeskRefusedException NoRun(string partner, DateOnly day) => new(
        DeskRule.NotFound, "date", $"Chưa đối soát {partner} ngày {PaymentWords.Day(day)}.", $"{partner} {PaymentWords.Day(day)} is not reconciled yet.");



    public static DeskRefusedException PastKeeping(RunRow run) => new(
        DeskRule.NotAllowed, "run", $"{run.Name} đã đối soát {PaymentWords.Time(run.CompletedAt)}; dữ liệu đầu vào đã hết hạn lưu (Retention:RunInputDays).",
        $"{run.Name} was reconciled {PaymentWords.Time(run.CompletedAt)}; what it was matched from is past its keeping (Retention:RunInputDays).");

    public static DeskRefusedException SandboxFile(string partner, long line, string field, string rule, string details) => new(
        DeskRule.NotAllowed, "file", $"Tệp của mô phỏng {partner} bị từ chối: dòng {line} {field}, quy tắc {rule}: {details}",
        $"The Sandbox's file of {partner} is rejected: line {line} {field}, rule {rule}: {details}");

}
