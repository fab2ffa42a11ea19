using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Banks.Platform;
using DichVuCong.Sandbox.Banks.Wire;
using DichVuCong.Sandbox.Faults;

namespace DichVuCong.Sandbox.Banks.Ministries;

/// <summary>
/// The portal tells a ministry's system what became of a payment (5.3). It answers MaLoi 00 when it took it, also a second time, and 99 when it
/// did not; as both known receivers do, it repeats the MaXacThuc that came.
/// </summary>
internal sealed class CallbackVisit(string partner, WireFields request, MinistryBook book) : IVisit
{
    /// <inheritdoc/>
    public HttpAnswer Act(FaultKind? fault)
    {
        if (fault == FaultKind.Refuse) return Answer("99", "Hệ thống bận");
        var reference = request["MaThamChieu"];
        if (reference.Length == 0) return Answer("99", "Thiếu MaThamChieu");
        var isRight = request["MaDoiTac"] == partner && Digests.Same(request[PlatformHash.Name], PlatformHash.Of(PlatformHash.Callback, name => request[name]));
        var isPaid = request["MaLoi"] == "00";
        if (!isRight || request["MaTienTe"] != "VND" || (isPaid && (request.Amount("SoTien") is null || request["MaGiaoDich"].Length == 0)))
        {
            book.Change(partner, reference, payment => payment with { Refused = payment.Refused + 1 });
            return Answer("99", "Dữ liệu hoặc mã xác thực không đúng");
        }

        book.Change(partner, reference, payment => Told(payment with { Callbacks = payment.Callbacks + 1, LastMaLoi = request["MaLoi"] }, isPaid));
        return Answer("00", "");
    }

    private MinistryPayment Told(MinistryPayment payment, bool isPaid)
    {
        var no = request["MaGiaoDich"];
        if (!isPaid || payment.Payments.Contains(no, StringComparer.Ordinal)) return payment;
        return payment with { PaidBy = no, Paid = payment.Paid + request.Amount("SoTien")!.Value, Payments = [.. payment.Payments, no] };
    }

    private HttpAnswer Answer(string code, string text) => HttpAnswer.OfJson(WireJson.Bytes(WireJson.Object(
        ("MaLoi", WireJson.Text(code)),
        ("MoTaLoi", WireJson.Text(text)),
        ("MaDoiTac", WireJson.Text(request["MaDoiTac"])),
        ("MaThamChieu", WireJson.Text(request["MaThamChieu"])),
        ("ThoiGianGD", WireJson.Text(request["ThoiGianGD"])),
        (PlatformHash.Name, WireJson.Text(request[PlatformHash.Name])))));
}
