using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Banks.Books;
using DichVuCong.Sandbox.Banks.Payers;
using DichVuCong.Sandbox.Banks.Wire;
using DichVuCong.Sandbox.Faults;

namespace DichVuCong.Sandbox.Banks.VietQr;

/// <summary>
/// The portal orders a refund (A3). VietQR knows no request id: with multiTimes the same order again is another refund, up to what was paid.
/// </summary>
internal sealed class VietQrRefundVisit(WireFields request, BankBook book, RefundDesk refunds) : IVisit
{
    /// <inheritdoc/>
    public HttpAnswer Act(FaultKind? fault)
    {
        if (fault == FaultKind.Refuse) return VietQrEndpoints.Failed("E05");
        var (number, account) = (request["referenceNumber"], request["bankAccount"]);
        if (request.Amount("amount") is not { } amount) return VietQrEndpoints.Failed("E46");
        var checksum = Digests.Md5(BankNames.VietQrSecret + number + request["amount"] + account);
        if (!Digests.Same(request["checkSum"], checksum)) return VietQrEndpoints.Failed("E39");
        if (book.OfTransaction(BankNames.VietQr, number) is not { } order || order.Record.Account != account) return VietQrEndpoints.Failed("E128");
        var isRepeated = order.Record.Refunds.Any(refund => refund.TransactionNo == number && refund.Stage != RefundStage.Rejected);
        if (isRepeated && request["multiTimes"] != "true") return VietQrEndpoints.Failed("E44");
        var paid = order.Record.Transactions.Single(each => each.No == number);
        return refunds.Take(order, book.NextNumber(), number, amount, amount == paid.Amount, atOnce: true) is { } refund
            ? HttpAnswer.OfJson(WireJson.Bytes(WireJson.Object(("status", WireJson.Text("SUCCESS")), ("message", WireJson.Text(refund.No)))))
            : VietQrEndpoints.Failed("E45");
    }
}
