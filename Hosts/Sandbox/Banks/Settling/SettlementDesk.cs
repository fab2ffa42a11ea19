using DichVuCong.Sandbox.Banks.Books;
using DichVuCong.Sandbox.Banks.Statements;
using DichVuCong.Sandbox.Banks.Wire;

namespace DichVuCong.Sandbox.Banks.Settling;

/// <summary>Pays the beneficiaries: on the day after, from six in the morning, one transfer for each account, less what went back to payers.
/// The statement of the day before is laid into the folder then.</summary>
internal sealed class SettlementDesk(BankBook book, BankDirectory banks, StatementFolder folder, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Six = TimeSpan.FromHours(6);
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();

    /// <summary>Pays out what a bank took up to a day and has not paid out yet.</summary>
    /// <returns>The transfers, one for each account.</returns>
    public IReadOnlyList<BankSettlement> Settle(IBank bank, DateOnly upTo)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var made = new List<BankSettlement>();
            var open = book.Orders.Where(order => order.Bank == bank.Name && order.Transactions.Any(each => IsOpen(each, upTo)));
            foreach (var account in open.GroupBy(order => order.Account ?? "", StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
            {
                var no = book.NextNumber();
                var amount = account.Sum(order => Mark(book.Find(order.Bank, order.Reference), upTo, no));
                if (amount <= 0) continue;
                var references = account.Select(order => order.Reference).Order(StringComparer.Ordinal);
                var settlement = new BankSettlement(bank.Name, no, account.Key, amount, BankClock.Day(now, bank.CutOff), now) { Orders = [.. references] };
                book.Settle(settlement);
                made.Add(settlement);
            }

            return made;
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        try
        {
            do
            {
                var local = BankClock.Local(time.GetUtcNow());
                if (local.TimeOfDay < Six) continue;
                var yesterday = DateOnly.FromDateTime(local).AddDays(-1);
                foreach (var bank in banks.All)
                {
                    Settle(bank, yesterday);
                    folder.Lay(bank.Name, yesterday, again: false);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The sandbox stops; what is not paid out stays open in the books.
        }
    }

    private static bool IsOpen(BankTransaction transaction, DateOnly upTo) => transaction is { IsPaid: true, Settlement: null } && transaction.Day <= upTo;

    private long Mark(BankOrder? order, DateOnly upTo, string no)
    {
        var amount = 0L;
        if (order is null) return amount; // Forgotten in the meantime.
        book.Change(order, record =>
        {
            var open = record.Transactions.Where(each => IsOpen(each, upTo)).ToList();
            amount = open.Sum(each => each.Amount - record.RefundedOf(each.No));
            return record with { Transactions = [.. record.Transactions.Select(each => open.Contains(each) ? each with { Settlement = no } : each)] };
        });
        return amount;
    }
}
