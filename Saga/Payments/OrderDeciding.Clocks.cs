using DichVuCong.Contracts.Payments;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Payments;

/// <content>
/// The clocks follow from the data: what is set is what <see cref="DueOf(OrderData, string)"/> says, so that none is left running and none is
/// touched that is not there.
/// </content>
internal sealed partial class OrderDeciding
{
    /// <summary>When a clock of an order is due; null when it does not run. For <see cref="OrderClocks.Receipt"/> since when it runs.</summary>
    public static DateTimeOffset? DueOf(OrderData data, string clock) => clock switch
    {
        OrderClocks.Expiry => data is { IsExpired: false, IsCancelled: false, Covering: null } ? data.ExpiresAt : null,
        OrderClocks.Asking => data.Attempts.Min(attempt => attempt.NextAt),
        OrderClocks.Refunds => data.Refunds.Min(refund => refund.NextAt),
        OrderClocks.Confirming => data.Confirming?.NextAt,
        OrderClocks.Receipt => data is { Receipt: null, ReceiptWasMissed: false } ? data.SettledAt : null,
        _ => null,
    };

    /// <summary>The agency gave its receipt; the latest one counts. It may be served only later.</summary>
    public void KeepReceipt(KeepReceipt told)
    {
        var receipt = $"{told.Series}/{told.Number}/{told.IssuedOn:yyyyMMdd}";
        var isKnown = Data.Receipt == receipt;
        if (isKnown && (told.Url is null || told.Url == Data.ReceiptUrl)) return;
        Data = Data with { Receipt = receipt, ReceiptUrl = told.Url };
        Send(new KeepReceiptRow(Data.Reference, told.Series, told.Number, told.IssuedOn, told.Url));
    }

    /// <summary>The agency has not given its receipt in time.</summary>
    public void MissReceipt()
    {
        Data = Data with { ReceiptWasMissed = true };
        Publish(new ReceiptMissing(Data.Reference, Data.Agency, Data.SettledAt ?? Now));
    }

    private void FollowClocks()
    {
        foreach (var clock in OrderClocks.All)
        {
            var runs = !IsNew && clock != Fired ? DueOf(_before, clock) : null;
            var due = DueOf(Data, clock);
            if (due is null && runs is not null) _effects.Add(new CancelClockEffect(clock));
            else if (due is { } at && due != runs) _effects.Add(clock == OrderClocks.Receipt ? ReceiptClock(at) : new SetClockEffect(clock, at, Terms: null));
        }
    }

    private SetClockEffect ReceiptClock(DateTimeOffset settledAt)
    {
        var terms = new ClockTerms(Data.Calendar, TimeUnit.WorkingDays, rules.ReceiptDays, settledAt);
        return new SetClockEffect(OrderClocks.Receipt, occasion.Calendars.Due(terms), terms);
    }
}
