using DichVuCong.Sandbox.Banks.Books;
using DichVuCong.Sandbox.Banks.Callbacks;
using DichVuCong.Sandbox.Banks.Wire;
using DichVuCong.Sandbox.Faults;
using DichVuCong.Sandbox.Settings;
using DichVuCong.Sandbox.Timing;

namespace DichVuCong.Sandbox.Banks.Payers;

/// <summary>The payers: each opens an order, and after a while pays it, fails, or leaves, as follows from the seed and the reference.</summary>
internal sealed class PayerDesk : IDisposable
{
    private static readonly TimeSpan AfterTheEnd = TimeSpan.FromMinutes(1);

    private readonly BankBook _book;
    private readonly BankDirectory _banks;
    private readonly CallbackDesk _callbacks;
    private readonly FaultBook _faults;
    private readonly CurrentSettings _settings;
    private readonly TimeProvider _time;
    private readonly Agenda<BankOrder> _due;

    /// <summary>Creates it.</summary>
    public PayerDesk(BankBook book, BankDirectory banks, CallbackDesk callbacks, FaultBook faults, CurrentSettings settings, TimeProvider time)
    {
        (_book, _banks, _callbacks, _faults, _settings, _time) = (book, banks, callbacks, faults, settings, time);
        _due = new Agenda<BankOrder>(time, Act);
    }

    /// <summary>A payer opens an order: the first one does something about it, who comes later only looks.</summary>
    /// <returns>What the order is now.</returns>
    public BankOrderRecord Opened(BankOrder order, bool atOnce = false)
    {
        var isFirst = false;
        var record = _book.Change(order, now =>
        {
            isFirst = now.Choice is null;
            return isFirst ? Decided(now, atOnce) : now;
        });
        if (isFirst) _due.Add(order, record.ActsAt!.Value - _time.GetUtcNow());
        return record;
    }

    /// <summary>Goes on with an order that was brought back.</summary>
    public void Resume(BankOrder order)
    {
        if (order.Record is { Choice: not null, HasActed: false } record) _due.Add(order, record.ActsAt!.Value - _time.GetUtcNow());
    }

    /// <summary>Money comes in for an order, whatever its payer had in mind: a transfer that somebody typed himself.</summary>
    /// <returns>The bank's number of the payment.</returns>
    public string Pay(BankOrder order, long amount) => Take(order, _banks.Find(order.Record.Bank)!, isPaid: true, amount);

    /// <inheritdoc/>
    public void Dispose() => _due.Dispose();

    private BankOrderRecord Decided(BankOrderRecord order, bool atOnce)
    {
        var settings = _settings.Value;
        var choice = PayerChoices.Of(settings.Seed, order.Reference, settings.Payers);
        if (_banks.Find(order.Bank)!.IsPage)
            choice = choice switch { PayerChoice.Late => PayerChoice.Leaves, PayerChoice.Twice => PayerChoice.Pays, _ => choice };
        var wait = atOnce ? 0 : Chance.Between(settings.StepMilliseconds[0], settings.StepMilliseconds[1], settings.Seed, "payer-wait", order.Reference);
        var at = _time.GetUtcNow().AddMilliseconds(wait);
        if (choice == PayerChoice.Late && order.ExpiresAt + AfterTheEnd is { } late && late > at) at = late;
        return order with { Choice = choice, ActsAt = at };
    }

    private void Act(BankOrder order)
    {
        var mayAct = false;
        var record = _book.Change(order, now =>
        {
            mayAct = !now.HasActed;
            return now with { HasActed = true };
        });
        if (!mayAct) return;
        var bank = _banks.Find(record.Bank)!;
        if (bank.IsPage && !record.IsOpen(_time.GetUtcNow())) return;
        switch (record.Choice)
        {
            case PayerChoice.Fails when bank.FailedCode is not null:
                Take(order, bank, isPaid: false, record.Amount);
                break;
            case PayerChoice.Pays or PayerChoice.Late:
                Take(order, bank, isPaid: true, record.Amount);
                break;
            case PayerChoice.Twice:
                Take(order, bank, isPaid: true, record.Amount);
                Take(order, bank, isPaid: true, record.Amount);
                break;
        }
    }

    private string Take(BankOrder order, IBank bank, bool isPaid, long amount)
    {
        var (party, key) = (Parties.Bank(bank.Name), order.Record.Reference);
        var now = _time.GetUtcNow();
        var taken = isPaid && Strikes(FaultKind.AmountChanged) && amount > 1 ? amount - 1 : amount;
        var isPending = isPaid && Strikes(FaultKind.PendingThrice);
        var transaction = new BankTransaction(
            _book.NextNumber(), taken, isPaid, isPaid ? bank.PaidCode : bank.FailedCode!, now, BankClock.Day(now, bank.CutOff))
        {
            ToldAmount = isPaid && Strikes(FaultKind.CallbackAmount) && taken > 1 ? taken - 1 : taken,
            ToldTimes = Strikes(FaultKind.TenTimes) ? 10 : 1,
            // A bank that does not know yet cannot tell either: who asks finds out.
            Callback = isPending || Strikes(FaultKind.LoseCallback) ? CallbackStage.Lost : CallbackStage.Waiting,
        };
        _book.Change(order, record => record with
        {
            Transactions = [.. record.Transactions, transaction],
            PendingAnswers = isPending ? 3 : record.PendingAnswers,
        });
        if (transaction.Callback == CallbackStage.Waiting) _callbacks.Add(order, transaction.No);
        return transaction.No;

        bool Strikes(FaultKind kind) => _faults.Draw(party, kind, key) is not null;
    }
}
