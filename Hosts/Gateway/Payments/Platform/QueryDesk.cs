using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Platform;
using DichVuCong.Contracts.Payments;
using DichVuCong.Payments.Platform;
using DichVuCong.Registries.Payments;

namespace DichVuCong.Gateway.Payments.Platform;

/// <summary>QUERY and GET_BILL (5.4, 5.5): where a payment stands, and the agency's receipt.</summary>
internal sealed class QueryDesk(ObligationLookup obligations, OrderLookup orders)
{
    public async Task<CallbackReply> StateAsync(
        PlatformServer platform, PlatformReading reading, PlatformHeader header, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await FindAsync(header, cancellationToken) is not { } order) return platform.Replies.Refuse(reading, CallbackOutcome.UnknownOrder, now);
        var words = ObligationWords.Read(await obligations.PayerAsync(order.Obligation, cancellationToken));
        return platform.Replies.State(
            reading,
            new PlatformState
            {
                MaDoiTac = header.MaDoiTac,
                MaThamChieu = header.MaThamChieu,
                SoTien = order.Amount,
                MaGiaoDich = order.TransactionNo ?? "",
                MaNganHang = words.Bank ?? "",
                ThoiGianGD = order.Since,
                ThongTinGiaoDich = words.Description ?? "",
                Result = ResultOf(order.State),
            },
            now);
    }

    public async Task<CallbackReply> ReceiptAsync(
        PlatformServer platform, PlatformReading reading, PlatformHeader header, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await FindAsync(header, cancellationToken) is not { } order) return platform.Replies.Refuse(reading, CallbackOutcome.UnknownOrder, now);
        var details = await orders.ReadAsync(order.Reference, cancellationToken);
        return details?.Receipt is { Url: { } url }
            ? platform.Replies.Receipt(reading, new Uri(url), now)
            : platform.Replies.Refuse(reading, CallbackOutcome.UnknownOrder, now, "Cơ quan thu chưa cung cấp biên lai.");
    }

    /// <summary>An obligation of INIT names one account, and so has one order.</summary>
    private async Task<OrderRow?> FindAsync(PlatformHeader header, CancellationToken cancellationToken) =>
        ObligationId.TryParse($"{header.MaDoiTac}/{header.MaThamChieu}", out var id) && await obligations.FindAsync(id, cancellationToken) is { } row
            ? row.Orders[0]
            : null;

    // As in the callback (5.3): money that went back is as little paid as money that never came.
    private static PaymentResult ResultOf(OrderState state) => state switch
    {
        OrderState.Paid or OrderState.Settled => PaymentResult.Paid,
        OrderState.Failed or OrderState.Expired or OrderState.Cancelled or OrderState.Refunded => PaymentResult.Failed,
        _ => PaymentResult.Unknown,
    };
}
