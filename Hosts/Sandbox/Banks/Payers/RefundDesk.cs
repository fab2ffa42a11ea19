using DichVuCong.Sandbox.Banks.Books;
using DichVuCong.Sandbox.Banks.Wire;
using DichVuCong.Sandbox.Faults;
using DichVuCong.Sandbox.Settings;
using DichVuCong.Sandbox.Timing;

namespace DichVuCong.Sandbox.Banks.Payers;

/// <summary>Gives money back to payers: takes a refund, and after a while is through with it.</summary>
internal sealed class RefundDesk : IDisposable
{
    private readonly BankBook _book;
    private readonly BankDirectory _banks;
    private readonly FaultBook _faults;
    private readonly CurrentSettings _settings;
    private readonly TimeProvider _time;
    private readonly Agenda<(BankOrder Order, string No)> _due;

    /// <summary>Creates it.</summary>
    public RefundDesk(BankBook book, BankDirectory banks, FaultBook faults, CurrentSettings settings, TimeProvider time)
    {
        (_book, _banks, _faults, _settings, _time) = (book, banks, faults, settings, time);
        _due = new Agenda<(BankOrder Order, string No)>(time, End);
    }

    /// <summary>Takes a refund of a payment.</summary>
    /// <param name="order">The order.</param>
    /// <param name="id">By what the collector names the refund.</param>
    /// <param name="transactionNo">The payment.</param>
    /// <param name="amount">Đồng.</param>
    /// <param name="isFull">Whether it is said to be of the whole payment.</param>
    /// <param name="atOnce">Whether the bank is through with it before it answers.</param>
    /// <returns>The refund; null when more would go back than came in.</returns>
    public BankRefund? Take(BankOrder order, string id, string transactionNo, long amount, bool isFull, bool atOnce = false)
    {
        var bank = _banks.Find(order.Record.Bank)!;
        var now = _time.GetUtcNow();
        var settings = _settings.Value;
        var wait = atOnce ? 0 : Chance.Between(
            settings.StepMilliseconds[0], settings.StepMilliseconds[1], settings.Seed, "refund", $"{order.Record.Reference}|{id}");
        var isRejected = _faults.Draw(Parties.Bank(bank.Name), FaultKind.RefundRejected, order.Record.Reference) is not null;
        BankRefund? taken = null;
        _book.Change(order, record =>
        {
            if (record.Transactions.FirstOrDefault(each => each.No == transactionNo && each.IsPaid) is not { } paid) return record;
            if (record.RefundedOf(transactionNo) + amount > paid.Amount) return record;
            taken = new BankRefund(id, _book.NextNumber(), transactionNo, amount, isFull, now, now.AddMilliseconds(wait))
            {
                Stage = !atOnce ? RefundStage.Accepted : isRejected ? RefundStage.Rejected : RefundStage.Done,
                WillBeRejected = isRejected,
                Day = BankClock.Day(now, bank.CutOff),
            };
            return record with { Refunds = [.. record.Refunds, taken] };
        });
        if (taken is { Stage: RefundStage.Accepted }) _due.Add((order, taken.No), TimeSpan.FromMilliseconds(wait));
        return taken;
    }

    /// <summary>Goes on with an order that was brought back.</summary>
    public void Resume(BankOrder order)
    {
        foreach (var refund in order.Record.Refunds.Where(each => each.Stage == RefundStage.Accepted))
            _due.Add((order, refund.No), refund.EndsAt - _time.GetUtcNow());
    }

    /// <inheritdoc/>
    public void Dispose() => _due.Dispose();

    private void End((BankOrder Order, string No) entry)
    {
        // The day of the books is that on which the money leaves.
        var now = _time.GetUtcNow();
        var day = BankClock.Day(now, _banks.Find(entry.Order.Record.Bank)!.CutOff);
        _book.Change(entry.Order, record => record with
        {
            Refunds = [.. record.Refunds.Select(refund => refund.No == entry.No && refund.Stage == RefundStage.Accepted
                ? refund with { Stage = refund.WillBeRejected ? RefundStage.Rejected : RefundStage.Done, EndsAt = now, Day = day }
                : refund)],
        });
    }
}
