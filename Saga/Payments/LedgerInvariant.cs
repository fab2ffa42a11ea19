using DichVuCong.Contracts.Payments;

namespace DichVuCong.Saga.Payments;

/// <summary>The totals of a partner's day.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Day">The day the payments belong to.</param>
/// <param name="Collected">What payers paid, without what the partner took back.</param>
/// <param name="Settled">What the beneficiaries have.</param>
/// <param name="Refunded">What went back.</param>
/// <param name="Open">What the partner still holds.</param>
public sealed record LedgerTotals(string Partner, DateOnly Day, Vnd Collected, Vnd Settled, Vnd Refunded, Vnd Open)
{
    /// <summary>Collected = settled + refunded + open, and none of them is less than nothing.</summary>
    public bool Holds =>
        Collected == Settled + Refunded + Open && Collected >= Vnd.Zero && Settled >= Vnd.Zero && Refunded >= Vnd.Zero && Open >= Vnd.Zero;
}

/// <summary>Money is conserved: collected = settled + refunded + open, for each partner and day, and for each payment.</summary>
public static class LedgerInvariant
{
    /// <summary>The totals of entries, by partner and day.</summary>
    public static IReadOnlyList<LedgerTotals> Totals(IEnumerable<PostLedgerEntry> entries) =>
    [
        .. entries.GroupBy(entry => (entry.Partner, entry.Day)).OrderBy(group => group.Key)
            .Select(group => TotalOf(group.Key.Partner, group.Key.Day, [.. group])),
    ];

    /// <summary>What is wrong with a ledger, in English; empty when nothing is.</summary>
    public static IReadOnlyList<string> Breaches(IReadOnlyCollection<PostLedgerEntry> entries) =>
    [
        .. entries.Where(entry => !entry.Amount.IsPositive).Select(entry => $"Entry {entry.Entry} of {entry.Reference} moves nothing."),
        .. entries.GroupBy(entry => (entry.Reference, entry.Entry)).Where(group => group.Count() > 1)
            .Select(group => $"Entry {group.Key.Entry} of {group.Key.Reference} is there {group.Count()} times."),
        .. entries.Where(entry => !Moves(entry)).Select(entry => $"Entry {entry.Entry} of {entry.Reference} is {entry.Kind} from {entry.From} to {entry.To}."),
        .. entries.GroupBy(entry => (entry.Reference, entry.Transaction)).Select(group => (group.Key, Total: TotalOf(group.First().Partner, group.First().Day, [.. group])))
            .Where(one => !one.Total.Holds).Select(one => $"Payment {one.Key.Transaction} of {one.Key.Reference} does not agree: {one.Total}."),
        .. Totals(entries).Where(total => !total.Holds).Select(total => $"The totals do not agree: {total}."),
    ];

    /// <summary>The payments of which the partner still holds money, and how much: each must be awaited, on its way back, or inquired.</summary>
    public static IReadOnlyDictionary<(PaymentReference Reference, int Transaction), Vnd> OpenOf(IEnumerable<PostLedgerEntry> entries) => entries
        .GroupBy(entry => (entry.Reference, entry.Transaction))
        .Select(group => (group.Key, Open: Balance([.. group], account => account == LedgerAccounts.Clearing(group.First().Partner))))
        .Where(one => one.Open != Vnd.Zero)
        .ToDictionary(one => one.Key, one => one.Open);

    /// <summary>Each total is counted for itself, from its own accounts.</summary>
    private static LedgerTotals TotalOf(string partner, DateOnly day, List<PostLedgerEntry> entries) => new(
        partner,
        day,
        Vnd.Zero - Balance(entries, account => account == LedgerAccounts.Payer),
        Balance(entries, account => account.StartsWith(LedgerAccounts.BeneficiaryPrefix, StringComparison.Ordinal)),
        Balance(entries, account => account == LedgerAccounts.Refunds(partner)),
        Balance(entries, account => account == LedgerAccounts.Clearing(partner)));

    private static Vnd Balance(List<PostLedgerEntry> entries, Func<string, bool> isOf) =>
        Vnd.Sum(entries.Where(entry => isOf(entry.To)).Select(entry => entry.Amount))
        - Vnd.Sum(entries.Where(entry => isOf(entry.From)).Select(entry => entry.Amount));

    /// <summary>Whether an entry joins the accounts that its kind joins.</summary>
    private static bool Moves(PostLedgerEntry entry)
    {
        var (clearing, refunds) = (LedgerAccounts.Clearing(entry.Partner), LedgerAccounts.Refunds(entry.Partner));
        return entry.Kind switch
        {
            LedgerKind.Collected => entry is { From: LedgerAccounts.Payer } && entry.To == clearing,
            LedgerKind.Reversed => entry is { To: LedgerAccounts.Payer } && entry.From == clearing,
            LedgerKind.Settled => entry.From == clearing && entry.To.StartsWith(LedgerAccounts.BeneficiaryPrefix, StringComparison.Ordinal),
            LedgerKind.Refunded => entry.To == refunds
                && (entry.From == clearing || entry.From.StartsWith(LedgerAccounts.BeneficiaryPrefix, StringComparison.Ordinal)),
            _ => false,
        };
    }
}
