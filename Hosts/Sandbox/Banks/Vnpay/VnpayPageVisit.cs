using System.Globalization;
using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Banks.Books;
using DichVuCong.Sandbox.Banks.Payers;
using DichVuCong.Sandbox.Banks.Wire;
using DichVuCong.Sandbox.Faults;

namespace DichVuCong.Sandbox.Banks.Vnpay;

/// <summary>A payer's browser comes with a pay URL (A1).</summary>
internal sealed class VnpayPageVisit(IReadOnlyDictionary<string, string> query, BankBook book, PayerDesk payers, TimeProvider time) : IVisit
{
    private static readonly string[] Required =
    [
        "vnp_Version", "vnp_Command", "vnp_TmnCode", "vnp_Amount", "vnp_CreateDate", "vnp_CurrCode", "vnp_IpAddr", "vnp_Locale", "vnp_OrderInfo",
        "vnp_OrderType", "vnp_ReturnUrl", "vnp_ExpireDate", "vnp_TxnRef",
    ];

    /// <inheritdoc/>
    public HttpAnswer Act(FaultKind? fault)
    {
        if (fault == FaultKind.Refuse) return Refused("75", "Ngân hàng đang bảo trì");
        if (Required.FirstOrDefault(name => Value(name).Length == 0) is { } missing) return Refused("03", $"Thiếu {missing}");
        if (!Digests.Same(Value(VnpaySigning.Hash), Digests.Hmac512(BankNames.VnpaySecret, VnpaySigning.Canonical(query)))) return Refused("70", "Sai chữ ký");
        if (Value("vnp_TmnCode") != BankNames.VnpayTerminal) return Refused("02", "Mã website không đúng");
        if (Value("vnp_Version") != "2.1.0" || Value("vnp_Command") != "pay" || Value("vnp_CurrCode") != "VND")
            return Refused("03", "Dữ liệu không đúng định dạng");
        var isNumber = long.TryParse(Value("vnp_Amount"), NumberStyles.None, CultureInfo.InvariantCulture, out var hundredths);
        if (!isNumber || hundredths <= 0 || hundredths % 100 != 0)
        {
            return Refused("03", "vnp_Amount không đúng định dạng");
        }

        if (BankClock.Read(Value("vnp_CreateDate")) is not { } created || BankClock.Read(Value("vnp_ExpireDate")) is not { } expires)
        {
            return Refused("03", "Thời gian không đúng định dạng");
        }

        return expires <= time.GetUtcNow() ? Refused("11", "Giao dịch đã quá thời gian thanh toán") : Opened(hundredths / 100, created, expires);
    }

    private HttpAnswer Opened(long amount, DateTimeOffset created, DateTimeOffset expires)
    {
        var (order, _) = book.Open(new BankOrderRecord(BankNames.Vnpay, Value("vnp_TxnRef"), amount)
        {
            CreatedAt = created,
            ExpiresAt = expires,
            Info = Value("vnp_OrderInfo"),
        });
        if (order.Record.Amount != amount) return Refused("01", "Giao dịch đã tồn tại");
        // A link that is made anew for the same reference moves its times while it is not paid: what is asked
        // later is asked by the new one.
        if (order.Record.CreatedAt < created)
            book.Change(order, record => record.Paid is null ? record with { CreatedAt = created, ExpiresAt = expires } : record);
        var record = payers.Opened(order);
        var stands = record.Paid is null ? "đang chờ người nộp" : "đã thanh toán";
        return HttpAnswer.Page(StatusCodes.Status200OK, "Cổng thanh toán VNPAY (mô phỏng)", $"Giao dịch {record.Reference} {stands}.");
    }

    private string Value(string name) => query.GetValueOrDefault(name, "");

    private static HttpAnswer Refused(string code, string text) => HttpAnswer.Page(400, $"Lỗi {code}", text);
}
