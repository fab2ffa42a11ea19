using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.Platform;
using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;
using PartnerCall = DichVuCong.Messaging.PartnerCall;

namespace DichVuCong.Adapters.Banks.Outbound;

/// <summary>
/// Tells a ministry's system where an order stands (5.3). The receiver keeps to MaDoiTac, MaThamChieu and MaGiaoDich, so it may be told again.
/// Whatever is not a clear "taken" goes back to the order, whose saga knows when to try again; only a system that is not configured is waited for.
/// </summary>
/// <param name="client">The client.</param>
/// <param name="ministries">Where the systems take our callback.</param>
/// <param name="orders">What they said of their obligations.</param>
public sealed class ConfirmPaymentOperation(
    MinistryCallbackClient client, IMinistryDirectory ministries, IMinistryOrders orders) : IPartnerOperation<ConfirmPayment>
{
    /// <inheritdoc/>
    public Repeatability RepeatabilityOf(ConfirmPayment command) => Repeatability.Deduplicates();

    /// <inheritdoc/>
    public async Task<Outcome> CallAsync(ConfirmPayment command, PartnerCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (ministries.Find(command.System) is not { } endpoint) return PartnerOutcome.NotConfigured($"the callback of {command.System}");
        var (order, fault) = await FindAsync(command.Obligation, cancellationToken);
        if (order is null) return fault!;
        return await client.SendAsync(StateOf(command, order), endpoint, cancellationToken) switch
        {
            PartnerAnswer<MinistryReceipt>.Done done => Outcome.Done(new ConfirmationTaken(command.Reference, command.Number), $"MaLoi {done.Value.MaLoi}"),
            PartnerAnswer<MinistryReceipt>.Refused refused => NotTaken(command, PartnerOutcome.ReasonOf(refused)),
            PartnerAnswer<MinistryReceipt>.NotSent notSent => NotTaken(command, notSent.Reason),
            PartnerAnswer<MinistryReceipt>.Unknown unknown => NotTaken(command, unknown.Reason),
            var other => throw new System.Diagnostics.UnreachableException(other.GetType().Name),
        };
    }

    /// <inheritdoc/>
    public Task<Outcome> AskAsync(ConfirmPayment command, PartnerCall call, CancellationToken cancellationToken) => CallAsync(command, call, cancellationToken);

    private static Outcome NotTaken(ConfirmPayment command, string reason) =>
        Outcome.Refused(reason, new ConfirmationNotTaken(command.Reference, command.Number, reason));

    private static PlatformState StateOf(ConfirmPayment command, MinistryOrder order) => new()
    {
        MaDoiTac = command.System,
        MaThamChieu = command.Obligation.Value[(command.Obligation.Value.IndexOf('/', StringComparison.Ordinal) + 1)..],
        SoTien = command.Amount,
        MaGiaoDich = command.TransactionNo ?? "",
        MaNganHang = order.Bank,
        ThoiGianGD = command.At,
        ThongTinGiaoDich = order.Description,
        Result = ResultOf(command.State),
    };

    // A ministry knows three results (5.4). Money that went back is as little paid as money that never came.
    private static PaymentResult ResultOf(OrderState state) => state switch
    {
        OrderState.Paid or OrderState.Settled => PaymentResult.Paid,
        OrderState.Failed or OrderState.Expired or OrderState.Cancelled or OrderState.Refunded => PaymentResult.Failed,
        _ => PaymentResult.Unknown,
    };

    private async Task<(MinistryOrder? Order, Outcome? Fault)> FindAsync(ObligationId obligation, CancellationToken cancellationToken)
    {
        try
        {
            return await orders.FindAsync(obligation, cancellationToken) is { } order
                ? (order, null)
                : (null, Outcome.Transient("the obligation is not in the registry").By(FaultSide.Us));
        }
        catch (Exception fault) when (fault is not OperationCanceledException and not OutOfMemoryException)
        {
            return (null, Outcome.Transient($"the registry could not be read: {fault.GetType().Name}").By(FaultSide.Us));
        }
    }
}
